/** A difference in, what is told of it out: lines for a person at a terminal, and Markdown for a pull request. */
import { type Mark, signs } from '../../format/marks.ts';
import type { Change, ChartDiff } from './chart-diff.ts';
import { listed, quote } from './words.ts';

/** One line; `mark` of one that tells a change. */
export interface ToldLine {
  readonly text: string;
  readonly depth: 0 | 1 | 2;
  readonly mark?: Mark;
}

/** How many lines are shown before the rest is only counted. */
const MOST_LINES = 12;

/**
 * The difference in lines: what it comes to, then what is of the whole machine, then state by state; of more than `most` changes, how many more there are.
 *
 * @example tellDiff(diff).map(({ text }) => text) // ['checkout: 1 difference', 'In `paid`, after `pay`:', '`cancel` now leads to `refunding`; before it was ignored.']
 */
export function tellDiff(diff: ChartDiff, most = MOST_LINES): readonly ToldLine[] {
  const { machine, kind, changes, reasons, configurations } = diff;
  const title = `${machine}: ${kind === 'same' ? 'no difference in behaviour' : kind === 'undecided' ? 'undecided' : counted(changes.length, 'difference')}`;
  const shown = changes.length > most ? changes.slice(0, most - 1) : changes;
  const rest = changes.length - shown.length;
  return [
    { text: kind === 'same' && configurations > 0 ? `${title} (${counted(configurations, 'configuration')} compared)` : title, depth: 0 },
    ...grouped(shown),
    ...(rest > 0 ? [{ text: `… and ${rest} more`, depth: 1 as const }] : []),
    ...reasons.map((reason): ToldLine => ({ text: `${kind === 'different' ? 'Not decided' : 'No difference was found, but'}: ${reason}.`, depth: 1 })),
  ];
}

/** Lines as they stand at a terminal, the marks as signs; `paint` colours a line by its mark. */
export function linesText(lines: readonly ToldLine[], paint: (text: string, mark: Mark) => string = (text) => text): string {
  return lines.map(({ text, depth, mark }) => `${'  '.repeat(depth)}${mark ? paint(`${signs[mark]} ${text}`, mark) : text}`).join('\n');
}

/**
 * Markdown for a pull request: what is told of each machine, with its diagram. `diagram` gives the Mermaid text of a difference, where there is one.
 *
 * @example markdownOf([diff], () => toText(diff)) // '### `checkout`: 1 difference in behaviour\n\n- In `paid`, after `pay`: …'
 */
export function markdownOf(diffs: readonly ChartDiff[], diagram: (diff: ChartDiff) => string | undefined): string {
  const same = diffs.filter(({ kind }) => kind === 'same').map(({ machine }) => quote(machine));
  const told = diffs.filter(({ kind }) => kind !== 'same').map((diff) => {
    const drawn = diagram(diff);
    return [`### ${quote(diff.machine)}: ${diff.kind === 'undecided' ? 'undecided' : `${counted(diff.changes.length, 'difference')} in behaviour`}`, '', ...tellDiff(diff).slice(1).map(listItem), ...(drawn === undefined ? [] : ['', ...drawing(drawn)])].join('\n');
  });
  const rest = same.length === 0 ? [] : [`No difference in behaviour: ${same.length > MOST_LINES ? `${same.length} machines` : listed(same)}.`];
  return `${[...told, ...rest].join('\n\n')}\n`;
}

function listItem({ text, depth, mark }: ToldLine): string {
  return `${'  '.repeat(Math.max(0, depth - 1))}- ${mark ? `**${signs[mark]}** ` : ''}${text}`;
}

function drawing(diagram: string): readonly string[] {
  const legend = `In the diagram, \`${signs.added}\` is only in the new version, \`${signs.removed}\` only in the old, \`${signs.changed}\` another in each.`;
  return ['<details><summary>Diagram</summary>', '', legend, '', '```mermaid', diagram.trimEnd(), '```', '', '</details>'];
}

/** What is of the whole machine, and names that come and go; then, under each state, what comes of events there. */
function grouped(changes: readonly Change[]): readonly ToldLine[] {
  const lines: ToldLine[] = [];
  const heads = changes.filter(({ event }) => event === undefined);
  for (const { message, mark } of heads) lines.push({ text: message, depth: 1, mark });
  let state: string | undefined;
  for (const change of changes) {
    if (change.event === undefined) continue;
    if (change.state !== state) lines.push({ text: `${placeWords(change)}:`, depth: 1 });
    state = change.state;
    lines.push({ text: change.message, depth: 2, mark: change.mark });
  }
  return lines;
}

/** `In \`paid\`, after \`pay\``; a long way is told by its length. */
function placeWords({ state, way }: Change): string {
  const where = `In ${quote(state ?? '')}`;
  if (!way) return where;
  if (way.length === 0) return `${where}, at the start`;
  return `${where}, after ${way.length > LONGEST_WAY ? `${listed(way.slice(0, LONGEST_WAY - 1))} and ${way.length - LONGEST_WAY + 1} more` : listed(way)}`;
}

const LONGEST_WAY = 5;

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
