/**
 * The result of a machine, kept with what it rests on: it is the same while that is. What has only been moved is moved in it.
 */
import type { Explanation } from '../extract/explain.ts';
import type { Host } from '../host.ts';
import type { Changes } from '../syntax/changes.ts';
import type { Found } from '../syntax/machines.ts';
import type { Seen } from '../syntax/observed.ts';
import type { About } from './about.ts';
import { machineOf } from './about.ts';
import type { Charting } from './chart-of.ts';
import { current, isSameOutside, type Look } from './look.ts';
import type { Machine } from './machine.ts';
import { Lost, moveChart, moveDiagnostic } from './move.ts';
import type { Parsed, Versions } from './versions.ts';

export interface Kept {
  readonly machine: Machine;
  readonly charting: Charting;
  readonly found: Found;
  readonly alone: boolean;
  readonly identity: Identity;
  readonly look: Look;
}

/** What tells one function of one version of the files from another. */
export interface Identity {
  readonly words: string;
  /** Where the function and what exports it begin, each in its file. */
  readonly starts: readonly { readonly parsed: Parsed; readonly start: number }[];
}

export function identityOf(found: Found, versions: Versions): Identity {
  const { node, module, exportNode, exporter, name, fileStem, async, primed, passedOn } = found;
  const starts = [{ parsed: versions.of(module), start: node.start }, { parsed: versions.of(exporter), start: exportNode.start }];
  return { words: JSON.stringify([name, fileStem, async, primed, passedOn, module.path, exporter.path]), starts };
}

interface Now {
  readonly found: Found;
  readonly about: About;
  readonly alone: boolean;
  readonly identity: Identity;
  readonly host: Host;
  readonly versions: Versions;
  /** What is made of the machine, where that is asked. */
  readonly explain: () => Explanation;
}

/** The result as it is now; nothing where it may be another. */
export function keptNow(kept: Kept, { found, about, alone, identity, host, versions, explain }: Now): Kept | undefined {
  if (kept.alone !== alone || kept.identity.words !== identity.words || !isSameOutside(kept.look, host)) return undefined;
  const modules = new Map<Parsed, Seen>();
  const moves = new Map<string, Changes>();
  for (const [parsed, seen] of kept.look.modules) {
    const now = current(parsed, host, versions);
    if (now === parsed) {
      modules.set(parsed, seen);
      continue;
    }
    const changes = now && versions.changes(parsed);
    const starts = kept.identity.starts.filter((one) => one.parsed === parsed).map(({ start }) => start);
    const same = changes?.same(seen, starts);
    if (!same) return undefined;
    modules.set(now!, same);
    moves.set(parsed.path, changes!);
  }
  if (!identity.starts.every(({ parsed, start }, index) => startNow(kept.identity.starts[index]!, moves) === start && modules.has(parsed))) return undefined;
  try {
    const charting = [...moves.values()].some((changes) => changes.moves) ? moved(kept.charting, moves, explain) : kept.charting;
    const isSame = charting === kept.charting && sameAbout(kept.machine, about);
    return { machine: isSame ? kept.machine : machineOf(about, charting), charting, found, alone, identity, look: { ...kept.look, modules } };
  } catch (error) {
    if (error instanceof Lost) return undefined;
    throw error;
  }
}

function startNow({ parsed, start }: Identity['starts'][number], moves: ReadonlyMap<string, Changes>): number | undefined {
  const changes = moves.get(parsed.path);
  return changes ? changes.offset(start) : start;
}

/** An explanation tells lines in words: it is made anew, for the few who ask. */
function moved({ chart, diagnostics }: Charting, moves: ReadonlyMap<string, Changes>, explain: () => Explanation): Charting {
  const known: { explanation?: Explanation } = {};
  return {
    ...(chart ? { chart: moveChart(chart, moves) } : {}),
    diagnostics: diagnostics.map((diagnostic) => moveDiagnostic(diagnostic, moves)),
    get explanation() {
      return (known.explanation ??= explain());
    },
  };
}

function sameAbout(machine: Machine, { name, file, stem, place, span }: About): boolean {
  return machine.name === name && machine.file === file && machine.stem === stem && machine.place.file === place.file && machine.place.line === place.line && machine.place.column === place.column && machine.span.start === span.start && machine.span.end === span.end;
}
