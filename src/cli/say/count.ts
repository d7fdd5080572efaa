/** Numbers a person is told. */
import type { Chart } from '../../chart/chart.ts';

/** States a person would count: a choice is only passed through. */
export function stateCount(chart: Chart): number {
  return chart.states.filter(({ kind }) => kind !== 'choice').length;
}

/** Every way from one state to the next, choices' arrows among them; the way into the first state is none. */
export function transitionCount(chart: Chart): number {
  return chart.states.reduce((sum, { transitions }) => sum + transitions.length, 0);
}

/** `1 state`, `3 states`, `2 switches`. */
export function counted(count: number, noun: string): string {
  const plural = /(?:s|ch|sh|x)$/.test(noun) ? 'es' : 's';
  return `${count} ${noun}${count === 1 ? '' : plural}`;
}
