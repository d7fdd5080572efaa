/**
 * Nothing in, random programs out, as fast-check's arbitraries. Each program is made of some of the forms only: a few
 * together are tried far more often than if all had their share everywhere (Groce et al., Swarm Testing, 2012).
 */
import fc from 'fast-check';
import { alphabets } from './alphabet.ts';
import type { Form, Sort, Tree } from './form.ts';
import { forms } from './forms/index.ts';

export interface Program {
  readonly alphabet: number;
  /** Whether local variables are annotated. */
  readonly annotated: boolean;
  /** Whether the body is a loop without an end; then it begins with this, a `yield`. */
  readonly forever: boolean;
  readonly first: Tree;
  readonly starts: readonly number[];
  readonly delegates: readonly Delegated[];
  /** Whether what is declared beside the machine is imported. */
  readonly imports: boolean;
  readonly body: Tree;
}

/** A generator that can be delegated to. */
export interface Delegated {
  readonly gives: 'text' | 'count' | 'nothing';
  /** Whether it stands in the module, or in the machine and shares its variables. */
  readonly outside: boolean;
  /** Whether it delegates to itself, a few times. */
  readonly again: boolean;
  /** Whether it cleans up in a `finally`, and waits there. */
  readonly cleans: 'not' | 'plainly' | 'waiting';
  readonly body: Tree;
}

export interface Step {
  readonly kind: 'send' | 'throw' | 'return';
  readonly pick: number;
  /** What is asked in this step is answered by these. */
  readonly answers: readonly number[];
}

export interface Swarm {
  /** The forms that are in use. */
  readonly uses: ReadonlySet<string>;
  readonly alphabet: number;
}

const SORTS: readonly Sort[] = ['text', 'count', 'test', 'name', 'got', 'statement'];
const depths: Readonly<Record<Sort, number>> = { text: 3, count: 2, test: 3, name: 2, got: 1, statement: 4, block: 0 };

const pick = fc.nat({ max: 99_999 });
const mostly = (often: number): fc.Arbitrary<boolean> => fc.nat({ max: 99 }).map((at) => at < often);

/** The forms that are always in use, and some of the others; `without` leaves out those of these names. */
export function swarms(without: readonly string[] = []): fc.Arbitrary<Swarm> {
  const optional = Object.entries(forms).filter(([name]) => !without.includes(name));
  return fc.record({
    // Those that anything may be sent to twice as often.
    alphabet: fc.constantFrom(...alphabets.keys(), ...[...alphabets.entries()].flatMap(([at, { type }]) => (type === undefined ? [at] : []))),
    uses: fc.tuple(...optional.map(([, { share = 100 }]) => mostly(share))).map((taken) => new Set(optional.flatMap(([name], at) => (taken[at] ? [name] : [])))),
  });
}

/** Programs of the forms that a swarm uses. */
export function programs({ uses, alphabet }: Swarm): fc.Arbitrary<Program> {
  const inUse = Object.entries(forms).filter(([name]) => uses.has(name));
  const made = fc.letrec<Record<Sort, Tree>>((tie) => {
    const one = (name: string, { parts = [], many }: Form): fc.Arbitrary<Tree> =>
      fc.record({
        form: fc.constant(name),
        pick,
        parts: fc.tuple(fc.tuple(...parts.map((sort) => tie(sort))), many ? fc.array(fc.tuple(...many.of.map((sort) => tie(sort))), { minLength: 1, maxLength: many.most }) : fc.constant([])).map(([first, more]) => [...first, ...more.flat()]),
      });
    const bySort = (sort: Sort): fc.Arbitrary<Tree> => {
      const all = inUse.filter(([, form]) => form.sort === sort).map(([name, form]) => ({ weight: form.weight, arbitrary: one(name, form), deep: isDeep(form) }));
      // What a tree is made of where it is deep enough.
      const leaves = all.filter(({ deep }) => !deep);
      const weight = leaves.reduce((sum, leaf) => sum + leaf.weight, 0);
      return fc.oneof({ maxDepth: depths[sort], depthSize: sort === 'statement' ? 'medium' : 'small', depthIdentifier: sort }, { weight, arbitrary: fc.oneof(...leaves) }, ...all.filter(({ deep }) => deep));
    };
    const block = fc.record({ form: fc.constant('block of statements'), pick: fc.constant(0), parts: fc.array(tie('statement'), { maxLength: 4, depthIdentifier: 'statement', size: 'small' }) });
    return { ...(Object.fromEntries(SORTS.map((sort) => [sort, bySort(sort)])) as Record<Sort, fc.Arbitrary<Tree>>), block };
  });
  const { block } = made;
  const delegates = uses.has('delegate') || uses.has('delegate in a try') || uses.has('trampoline') || uses.has('computed delegate');
  const first = fc.oneof(fc.record({ form: fc.constant('yield'), pick, parts: fc.tuple(made.name) }), fc.record({ form: fc.constant('yield and ignore'), pick, parts: fc.tuple(made.name, made.test, block, block) }));
  return fc
    .record({
      alphabet: fc.constant(alphabet),
      annotated: fc.boolean(),
      imports: mostly(20),
      forever: mostly(75),
      first,
      starts: fc.array(fc.nat({ max: 3 }), { minLength: 20, maxLength: 20 }),
      delegates: delegates ? fc.array(fc.record({ gives: fc.constantFrom('text' as const, 'text' as const, 'count' as const, 'nothing' as const), outside: fc.boolean(), again: mostly(10), cleans: fc.constantFrom('not' as const, 'not' as const, 'plainly' as const, 'waiting' as const), body: block }), { minLength: 1, maxLength: 2 }) : fc.constant([]),
      // Most of what goes wrong needs a few statements to go wrong in.
      parts: fc.tuple(block, block),
    })
    .map(({ parts: [one, other], ...program }) => ({ ...program, body: { ...one, parts: [...one.parts, ...(program.forever ? [] : [program.first]), ...other.parts] } }));
}

/** Whether statements stand in it, or its own sort. */
function isDeep({ sort, parts = [], many }: Form): boolean {
  return many !== undefined || parts.includes('block') || (sort !== 'statement' && parts.length > 0 && sort !== 'got' && sort !== 'name');
}

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: 19 }).map((at) => (at < 16 ? 'send' : at < 18 ? 'throw' : 'return') as Step['kind']),
  pick: fc.nat({ max: 23 }),
  answers: fc.array(fc.nat({ max: 11 }), { maxLength: 4 }),
});
