/**
 * What states are called. The first in the source keeps the plain name; others add what tells them apart, and a running
 * number only where no name exists. Keys stay put when an unrelated line is edited.
 */
export interface Nameable {
  /** What is yielded, or asked. */
  readonly plain: string;
  /** Booleans and other control that hold in it: `muted`. */
  readonly marks: readonly string[];
  /** The state it is first reached from. */
  readonly after: string | undefined;
}

/** Unique names, in the order given; `taken` are gone already. */
export function nameStates(states: readonly Nameable[], taken: ReadonlySet<string> = new Set()): string[] {
  const used = new Set(taken);
  return states.map((state, at) => {
    const others = states.filter((other, place) => place !== at && other.plain === state.plain);
    const telling = state.marks.filter((mark) => others.some((other) => !other.marks.includes(mark)));
    const choices = [state.plain, ...telling.map((mark) => `${state.plain} ${mark}`), ...(telling.length > 1 ? [`${state.plain} ${telling.join(' ')}`] : []), ...(state.after === undefined ? [] : [`${state.plain} after ${state.after}`])];
    const name = choices.find((choice) => !used.has(choice)) ?? numbered(state.plain, used);
    used.add(name);
    return name;
  });
}

function numbered(plain: string, used: ReadonlySet<string>): string {
  for (let count = 2; ; count++) if (!used.has(`${plain} ${count}`)) return `${plain} ${count}`;
}
