/** In: the commands, as data. Out: the help a person reads. */
import { type Palette, palette } from '../../diagnostic/colour.ts';
import type { Command, Option } from '../command.ts';

export function generalHelp(commands: readonly Command[], colour: boolean): string {
  const colours = palette(colour);
  return [
    'yieldchart: write a state machine as a generator function; get its chart, and a check that they agree.',
    '',
    heading('Usage', colours),
    '  yieldchart COMMAND …',
    '',
    heading('Commands', colours),
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    heading('Options', colours),
    ...columns([['--help', 'what a command does, with examples'], ['--version', 'the version']]),
    '',
    heading('Examples', colours),
    ...commands.flatMap(({ examples }) => examples.slice(0, 1)).map(({ line }) => `  ${line}`),
    '',
    'A FILE is a module with exported generator functions, or a folder of them; FILE#NAME is one machine in it.',
    'Exit codes: 0 fine, 1 a difference found or a machine refused, 2 wrong usage, 3 our bug, 4 not everything decided.',
  ].join('\n');
}

export function commandHelp({ name, usage, summary, options, examples }: Command, colour: boolean): string {
  const colours = palette(colour);
  return [
    `yieldchart ${name}: ${summary}.`,
    '',
    heading('Usage', colours),
    `  yieldchart ${name} ${usage}`,
    '',
    heading('Options', colours),
    ...columns([...Object.entries(options).map(optionRow), ['--help', 'print this']]),
    '',
    heading('Examples', colours),
    ...examples.flatMap(({ line, does }) => [`  ${colours.dim(`# ${does}`)}`, `  ${line}`]),
  ].join('\n');
}

export function optionRow([name, { value, says }]: [string, Option]): [string, string] {
  return [`--${name}${value ? ` ${value}` : ''}`, says];
}

function heading(text: string, colours: Palette): string {
  return colours.bold(`${text}:`);
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
