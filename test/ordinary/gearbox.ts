/** An automatic gearbox. The gears are a const enum of numbers, the table is made of tuples. */
const enum Gear {
  Park,
  Reverse,
  Neutral,
  Drive,
}

type Lever = 'forward' | 'back' | 'button';

const SHIFTS: readonly (readonly [from: Gear, lever: Lever, to: Gear])[] = [
  [Gear.Park, 'back', Gear.Reverse],
  [Gear.Reverse, 'back', Gear.Neutral],
  [Gear.Neutral, 'back', Gear.Drive],
  [Gear.Drive, 'forward', Gear.Neutral],
  [Gear.Neutral, 'forward', Gear.Reverse],
  [Gear.Reverse, 'button', Gear.Park],
  [Gear.Neutral, 'button', Gear.Park],
];

function shift(gear: Gear, lever: Lever): Gear {
  for (const [from, by, to] of SHIFTS) {
    if (from === gear && by === lever) return to;
  }
  return gear;
}

export function* gearbox(engage: (gear: number) => void): Generator<Gear, never, Lever> {
  let gear = Gear.Park;
  while (true) {
    const lever: Lever = yield gear;
    const next = shift(gear, lever);
    if (next === gear) continue;
    gear = next;
    engage(gear);
  }
}

export const samples = { gearbox: { args: [() => {}], events: ['forward', 'back', 'button'] } };
