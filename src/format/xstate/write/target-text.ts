/**
 * Two states in, the target that leads from one to the other out: `b` to a sibling, `b.c` into one, `.c` into the state itself, else `#machine.a.b`.
 */
import type { Chart, State } from '../../../chart/chart.ts';
import { stateKeys } from '../key.ts';

export interface Targets {
  readonly keys: ReadonlyMap<string, string>;
  /** The target that leads from the state to the one of this id. */
  readonly from: (source: State, target: string) => string;
  /** The target of a history, which is seen from its parent. */
  readonly fromHistory: (history: State, target: string) => string;
}

export function targetsOf(chart: Chart): Targets {
  const keys = stateKeys(chart);
  const byId = new Map(chart.states.map((state) => [state.id, state]));
  const pathOf = (state: State | undefined): readonly string[] => (state === undefined ? [] : [...pathOf(state.parent === undefined ? undefined : byId.get(state.parent)), state.id]);
  const below = (path: readonly string[], depth: number): string => path.slice(depth).map((id) => keys.get(id)!).join('.');
  const absolute = (path: readonly string[]): string => `#${(chart.name === '' ? '(machine)' : chart.name).replace(/[\\.]/g, '\\$&')}.${below(path, 0)}`;
  const isIn = (path: readonly string[], outer: readonly string[]): boolean => path.length > outer.length && outer.every((id, at) => path[at] === id);
  return {
    keys,
    from(source, target) {
      const path = pathOf(byId.get(target));
      const own = pathOf(source);
      if (path.length === 0) return target;
      if (isIn(path, own)) return `.${below(path, own.length)}`;
      return isIn(path, own.slice(0, -1)) ? below(path, own.length - 1) : absolute(path);
    },
    fromHistory(history, target) {
      const path = pathOf(byId.get(target));
      const outer = pathOf(history).slice(0, -1);
      return isIn(path, outer) ? below(path, outer.length) : absolute(path);
    },
  };
}
