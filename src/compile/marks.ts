/** A graph in; the pragmas on its variables, and those that mark nothing, out. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Graph } from '../flow/graph.ts';
import { type Pragmas, pragmasIn } from '../syntax/pragma.ts';
import type { FunctionNode } from '../syntax/tree.ts';

/** The marks on the variables of the machine and of the coroutines it delegates to, and those that mark nothing. */
export function marksOf(graph: Graph): { marks: Pragmas['of']; ignored: { pragma: string; reason: string; file: string; span: Span }[] } {
  const all = [graph.fn, ...(graph.frames as ReadonlySet<FunctionNode>)].map((fn) => ({ file: graph.moduleOf(fn).path, ...pragmasIn(fn, graph.moduleOf(fn)) }));
  const ignored = all.flatMap(({ file, ignored }) => ignored.map(({ word, reason, span }) => ({ pragma: word, reason, file, span })));
  // A coroutine that is delegated to twice is read twice.
  return { marks: new Map(all.flatMap(({ of }) => [...of])), ignored: [...new Map(ignored.map((one) => [`${one.file}:${one.span.start}`, one])).values()] };
}
