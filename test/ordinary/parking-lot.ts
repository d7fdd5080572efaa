/** A car park as a list of rules: the first that fits says what happens. */
type State = 'closed' | 'open' | 'full';
type LotEvent = 'unlock' | 'shut' | 'enter' | 'leave';

interface Rule {
  readonly from: State;
  readonly on: LotEvent;
  readonly when?: (free: number) => boolean;
  readonly to: State;
  readonly change?: number;
}

const RULES: readonly Rule[] = [
  { from: 'closed', on: 'unlock', when: (free) => free > 0, to: 'open' },
  { from: 'closed', on: 'unlock', to: 'full' },
  { from: 'closed', on: 'leave', to: 'closed', change: 1 },
  { from: 'open', on: 'enter', when: (free) => free === 1, to: 'full', change: -1 },
  { from: 'open', on: 'enter', to: 'open', change: -1 },
  { from: 'open', on: 'leave', to: 'open', change: 1 },
  { from: 'open', on: 'shut', to: 'closed' },
  { from: 'full', on: 'leave', to: 'open', change: 1 },
  { from: 'full', on: 'shut', to: 'closed' },
];

export function* parkingLot(places = 50): Generator<State, never, LotEvent> {
  let state: State = 'closed';
  let free = places;
  while (true) {
    const event: LotEvent = yield state;
    const rule: Rule | undefined = RULES.find((each) => each.from === state && each.on === event && (each.when?.(free) ?? true));
    if (!rule) continue;
    state = rule.to;
    free += rule.change ?? 0;
  }
}

export const samples = { parkingLot: { args: [2], events: ['unlock', 'shut', 'enter', 'leave'] } };
