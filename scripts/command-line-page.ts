/** In: the commands, as data. Out: a Markdown page of the command line. */
import type { Command } from '../src/cli/command.ts';
import { optionRow } from '../src/cli/say/help.ts';
import { commands } from '../src/cli/main.ts';

export function commandLinePage(): string {
  return [
    '# The command line',
    '',
    'Written from the commands by `npm run docs`; `yieldchart COMMAND --help` says the same.',
    '',
    'A FILE is a module with exported generator functions, or a folder: then all modules below it. `FILE#NAME` is one',
    'machine: the name of the export (`default` for a default export), or a dotted path to a method (`Lights.pedestrian`).',
    '',
    'Results go to stdout; diagnostics and progress to stderr. Progress is for terminals only, and so are colours, unless `FORCE_COLOR`',
    'asks for them; `NO_COLOR` turns them off. With `--json`, stdout is one JSON document.',
    '',
    '| exit | means |',
    '|---|---|',
    '| 0 | fine |',
    '| 1 | a difference was found, or a machine was refused |',
    '| 2 | wrong usage: an unknown option, a file that is not there, a folder or an output that cannot be written |',
    '| 3 | our bug |',
    '| 4 | nothing wrong was found, but not everything could be decided or exercised |',
    '',
    ...commands.map(section),
  ].join('\n');
}

function section({ name, summary, usage, options, examples }: Command): string {
  return [
    `## \`${name}\``,
    '',
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    '',
    '```',
    `yieldchart ${name} ${usage}`,
    '```',
    '',
    '| option | |',
    '|---|---|',
    ...Object.entries(options).map(optionRow).map(([option, says]) => `| \`${option}\` | ${says} |`),
    '',
    ...examples.flatMap(({ line, does }) => [`${does[0]?.toUpperCase()}${does.slice(1)}${does.endsWith('?') ? '' : ':'}`, '', '```', line, '```', '']),
  ].join('\n');
}
