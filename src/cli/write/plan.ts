/** In: a reading. Out: everything that `compile` would put into a folder, before anything is on the disk. */
import { resolve } from 'node:path';
import { type Diagnostic, diagnose } from '../../diagnostic/diagnostic.ts';
import { spanFrom } from '../../diagnostic/position.ts';
import type { Host } from '../../host.ts';
import { shownPath } from '../read/disk.ts';
import { indexPage } from './index-page.ts';
import { outputsOf } from './outputs.ts';
import { progress } from '../say/progress.ts';
import { type Charted, type Reading, charted } from '../read/read.ts';
import { sourceOf } from '../read/source.ts';
import type { Terminal } from '../say/terminal.ts';
import type { Output } from './write.ts';

export interface Plan {
  /** The files of one machine together: each group is written whole or not at all. */
  readonly groups: readonly (readonly Output[])[];
  readonly machines: readonly Charted[];
  /** The stems of the refused, whose files from earlier are left alone. */
  readonly refused: ReadonlySet<string>;
  /** How many machines are not among them. */
  readonly left: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** `outputs` may know some already. */
export async function planOutputs(reading: Reading, folder: string, index: boolean, { cwd, err }: Terminal, outputs: typeof outputsOf = outputsOf): Promise<Plan> {
  const clashes = sameNames(charted(reading.machines), reading.host);
  const machines = charted(reading.machines).filter((machine) => !clashes.has(machine));
  const kept = new Set(machines.map(({ stem }) => stem));
  const from = shownPath(folder, cwd);
  const groups: (readonly Output[])[] = [];
  const shown = progress(err, machines.length);
  try {
    for (const machine of machines) {
      shown.step(machine.name);
      groups.push(await outputs(machine, from));
    }
  } finally {
    shown.end();
  }
  if (index) groups.push([{ name: 'README.md', text: indexPage(machines.map((machine) => ({ machine, source: sourceOf(machine, reading), link: shownPath(resolve(cwd, machine.file), resolve(cwd, folder)) }))) }]);
  return { groups, machines, refused: new Set(reading.machines.map(({ stem }) => stem).filter((stem) => !kept.has(stem))), left: reading.machines.length - machines.length, diagnostics: [...clashes.values()] };
}

/** Machines whose files would be the same file: all of them are refused. Some disks do not tell `A` from `a`. */
function sameNames(machines: readonly Charted[], host: Host): ReadonlyMap<Charted, Diagnostic> {
  const clashes = machines.flatMap((machine) => {
    const other = machines.find((candidate) => candidate !== machine && candidate.stem.toLowerCase() === machine.stem.toLowerCase());
    if (!other) return [];
    const { name, file, stem, place } = machine;
    const at = { machine: name, file, span: spanFrom(host.read(file) ?? '', place) };
    return [[machine, diagnose('same-name', { name: stem, other: `${other.file}#${other.name}` }, at)] as const];
  });
  return new Map(clashes);
}
