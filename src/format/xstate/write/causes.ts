/** A chart in, the triggers that may have brought each choice its event out: XState still shows a choice the event that led there. */
import type { Chart, Trigger } from '../../../chart/chart.ts';

export function causesOf(chart: Chart): ReadonlyMap<string, readonly Trigger[]> {
  const choices = new Map(chart.states.filter((state) => state.kind === 'choice').map((state) => [state.id, { state, causes: new Map<string, Trigger>() }]));
  const changed = new Set<string>();
  const add = (target: string | undefined, triggers: Iterable<Trigger>): void => {
    const choice = target === undefined ? undefined : choices.get(target);
    for (const trigger of choice ? triggers : []) {
      const key = JSON.stringify(trigger);
      if (choice!.causes.has(key)) continue;
      choice!.causes.set(key, trigger);
      changed.add(choice!.state.id);
    }
  };
  for (const state of chart.states) {
    for (const { trigger, target } of state.transitions) if (trigger.kind !== 'always') add(target, [trigger]);
  }
  // What is added while a set is gone through is gone through too.
  for (const id of changed) {
    changed.delete(id);
    const { state, causes } = choices.get(id)!;
    for (const { trigger, target } of state.transitions) if (trigger.kind === 'always') add(target, causes.values());
  }
  return new Map([...choices].map(([id, { causes }]) => [id, [...causes.values()]]));
}
