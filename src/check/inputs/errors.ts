/** A chart in, errors worth throwing out: one of each class that the machine asks an error for, and one that it does not know. */
import type { Chart } from '../../chart/chart.ts';
import { codeReferences } from '../../chart/code.ts';
import type { Sample, World } from './sample.ts';

export function errorsFor(chart: Chart): readonly Sample[] {
  const transitions = chart.states.flatMap((state) => state.transitions);
  const asked = transitions.flatMap((transition) => [transition.guard, ...transition.actions.flatMap((action) => action.statements)]).filter((code) => code !== undefined && code !== 'else');
  const modules = asked.flatMap((code) => codeReferences(code).flatMap((reference) => (reference.to === 'module' ? [reference.name] : [])));
  const globals = asked.flatMap((code) => [...code.pieces.filter((piece) => typeof piece === 'string').join('').matchAll(/instanceof\s+([A-Z]\w*)/g)].map(([, name]) => name!));
  return [() => new Error('thrown in'), ...new Set([...modules, ...globals].filter((name) => /^[A-Z]/.test(name)))].map((each): Sample => (typeof each === 'string' ? (world) => errorOf(world, chart, each) : each));
}

function errorOf(world: World, chart: Chart, name: string): unknown {
  const exported = chart.dependencies.flatMap((dependency) => (dependency.kind === 'import' && dependency.name === name ? [dependency.exported] : []));
  const maker = [name, ...exported].map((key) => world.exports[key] ?? Reflect.get(globalThis, key)).find((value) => typeof value === 'function' && value.prototype instanceof Error);
  return typeof maker === 'function' ? Reflect.construct(maker, ['thrown in']) : new Error(`a ${name}`);
}
