/**
 * The final states behind `[*]`. A diagram has one dot for all that are part of one state; a chart has one final for each
 * constant that is returned, named as a `yield` of it would be, and `done` for all other returns.
 */
import type { Constant, State } from '../../../chart/chart.ts';
import { constantText } from '../../../chart/label.ts';
import { unquote } from './scan.ts';

export interface Finals {
  /** The id of the final state that returning this code leads to. */
  readonly idFor: (returns: string | undefined) => string;
  /** Those asked for, in that order. */
  readonly states: readonly State[];
}

/** `taken`: the ids of the other states, of which no final gets one: it is then called `blocked (end)`. */
export function collectFinals(taken: Set<string>, parent?: string): Finals {
  const states: State[] = [];
  const ids = new Map<string, string>();
  const idFor = (returns: string | undefined): string => {
    const constant = returns === undefined ? undefined : namingConstant(returns);
    const key = constant ? constantText(constant) : '';
    const known = ids.get(key);
    if (known !== undefined) return known;
    let name = endName(constant);
    const full = (): string => (parent === undefined ? name : `${parent}.${name}`);
    while (taken.has(full())) name += END;
    ids.set(key, full());
    taken.add(full());
    states.push({ kind: 'final', id: full(), ...(parent !== undefined && { parent, name }), places: [], transitions: [], ...(constant && { value: { kind: 'constant', constant } }) });
    return full();
  };
  return { idFor, states };
}

/** Whether a final state is called what is returned there, so that the dot says all of it. */
export function isDotName(name: string, { value }: State): boolean {
  const constant = value?.kind === 'constant' ? value.constant : undefined;
  const plain = !constant ? endName(constant) : constant.kind === 'string' ? constant.value : constantText(constant);
  return name.startsWith(plain) && name.slice(plain.length).replaceAll(END, '') === '';
}

const END = ' (end)';

function endName(constant: NamingConstant | undefined): string {
  return constant ? String(constant.value) : 'done';
}

type NamingConstant = Extract<Constant, { kind: 'string' | 'number' | 'boolean' }>;

/** A value that code names outright. */
export function constantOf(code: string): Constant | undefined {
  if (code === 'null' || code === 'undefined') return { kind: code };
  return /^-?\d+n$/.test(code) ? { kind: 'bigint', value: code.slice(0, -1) } : namingConstant(code);
}

/** The constants that name a state. */
function namingConstant(code: string): NamingConstant | undefined {
  const string = unquote(code);
  if (string !== undefined) return { kind: 'string', value: string };
  if (code === 'true' || code === 'false') return { kind: 'boolean', value: code === 'true' };
  return /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(code) ? { kind: 'number', value: Number(code) } : undefined;
}
