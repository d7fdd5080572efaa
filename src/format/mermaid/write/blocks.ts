/**
 * A drawing in, the lines of the diagram out, block by block.
 *
 * In each block, labels and choices are declared first (a choice that is mentioned before is drawn as a box), then come the arrows
 * among its states, state by state. Arrows between the same two states share one line: two self-loops would be drawn as one. Arrows that cross
 * the border of a block come last, outside of all blocks: Mermaid takes a state for part of the last block that mentions it.
 */
import type { Chart, State } from '../../../chart/chart.ts';
import { type Mark, type Marks, signed } from '../../marks.ts';
import { type Arrow, DOT, type Drawing } from './arrows.ts';
import { behaviourLines, quoteNote } from '../behaviour.ts';
import { contextNote } from './context.ts';
import { escape } from '../escape.ts';
import { nameOf } from './ids.ts';
import { type Ends, actorWordsOf } from '../label.ts';
import { layoutOf } from './layout.ts';
import { continues } from '../read/label.ts';
import { veil } from '../read/told.ts';
import { writeLabel } from './label.ts';

export function blockWriter(chart: Chart, drawing: Drawing, marks?: Marks): () => readonly string[] {
  const { boxesIn, isBlock, isEnded, initialArrow, otherStarts } = drawing;
  const { ids, keeps: keepsName, inOrder, arrowsFrom, isDivided, isBare } = layoutOf(chart, drawing);
  const keeps = (state: State): boolean => keepsName(state) && !marks?.states.has(state.id);
  const labelOf = (state: State): string => escape(signed(shownName(state), marks?.states.get(state.id)), 'state');
  const taken = new Set(ids.values());
  const id = (state: State | undefined): string => (state ? ids.get(state.id)! : DOT);
  /** The lines that come after all blocks. */
  const crossing: string[] = [];

  const forkId = (): string => {
    let name = 'fork';
    for (let count = 2; taken.has(name); count += 1) name = `fork_${count}`;
    taken.add(name);
    return name;
  };

  const textOf = (arrow: Arrow): string => {
    const { from, to, label } = arrow;
    const isPlain = from !== undefined && !isBlock(from) && from.kind !== 'choice' && from.kind !== 'final' && from.kind !== 'history';
    const isLone = isPlain && to === undefined && label.trigger.kind === 'always' && !label.guard && label.actions === '' && label.throws === undefined && drawing.arrowsFrom(from).length === 1;
    return escape(signed(writeLabel(label, endsOf(arrow), isLone), arrow.mark), 'arrow');
  };
  const endsOf = ({ from, to }: Arrow): Ends => ({
    from: from?.kind === 'choice' ? 'choice' : !from || !isBlock(from) ? 'state' : isEnded(from) ? 'ended' : 'whole',
    toEnd: to === undefined || to.kind === 'final',
    actors: actorWordsOf(from?.actors),
  });

  const arrowLines = (arrows: readonly Arrow[]): readonly string[] => {
    const shared = new Map<string, Lined>();
    const all: Lined[] = [];
    for (const arrow of arrows) {
      const ends = `${id(arrow.from)} --> ${id(arrow.to)}`;
      const text = textOf(arrow);
      const alone = text === '' || continues(text, arrow.from?.kind === 'choice');
      const line = alone ? undefined : shared.get(ends);
      if (line) line.labels.push(text);
      else all.push({ ends, labels: text === '' ? [] : [text] });
      if (text !== '' && !shared.has(ends)) shared.set(ends, all.at(-1)!);
    }
    return all.map(({ ends, labels }) => (labels.length === 0 ? ends : `${ends} : ${labels.join('<br/>')}`));
  };

  /** Arrows to one state, then those to several. */
  const crossingLines = (arrows: readonly Arrow[]): readonly string[] => [
    ...arrowLines(arrows.filter(({ also }) => also.length === 0)),
    ...arrows.filter(({ also }) => also.length > 0).flatMap((arrow) => {
      const fork = forkId();
      return [...forkLines(arrow, fork), ...prongs(arrow, fork)];
    }),
  ];
  const forkLines = (arrow: Arrow, fork: string): readonly string[] => [`state ${fork} <<fork>>`, [`${id(arrow.from)} --> ${fork}`, textOf(arrow)].filter(Boolean).join(' : ')];
  const prongs = ({ to, also }: Arrow, fork: string): readonly string[] => [to!, ...also].map((state) => `${fork} --> ${id(state)}`);

  const startLines = (arrow: Arrow, owner: State | undefined): readonly string[] => {
    const isNear = arrow.also.length === 0 && (arrow.to === undefined || arrow.to.parent === owner?.id);
    if (isNear) return arrowLines([arrow]);
    if (!owner) {
      crossing.push(...crossingLines([arrow]));
      return [];
    }
    if (arrow.also.length === 0) return [...(arrow.to!.kind === 'choice' ? declaration(arrow.to!) : []), ...arrowLines([arrow])];
    const fork = forkId();
    crossing.push(...prongs(arrow, fork));
    return forkLines(arrow, fork);
  };

  const declaration = (state: State): readonly string[] => {
    if (state.kind === 'choice') return [`state ${id(state)} <<choice>>`];
    return [`state "${labelOf(state)}" as ${id(state)}`, ...behaviourLines(state).map((line) => `${id(state)} : ${escape(line, 'arrow')}`)];
  };
  const noteLines = (state: State): readonly string[] => {
    const note = [...(isBlock(state) ? behaviourLines(state) : []), ...(state.note ? state.note.split('\n').map(quoteNote) : [])].join('\n');
    return note === '' ? [] : [`note right of ${id(state)} : ${escape(note, 'note')}`];
  };

  const blockLines = (state: State): readonly string[] => [
    keeps(state) ? `state ${id(state)} {` : `state "${labelOf(state)}" as ${id(state)} {`,
    ...innerLines(state).map((line) => `  ${line}`),
    '}',
  ];
  const innerLines = (state: State): readonly string[] => {
    if (state.kind !== 'parallel') return lines(boxesIn(state), state, initialArrow(state));
    const regions = boxesIn(state).map((region) => (isBare(region) ? lines(boxesIn(region), region, initialArrow(region)) : lines([region], state, undefined)));
    return regions.flatMap((region, at) => (at > 0 && isDivided(state) ? ['--', ...region] : region));
  };

  const lines = (states: readonly State[], owner: State | undefined, initial: Arrow | undefined): readonly string[] => {
    const ordered = inOrder(states);
    const reached = new Set<State | undefined>(initial && initial.also.length === 0 ? [initial.from, initial.to] : []);
    for (const state of ordered) for (const { from, to } of arrowsFrom(state).inside) reached.add(from).add(to);
    return [
      ...ordered.filter((state) => !keeps(state) && !isBlock(state)).flatMap(declaration),
      ...(initial ? startLines(initial, owner) : []),
      ...(owner ? [] : [...otherStarts.flatMap((other) => startLines(other, owner)), ...contextLines()]),
      ...ordered.flatMap((state) => {
        const { inside, crossing: outside } = arrowsFrom(state);
        crossing.push(...crossingLines(outside));
        if (isBlock(state)) return [...blockLines(state), ...arrowLines(inside), ...noteLines(state)];
        // A state must be mentioned before its note is, or it is drawn without a box; and where all its arrows come later, its place must be told.
        const bare = keeps(state) && inside.length === 0 && (!reached.has(state) || outside.length > 0);
        return [...(bare ? [id(state)] : arrowLines(inside)), ...noteLines(state)];
      }),
    ];
  };

  const contextLines = (): readonly string[] => {
    const [first, about] = [initialArrow(undefined)!.to, contextNote(chart)];
    if (!first || about === '') return [];
    const line = `note left of ${id(first)} : ${escape(about, 'note')}`;
    if (first.parent === undefined) return [line];
    crossing.push(line);
    return [];
  };

  return () => [...lines(boxesIn(undefined), undefined, initialArrow(undefined)), ...crossing, ...(marks ? classLines(marks, ids) : [])];
}

/** One line of the diagram. */
interface Lined {
  readonly ends: string;
  readonly labels: string[];
}

function shownName(state: State): string {
  if (state.kind === 'history') return state.depth === 'deep' ? 'H*' : 'H';
  return veil(nameOf(state), state.parent !== undefined);
}

/** How marked states are drawn: Mermaid has no such thing for arrows. */
function classLines({ states }: Marks, ids: ReadonlyMap<string, string>): readonly string[] {
  return Object.entries(CLASSES).flatMap(([mark, style]) => {
    const marked = [...states].flatMap(([state, own]) => (own === mark ? (ids.get(state) ?? []) : []));
    return marked.length === 0 ? [] : [`classDef ${mark} ${style}`, `class ${marked.join(',')} ${mark}`];
  });
}

const CLASSES: { readonly [M in Mark]: string } = {
  added: 'stroke:#1a7f37,stroke-width:3px',
  removed: 'stroke:#cf222e,stroke-dasharray:5 4',
  changed: 'stroke:#9a6700,stroke-width:3px,stroke-dasharray:12 3 2 3',
};
