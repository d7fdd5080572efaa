/**
 * The final states behind `[*]`. A diagram has one dot for all; a chart has one final for each constant that is
 * returned, named as a `yield` of it would be, and `done` for all other returns.
 */
import type { Constant, State } from '../../chart/chart.ts';
import { constantText } from '../../chart/label.ts';
import { unquote } from './scan.ts';

export interface Finals {
  /** The id of the final state that returning this code leads to. */
  readonly idFor: (returns: string | undefined) => string;
  /** Those asked for, in that order. */
  readonly states: readonly State[];
}

/** `taken`: the ids of the other states. A final that would have one of these is called `blocked (end)`. */
export function collectFinals(taken: ReadonlySet<string>): Finals {
  const states: State[] = [];
  const ids = new Map<string, string>();
  const idFor = (returns: string | undefined): string => {
    const constant = returns === undefined ? undefined : namingConstant(returns);
    const key = constant ? constantText(constant) : '';
    const known = ids.get(key);
    if (known !== undefined) return known;
    let id = constant ? String(constant.value) : 'done';
    while (taken.has(id) || states.some((state) => state.id === id)) id += ' (end)';
    ids.set(key, id);
    states.push({ kind: 'final', id, places: [], transitions: [], ...(constant && { value: { kind: 'constant', constant } }) });
    return id;
  };
  return { idFor, states };
}

/** The constants that name a state. */
function namingConstant(code: string): Extract<Constant, { value: string | number | boolean }> | undefined {
  const string = unquote(code);
  if (string !== undefined) return { kind: 'string', value: string };
  if (code === 'true' || code === 'false') return { kind: 'boolean', value: code === 'true' };
  return /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(code) ? { kind: 'number', value: Number(code) } : undefined;
}
