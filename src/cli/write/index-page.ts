/** In: charted machines and their sources. Out: a Markdown page that shows each picture beside its source. */
import { counted, stateCount, transitionCount } from '../say/count.ts';
import type { Charted } from '../read/read.ts';

export interface Shown {
  readonly machine: Charted;
  /** The machine's own text in its file. */
  readonly source: string;
  /** From the page to the file. */
  readonly link: string;
}

export function indexPage(shown: readonly Shown[]): string {
  return ['# Machines', '', 'Written by `yieldchart compile --index`. Do not edit.', '', ...shown.map(entry), ''].join('\n');
}

function entry({ machine: { name, stem, chart, place }, source, link }: Shown): string {
  // Not in the columns of a table: a long line of code would leave the picture no room.
  return [
    `## ${name}`,
    '',
    `[${link.split('/').at(-1)}](${encodeURI(link)}#L${place.line}), ${counted(stateCount(chart), 'state')}, ${counted(transitionCount(chart), 'transition')};`,
    `[diagram](${stem}.mmd), [XState module](${stem}.xstate.ts), [JSON](${stem}.xstate.json)`,
    '',
    `![The statechart of ${name}](${stem}.svg)`,
    '',
    fenced(source),
    '',
  ].join('\n');
}

/** A fence longer than any in the text. */
function fenced(source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}ts\n${source.trim()}\n${fence}`;
}
