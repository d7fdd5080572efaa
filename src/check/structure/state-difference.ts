/** Two states that stand for each other in, what differs between the two themselves out: their kind, where they stand, what they do. */
import type { Action, State } from '../../chart/chart.ts';
import { codeText } from '../../chart/code.ts';
import type { Names } from './arrow-difference.ts';
import type { Difference } from './difference.ts';

export function stateDifferences(a: State, b: State, names: Names): readonly Difference[] {
  return aspects.flatMap(({ verb, of }) => {
    const [expected, actual] = [of(a), of(b)];
    if (expected === actual) return [];
    return [{ kind: 'state' as const, message: `${a.id}: in ${names.a} it ${verb} ${expected || 'nothing'}, in ${names.b} ${actual || 'nothing'}.`, state: a.id, expected, actual, places: { a: a.places, b: b.places } }];
  });
}

const aspects: readonly { readonly verb: string; readonly of: (state: State) => string }[] = [
  { verb: 'is', of: ({ kind }) => kind },
  { verb: 'is part of', of: ({ parent }) => parent ?? 'the machine' },
  { verb: 'does when it is entered', of: ({ entry = [] }) => done(entry) },
  { verb: 'does when it is left', of: ({ exit = [] }) => done(exit) },
  { verb: 'runs', of: ({ actors = [] }) => actors.map(({ source, input }) => `${source}${input ? `(${codeText(input)})` : ''}`).join(', ').replaceAll(/\s+/g, ' ') },
];

function done(actions: readonly Action[]): string {
  return actions.map(({ name }) => name).join(', ').replaceAll(/\s+/g, ' ');
}
