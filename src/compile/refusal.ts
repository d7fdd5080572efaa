/** What the rooms below throw when they cannot follow the code exactly in, the diagnostic that a machine is refused for out. */
import { diagnose, type Diagnostic, type Span } from '../diagnostic/diagnostic.ts';
import { NotFinite } from '../interpret/explore.ts';
import { NeedsList, TooLarge, Unsupported } from '../interpret/machine.ts';
import { TooManyWays } from '../interpret/tree.ts';
import type { Found } from '../syntax/machines.ts';
import type { Project } from '../syntax/project.ts';
import type { Node } from '../syntax/tree.ts';
import { homeOf } from './home.ts';

/** Where a diagnostic about a part of the machine stands, which may be another module. */
export function at(node: Node, { module, name }: Found, project: Project): { machine: string; file: string; span: Span } {
  return { machine: name, file: homeOf(node, module, project).path, span: { start: node.start, end: node.end } };
}

/** Nothing for any other error: that one is ours. */
export function refusal(error: unknown, found: Found, project: Project, followed: number): Diagnostic | undefined {
  const whole = at(found.node as Node, found, project);
  if (error instanceof Unsupported && error.deeper !== undefined) return diagnose('recursion-unbounded', { limit: followed }, at(error.node, found, project));
  if (error instanceof Unsupported) return error.loops ? diagnose('loop-can-spin', {}, at(error.node, found, project)) : diagnose('not-supported', { construct: error.construct }, at(error.node, found, project));
  if (error instanceof NeedsList) return diagnose('loop-needs-list', error, at(error.node, found, project));
  if (error instanceof NotFinite) return diagnose('not-finite', { limit: error.limit }, whole);
  if (error instanceof TooLarge) return diagnose('too-large', { limit: error.limit }, whole);
  if (error instanceof TooManyWays) return diagnose('not-supported', { construct: `A step with more than ${error.most} ways through it` }, whole);
  if (error instanceof RangeError && error.message.includes('call stack')) return diagnose('not-supported', { construct: 'An expression nested thousands deep' }, whole);
  return undefined;
}
