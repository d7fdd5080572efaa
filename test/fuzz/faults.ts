/**
 * Faults for the compiler: each a small change of one place in a source, by which it becomes wrong. A search that is worth
 * its time finds every one of them.
 */
export interface Fault {
  readonly name: string;
  readonly file: string;
  /** Stands in the file once. */
  readonly find: string;
  readonly put: string;
  /** A program that finds it, where few do: tried first, and the search only where programs are made otherwise by now. */
  readonly foundBy?: { readonly seed: number; readonly program: number };
}

export const faults: readonly Fault[] = [
  // --- What a statement means.
  {
    name: 'a `return` skips the `finally` around it',
    file: 'src/flow/lower/leap.ts',
    find: `if (leap.kind === 'finally') return returnThrough(builder, leap, value, node);\n    if (leap.kind === 'frame')`,
    put: `if (leap.kind === 'frame')`,
  },
  {
    name: 'a `finally` does not pass on the error that it was entered by',
    file: 'src/flow/lower/try.ts',
    find: `  when('throw', () => leaveByThrow(builder, refer(builder, record.value, at), at));\n`,
    put: '',
  },
  {
    name: 'a `finally` does not go on with the `break` that it was entered by',
    file: 'src/flow/lower/try.ts',
    find: `  for (const jump of record.jumps) when(jump, () => leave(builder, jump, at));\n`,
    put: '',
    foundBy: { seed: 1, program: 110 },
  },
  {
    name: 'the completion of a `return` is recorded as a normal one',
    file: 'src/flow/lower/leap.ts',
    find: `target: cleanup.completion, value: 'return', node`,
    put: `target: cleanup.completion, value: 'normal', node`,
  },
  {
    name: 'a label is lost: `break` and `continue` mean the innermost loop',
    file: 'src/flow/lower/leap.ts',
    find: `if (label !== undefined && !leap.labels.includes(label)) return undefined;`,
    put: '',
    foundBy: { seed: 1, program: 391 },
  },
  {
    name: '`continue` leaves the loop',
    file: 'src/flow/lower/leap.ts',
    find: `return word === 'break' ? leap.onBreak : leap.onContinue;`,
    put: `return leap.onBreak;`,
  },
  {
    name: 'a case does not fall through',
    file: 'src/flow/lower/switch.ts',
    find: `target: bodies[index + 1] ?? exit`,
    put: `target: exit`,
  },
  {
    name: 'the `default` of a `switch` is dropped',
    file: 'src/flow/lower/switch.ts',
    find: `fallback = bodies[index]!;`,
    put: '',
  },
  {
    name: '`for…of` begins with the second',
    file: 'src/flow/lower/loop.ts',
    find: `value: literal(0, at)`,
    put: `value: literal(1, at)`,
  },
  {
    name: '`do` asks before the first round',
    file: 'src/flow/lower/loop.ts',
    find: `close(builder, { kind: 'goto', target: body }, body);`,
    put: `close(builder, { kind: 'goto', target: test }, body);`,
  },
  {
    name: 'what stands before a `yield` is read after it',
    file: 'src/flow/lower/kept.ts',
    find: `if (node.type === 'Literal' || isFunction(node)) return node;`,
    put: `if (rest.length >= 0) return node;`,
  },
  {
    name: 'what closes a generator does not close the one that delegates to it',
    file: 'src/flow/lower/leap.ts',
    find: `  if (frame.closing) {`,
    put: `  if (frame.closing && !frame.closing) {`,
  },
  {
    name: 'a variable that only a condition or a `yield` reads is not live',
    file: 'src/flow/liveness.ts',
    find: `    for (const one of asks[block.id]!) add(now, one);\n`,
    put: '',
  },
  {
    name: 'a default does not see what the names before it are',
    file: 'src/interpret/run/take-apart.ts',
    find: `earlier.get(binding) ?? scope.valueOf(binding), held`,
    put: `scope.valueOf(binding), held`,
  },
  // --- What is known.
  {
    name: 'a condition is still believed when what it asks has changed',
    file: 'src/interpret/run/state.ts',
    find: `  for (const binding of step.writes) setAnew(state, binding);\n`,
    put: '',
  },
  {
    name: 'a fact of one way into a state is believed on all ways',
    file: 'src/interpret/fact.ts',
    find: `if (missing.length === 0) return before;`,
    put: `return before;`,
  },
  {
    name: '`x += 1` leaves what is known of `x` as it was',
    file: 'src/interpret/run/execute.ts',
    find: `  setWorth(state, binding, term);\n}`,
    put: '}',
  },
  {
    name: '`<=` is computed as `<`',
    file: 'src/interpret/values/fold.ts',
    find: `return l <= r;`,
    put: `return l < r;`,
    foundBy: { seed: 2, program: 438 },
  },
  {
    name: 'what kept code has written is taken to be what it was',
    file: 'src/interpret/run/state.ts',
    find: `if (state.machine.graph.isLocal(binding)) state.env.set(binding, late(state, binding));`,
    put: `if (!state.machine.graph.isLocal(binding)) state.env.set(binding, late(state, binding));`,
  },
  // --- What is drawn.
  {
    name: 'an effect is run twice',
    file: 'src/extract/outcome.ts',
    find: `    kept.push(step);\n`,
    put: `    kept.push(step);\n    if (step.effect) kept.push(step);\n`,
  },
  {
    name: 'an effect that nothing reads is dropped',
    file: 'src/extract/outcome.ts',
    find: `if (!wanted && !step.effect) continue;`,
    put: `if (!wanted) continue;`,
  },
  {
    name: 'what an update reads is not needed before it',
    file: 'src/extract/outcome.ts',
    find: `    for (const binding of step.reads) needed.add(binding);\n    kept.push`,
    put: `    kept.push`,
  },
  {
    name: 'states that yield the same are one, whatever they do',
    file: 'src/extract/partition.ts',
    find: `for (let pending = new Set(keys); pending.size > 0; ) {`,
    put: `for (let pending = new Set(keys.slice(0, 0)); pending.size > 0; ) {`,
  },
  {
    name: 'the last way is `else` even where some ways are not drawn',
    file: 'src/extract/guard.ts',
    find: `guard: complete && at === all.length - 1 ? 'else'`,
    put: `guard: at === all.length - 1 ? 'else'`,
  },
  {
    name: 'an event that is not drawn is left to the wildcard',
    file: 'src/extract/extract.ts',
    find: `const stays = any && !quiet(any.tree)`,
    put: `const stays = any && quiet(any.tree)`,
    foundBy: { seed: 1, program: 115 },
  },
  // --- What is written.
  {
    name: 'candidates are asked in the wrong order',
    file: 'src/format/xstate/write/candidates.ts',
    find: `list.transitions.push(...group, ...(isCaught`,
    put: `list.transitions.push(...group.toReversed(), ...(isCaught`,
  },
  {
    name: 'a wildcard catches what other candidates have refused',
    file: 'src/format/xstate/write/candidates.ts',
    find: `...(isCaught(group, key, state) ? [{ trigger, actions: [], places: [] }] : [])`,
    put: `...(isCaught(group, key, state) && group.length < 0 ? [{ trigger, actions: [], places: [] }] : [])`,
    foundBy: { seed: 2, program: 29 },
  },
  {
    name: 'what is changed in place is shared between snapshots',
    file: 'src/format/xstate/write/mutation.ts',
    find: `copied: action.writes.filter((name) => action.mutates.includes(name))`,
    put: `copied: []`,
  },
  {
    name: 'an object with two names is copied twice',
    file: 'src/format/xstate/write/support.ts',
    find: "'  if (copies.has(value)) return copies.get(value) as T;',",
    put: "'',",
    foundBy: { seed: 1, program: 211 },
  },
  {
    name: 'an effect runs after one that follows it',
    file: 'src/format/xstate/write/order.ts',
    find: `if (after && action.effect && action.writes.length === 0) early.add(action.name);`,
    put: '',
    foundBy: { seed: 1, program: 810 },
  },
  {
    name: 'the default of a parameter is dropped',
    file: 'src/format/xstate/write/input.ts',
    find: "parameter.initial ? `${parameter.name} = ${valueText(parameter.initial)}` : parameter.name",
    put: 'parameter.name',
  },
];
