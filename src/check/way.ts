/** A way on which two charts part in, the same for a person to read out: what came in, what conditions said, what each did and where it was then. */
import type { Place } from '../chart/chart.ts';
import type { Between, WayStep } from './decide/bisimilar.ts';
import type { Input, Reaction } from './decide/side.ts';

export interface Way {
  readonly between: { readonly a: string; readonly b: string };
  /** They part at the last. */
  readonly steps: readonly WayLine[];
}

export interface WayLine {
  /** `start`, `next`, `after 1000`. */
  readonly input: string;
  /** What is taken to hold: `failed < 3`, `not: ready`. */
  readonly conditions: readonly string[];
  readonly a: Reacted;
  readonly b: Reacted;
  readonly agrees: boolean;
}

export interface Reacted {
  /** `does log(failed); is in locked`, `ignores it`, `ends, return 'blocked'`. */
  readonly text: string;
  /** Where in the source, or the diagram, that stands. */
  readonly places: readonly Place[];
}

export function wayOf(steps: readonly WayStep[], { events }: Between, between: Way['between']): Way {
  const renamed = (input: Input | undefined): string => {
    const partner = input?.kind === 'event' ? events.partner.get(input.type) : undefined;
    return inputText(input) + (partner !== undefined && input?.kind === 'event' && partner !== input.type ? ` (${partner})` : '');
  };
  return {
    between,
    steps: steps.map((step, at) => ({
      input: renamed(step.input),
      conditions: step.answers.map(({ text, holds }) => (holds ? text : `not: ${text}`)),
      a: reacted(step.a, step.input, steps[at - 1]?.a),
      b: reacted(step.b, step.input, steps[at - 1]?.b),
      agrees: at < steps.length - 1,
    })),
  };
}

export function inputText(input: Input | undefined): string {
  switch (input?.kind) {
    case undefined:
      return 'start';
    case 'event':
      return input.type;
    case 'other':
      return 'any other event';
    case 'value':
      return 'a value';
    case 'throw':
    case 'return':
      return input.kind;
    case 'after':
      return `after ${input.delay}${input.nth === 0 ? '' : ` (the ${input.nth + 1}. that runs)`}`;
    case 'actor':
      return `${input.how} ${input.source}${input.nth === 0 ? '' : ` (the ${input.nth + 1}. that runs)`}`;
  }
}

function reacted({ does, shows, end, called, taken }: Reaction, input: Input | undefined, before: Reaction | undefined): Reacted {
  const places = taken.flatMap(({ transition }) => transition.places.slice(0, 1)).slice(0, 1);
  const isIgnored = input !== undefined && taken.length === 0 && !end;
  const where = end ? endText(end) : isIgnored ? `ignores it, and stays in ${before?.called?.path ?? called?.path}` : `is in ${called?.path}${shows && ` (${shows})`}`;
  return { text: [does && `does ${does}`, where].filter(Boolean).join('; '), places };
}

function endText({ kind, said: [said = ''] }: NonNullable<Reaction['end']>): string {
  switch (kind) {
    case 'final':
      return said ? `ends with ${said}` : 'ends';
    case 'throw':
      return `throws ${said}`;
    case 'failed':
      return `fails with its actor ${said}`;
    case 'endless':
      return 'goes round for ever';
    case 'torn':
      return 'is in states that cannot be active together';
  }
}
