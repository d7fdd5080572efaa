/**
 * A chart in, its XState config as JSON out: the same tree that the module prints. Guards and actions are names; what else JSON cannot carry, such as the
 * context function, is `{ "implementation": its name }`.
 */
import type { Chart } from '../../../chart/chart.ts';
import { configTree } from './module.ts';
import { planOf } from './plan.ts';
import { printJson } from './tree.ts';

/**
 * The chart as the JSON of an XState config, two spaces deep, with a newline at the end.
 *
 * @example
 * JSON.parse(toXStateJson(chart)).states.RED.on.next // { target: 'GREEN' }
 */
export function toXStateJson(chart: Chart): string {
  return `${printJson(configTree(planOf(chart)))}\n`;
}
