/** A chart in, the triggers that may have brought each choice its event out: XState still shows a choice the event that led there. */
import type { Chart, Trigger } from '../../chart/chart.ts';

export function causesOf(chart: Chart): ReadonlyMap<string, readonly Trigger[]> {
  const choices = new Map(chart.states.filter((state) => state.kind === 'choice').map((state) => [state.id, new Map<string, Trigger>()]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const state of chart.states) {
      for (const transition of state.transitions) {
        const causes = transition.target === undefined ? undefined : choices.get(transition.target);
        const brought = transition.trigger.kind === 'always' ? [...(choices.get(state.id)?.values() ?? [])] : [transition.trigger];
        for (const trigger of causes ? brought : []) {
          const key = JSON.stringify(trigger);
          if (causes!.has(key)) continue;
          causes!.set(key, trigger);
          changed = true;
        }
      }
    }
  }
  return new Map([...choices].map(([id, causes]) => [id, [...causes.values()]]));
}
