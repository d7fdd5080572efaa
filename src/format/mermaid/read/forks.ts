/**
 * Forks and joins, which are no states of a chart. What leads to a fork leads to all that it leads to; a join of all regions of a parallel state
 * is that state's end. Any other is said.
 */
import { type Diagnostic, diagnose } from '../../../diagnostic/diagnostic.ts';
import { DOT } from '../write/arrows.ts';
import type { ArrowLine, At, Box } from './boxes.ts';
import { unescape } from '../escape.ts';
import type { Part } from './kinds.ts';
import { gather, readLabel } from './label.ts';

/** The parts around each box, the outermost first and its own last. */
export type Lineage = ReadonlyMap<string, readonly Part[]>;

export function lineageOf(parts: readonly Part[]): Lineage {
  const lineage = new Map<string, readonly Part[]>();
  const walk = (part: Part, around: readonly Part[]): void => {
    const line = [...around, part];
    if (part.box) lineage.set(part.box.id, line);
    for (const inner of part.parts) walk(inner, line);
  };
  for (const part of parts) walk(part, []);
  return lineage;
}

/** The boxes that a fork leads to, or what is wrong with it. */
export function forkTargets(fork: Box, lineage: Lineage): readonly string[] | string {
  const targets = fork.arrows.map(({ to }) => to);
  if (targets.some((target) => !lineage.has(target))) return `A fork to what is no state (${fork.id})`;
  if (targets.length === 0) return `A fork that leads nowhere (${fork.id})`;
  if (fork.arrows.some(({ labels }) => labels.join('') !== '')) return `A fork whose own arrows say something (${fork.id})`;
  const apart = targets.every((target, at) => targets.slice(0, at).every((other) => areConcurrent(lineage.get(target) ?? [], lineage.get(other) ?? [])));
  return apart ? targets : `A fork to states that are not in different regions of one parallel state (${fork.id})`;
}

function areConcurrent(a: readonly Part[], b: readonly Part[]): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at > 0 && b[at] !== undefined && a[at - 1]!.kind === 'parallel';
}

/** Turns what leads to a join into the ends of regions, and what leaves it into arrows of their parallel state; nothing where there is none. */
export function resolveJoins(boxes: ReadonlyMap<string, Box>, lineageOfAll: () => Lineage, at: At): readonly Diagnostic[] | undefined {
  const joins = [...boxes.values()].filter(({ shape }) => shape === 'join');
  if (joins.length === 0) return undefined;
  const lineage = lineageOfAll();
  const arrows = [...boxes.values()].flatMap((box) => box.arrows);
  return joins.flatMap((join) => {
    const into = arrows.filter(({ to }) => to === join.id);
    const problem = joinUp(join, into, arrows, lineage);
    return problem ? [diagnose('not-supported', { construct: `${problem} (${join.id})` }, { ...at, span: join.line.span })] : [];
  });
}

function joinUp(join: Box, into: readonly ArrowLine[], all: readonly ArrowLine[], lineage: Lineage): string | undefined {
  const lines = into.map(({ from }) => lineage.get(from) ?? []);
  const around = lines[0]?.findLast((part) => part.kind === 'parallel' && lines.every((line) => line.includes(part)));
  const regions = lines.map((line) => line[line.indexOf(around!) + 1]);
  if (!around?.box || around.parts.some((part) => part.kind !== 'history' && !regions.includes(part))) return 'A join that does not come from every region of one parallel state';
  if (regions.some((region) => !region?.scope)) return 'A join of a region that is but one state';
  if (all.some(({ to, scope }) => to === DOT && regions.some((region) => region!.scope === scope))) return 'A join beside another end of its regions';
  const waits = join.arrows.flatMap(({ labels }) => gather(labels, false)).some((text) => readLabel(unescape(text), { from: 'state', toEnd: false, actors: new Map() }).trigger.kind !== 'always');
  if (waits) return 'A join that waits for an event';
  for (const [index, arrow] of into.entries()) Object.assign(arrow, { to: DOT, scope: regions[index]!.scope });
  around.box.arrows.push(...join.arrows.map((arrow) => ({ ...arrow, from: around.box!.id, labels: gather(arrow.labels, false).map((text) => `done ${text}`.trim()) })));
  return undefined;
}
