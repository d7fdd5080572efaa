/**
 * A program and a trial that fail in, smaller ones that fail in the same way out: statements are left out, expressions give
 * way to what stands in them, from the top down (Misherghi & Su, Hierarchical Delta Debugging, 2006).
 */
import type { Trial } from './drive.ts';
import type { Tree } from './form.ts';
import { forms } from './forms/index.ts';
import type { Program } from './grammar.ts';

export interface Case {
  readonly program: Program;
  readonly trials: readonly Trial[];
}

/** The smallest found while `goes on`; `fails` says whether a case still fails in the same way. */
export function reduced(found: Case, fails: (one: Case) => boolean, goesOn: () => boolean): Case {
  let best = found;
  const better = (next: Case): boolean => {
    if (!goesOn() || !fails(next)) return false;
    best = next;
    return true;
  };
  const alone = found.trials.find((trial) => better({ program: found.program, trials: [trial] }));
  for (let changed = true; changed && goesOn(); ) {
    changed = false;
    for (let next = smaller(best.program).find((program) => better({ ...best, program })); next && goesOn(); next = smaller(best.program).find((program) => better({ ...best, program }))) changed = true;
    if (!alone) continue;
    for (let next = shorter(best.trials[0]!).find((trial) => better({ ...best, trials: [trial] })); next && goesOn(); next = shorter(best.trials[0]!).find((trial) => better({ ...best, trials: [trial] }))) changed = true;
  }
  return best;
}

/** A trial that is a step shorter, or in which a step says less. */
function shorter(trial: Trial): readonly Trial[] {
  const without = trial.flatMap((_, at) => (trial.length > 1 ? [trial.filter((_, index) => index !== at)] : []));
  const plainer = trial.flatMap((step, at) => (step.answers.length > 0 ? [trial.with(at, { ...step, answers: step.answers.length > 1 ? step.answers.slice(0, -1) : [] })] : []));
  const lower = trial.flatMap((step, at) => (step.pick > 0 ? [trial.with(at, { ...step, pick: 0 }), trial.with(at, { ...step, pick: step.pick - 1 })] : []));
  return [...halves(trial), ...without, ...plainer, ...lower];
}

function halves(trial: Trial): readonly Trial[] {
  return trial.length > 3 ? [trial.slice(0, Math.ceil(trial.length / 2)), [trial[0]!, ...trial.slice(Math.ceil(trial.length / 2))]] : [];
}

/** The same program with something less in it, the largest pieces first. */
function smaller(program: Program): readonly Program[] {
  const found: Program[] = program.delegates.flatMap((one, at) => [
    { ...program, delegates: program.delegates.filter((_, index) => index !== at) },
    ...(one.again ? [{ ...program, delegates: program.delegates.with(at, { ...one, again: false }) }] : []),
    ...(one.cleans !== 'not' ? [{ ...program, delegates: program.delegates.with(at, { ...one, cleans: 'not' as const }) }] : []),
    ...trees(one.body).map((body) => ({ ...program, delegates: program.delegates.with(at, { ...one, body }) })),
  ]);
  if (program.forever) found.push({ ...program, forever: false });
  found.push(...trees(program.body).map((body) => ({ ...program, body })));
  if (program.imports) found.push({ ...program, imports: false });
  if (!program.annotated) found.push({ ...program, annotated: true });
  for (const [at, start] of program.starts.entries()) if (start > 0) found.push({ ...program, starts: program.starts.with(at, 0) });
  return found;
}

/** The tree with one thing less, breadth first. */
function trees(root: Tree): readonly Tree[] {
  const found: Tree[] = [];
  const queue: { readonly tree: Tree; readonly put: (tree: Tree) => Tree }[] = [{ tree: root, put: (tree) => tree }];
  for (let item = queue.shift(); item; item = queue.shift()) {
    const { tree, put } = item;
    if (isBlock(tree)) {
      if (tree.parts.length > 2) found.push(...[tree.parts.slice(0, tree.parts.length >> 1), tree.parts.slice(tree.parts.length >> 1)].map((parts) => put({ ...tree, parts })));
      tree.parts.forEach((part, at) => {
        found.push(put({ ...tree, parts: tree.parts.filter((_, index) => index !== at) }));
        // A statement gives way to what stands in its blocks.
        const below = part.parts.filter(isBlock);
        for (const one of below) found.push(put({ ...tree, parts: [...tree.parts.slice(0, at), ...one.parts, ...tree.parts.slice(at + 1)] }));
        if (below.length > 1) found.push(put({ ...tree, parts: [...tree.parts.slice(0, at), ...below.flatMap((one) => one.parts), ...tree.parts.slice(at + 1)] }));
      });
    } else {
      const { sort } = forms[tree.form]!;
      if (sort !== 'statement') found.push(...tree.parts.filter((part) => !isBlock(part) && forms[part.form]!.sort === sort).map(put));
      const plain = simplest[sort];
      if (plain && (tree.form !== plain || tree.pick > 0) && tree.parts.length + tree.pick > 0) found.push(put({ form: plain, pick: 0, parts: forms[plain]!.parts?.map(() => ({ form: 'constant', pick: 0, parts: [] })) ?? [] }));
      if (tree.pick > 0) found.push(put({ ...tree, pick: 0 }), put({ ...tree, pick: tree.pick % 97 }), put({ ...tree, pick: tree.pick >> 1 }));
    }
    tree.parts.forEach((part, at) => queue.push({ tree: part, put: (next) => put({ ...tree, parts: tree.parts.with(at, next) }) }));
  }
  return found;
}

const simplest: Readonly<Record<string, string>> = { text: 'text', count: 'number', test: 'flag', name: 'constant', got: 'got' };

function isBlock(tree: Tree): boolean {
  return tree.form === 'block of statements';
}
