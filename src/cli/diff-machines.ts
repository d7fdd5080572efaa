/** What was read of both versions in, which machine is which and what each does differently out. */
import type { ChartDiff } from '../check/diff/chart-diff.ts';
import type { VersionedMachine, VersionRead } from './read/version-read.ts';

export interface MachineDiff {
  readonly old: VersionedMachine | undefined;
  readonly new: VersionedMachine | undefined;
  readonly diff: ChartDiff;
}

export async function diffMachines(old: VersionRead | undefined, next: VersionRead | undefined): Promise<readonly MachineDiff[]> {
  const [{ diffCharts }, { aloneDiff }] = await Promise.all([import('../check/diff/diff.ts'), import('../check/diff/alone.ts')]);
  return pairs(old?.machines ?? [], next?.machines ?? []).map(([before, after]) => {
    const refused = [before && !before.chart ? 'old' : '', after && !after.chart ? 'new' : ''].filter(Boolean);
    const name = (after ?? before)!.name;
    if (refused.length > 0) return { old: before, new: after, diff: { machine: name, kind: 'undecided', changes: [], reasons: [`the ${refused.join(' and the ')} version of it ${refused.length > 1 ? 'are' : 'is'} refused`], configurations: 0 } };
    if (!before?.chart || !after?.chart) return { old: before, new: after, diff: before?.chart ? aloneDiff(before.chart, 'old') : aloneDiff(after!.chart!, 'new') };
    const diff = diffCharts(before.chart, after.chart, { drawn: before.drawn || after.drawn, meanings: { old: before.meanings, new: after.meanings }, unread: [...new Set([...before.unread, ...after.unread])] });
    return { old: before, new: after, diff };
  });
}

/** By file and name, else by name; and where each has one machine, that. In the order of the new version, then what only the old one has. */
function pairs(old: readonly VersionedMachine[], next: readonly VersionedMachine[]): readonly (readonly [VersionedMachine | undefined, VersionedMachine | undefined])[] {
  if (old.length === 1 && next.length === 1) return [[old[0], next[0]]];
  const left = new Set(old);
  const twins = new Map<VersionedMachine, VersionedMachine>();
  const likenesses = [
    (x: VersionedMachine, y: VersionedMachine) => x.name === y.name && x.file === y.file,
    (x: VersionedMachine, y: VersionedMachine) => x.name === y.name && x.stem === y.stem,
    (x: VersionedMachine, y: VersionedMachine) => x.name === y.name,
  ];
  for (const alike of likenesses) {
    for (const machine of next) {
      const twin = twins.has(machine) ? undefined : [...left].find((other) => alike(other, machine));
      if (!twin) continue;
      twins.set(machine, twin);
      left.delete(twin);
    }
  }
  return [...next.map((machine) => [twins.get(machine), machine] as const), ...[...left].map((machine) => [machine, undefined] as const)];
}
