/**
 * A pure function of another module is looked into as if it were of the machine's own: everything that is asked of its nodes is
 * asked of its module. What comes out is put into the machine's code, so it may name nothing of that module.
 */
import type { Graph } from '../../flow/graph.ts';
import { liveness } from '../../flow/liveness.ts';
import { createUsage } from '../../flow/usage.ts';
import type { Node } from '../../syntax/tree.ts';
import { walk } from '../../syntax/walk.ts';
import { aliasesIn } from '../objects/alias.ts';
import { toldApart } from '../objects/identity.ts';
import type { Machine } from '../machine.ts';
import { createPurity } from './purity.ts';
import { constantTerm, mapTerm, someTerm, stripCasts, type Term } from '../values/term.ts';
import { unknownType } from '../values/type-parts.ts';
import { createTyping } from '../values/typing.ts';

/** The machine, as far as code of the function is concerned. */
export function readIn(machine: Machine, graph: Graph): Omit<Machine, 'unfold'> {
  const inside = new Set<Node>();
  walk(graph.fn, (node) => void inside.add(node));
  const { program } = graph.module;
  const around = machine.graph;
  const own: Graph = {
    ...graph,
    isLocal: (binding) => graph.isLocal(binding) || around.isLocal(binding),
    bindingOf: (node) => graph.bindingOf(node) ?? around.bindingOf(node),
    moduleOf: (node) => (inside.has(node) ? graph.module : around.moduleOf(node)),
    homeOf: (binding) => {
      let { scope } = binding;
      while (scope.parent) scope = scope.parent;
      return scope.node === program ? graph.module : around.homeOf(binding);
    },
  };
  const usage = createUsage(own);
  const typing = createTyping(own, machine.project, unknownType);
  const purity = (calls?: 'expressions' | 'bodies') => createPurity(own, typing, machine.project, calls);
  return { ...machine, graph: own, usage, live: liveness(own, usage), typing, pure: purity(), looks: purity('expressions'), answers: purity('bodies'), aliases: aliasesIn(own, typing), told: toldApart({ graph: own, typing }), asked: () => true, isUnfolding: true };
}

/** The same without the names of the other module; nothing where it cannot be said without. What was given may name what it likes. */
export function withoutNames(unfolded: Term, given: readonly Term[]): Term | undefined {
  const known = new Set<Term>();
  for (const term of given) {
    someTerm(term, (inner) => {
      known.add(inner);
      return false;
    });
  }
  const bare = withoutCasts(unfolded);
  return someTerm(bare, (inner) => naming.has(inner.kind) && !known.has(inner)) ? undefined : mapTerm(bare, plain);
}

const naming: ReadonlySet<Term['kind']> = new Set(['module', 'source', 'function', 'cast']);

/** `… as View` is left out of what is answered. */
function withoutCasts(term: Term): Term {
  const bare = stripCasts(term);
  if (bare.kind === 'conditional') return { ...bare, then: withoutCasts(bare.then), else: withoutCasts(bare.else) };
  if (bare.kind === 'object') return { ...bare, entries: bare.entries.map(({ key, value }) => ({ key, value: withoutCasts(value) })) };
  return bare;
}

/** A constant is written as what it is, and not looked up in a table. */
function plain(term: Term): Term {
  if (term.kind === 'constant') return constantTerm(term.constant);
  return (term.kind === 'object' || term.kind === 'array') && term.place ? { ...term, place: undefined } : term;
}
