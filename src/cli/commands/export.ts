/** `yieldchart export`: one machine in one notation, on stdout and nothing else there. */
import { type Command, UsageError, exits, limits, maxValuesOption, text } from '../command.ts';
import { shownPath } from '../read/disk.ts';
import { didYouMean } from '../arguments.ts';
import { notations } from '../write/notations.ts';
import { partialOption, refusePartial } from '../partial.ts';
import { charted, everythingSaid, readMachines, readingExit } from '../read/read.ts';
import { sayDiagnostics } from '../say/say.ts';
import { print } from '../say/terminal.ts';

const names = Object.keys(notations);

export const exportCommand: Command = {
  name: 'export',
  summary: 'print one machine in one notation',
  usage: `FILE#NAME --to ${names.join('|')} [--from DIR] [--max-values N]`,
  arguments: { least: 1, most: 1, called: 'one FILE#NAME' },
  options: {
    to: { type: 'string', value: 'NOTATION', required: true, says: names.join(', ') },
    from: { type: 'string', value: 'DIR', says: 'the folder the result will stand in, where its imports start (the current one)' },
    partial: partialOption,
    'max-values': maxValuesOption,
  },
  examples: [
    { line: 'yieldchart export machines/traffic-light.ts --to mermaid', does: 'the diagram; a FILE with one machine needs no #NAME' },
    { line: 'yieldchart export machines/login.ts#login --to xstate --from src > src/login.xstate.ts', does: 'the XState module, its imports starting in src' },
  ],
  async run(call, { cwd, out, err }) {
    refusePartial(call);
    const to = text(call, 'to') ?? '';
    const notation = notations[to];
    if (!Object.hasOwn(notations, to) || !notation) throw new UsageError(`There is no notation ${to}.${didYouMean(to, names, '')} There are: ${names.join(', ')}.`);

    const reading = await readMachines(call.arguments, cwd, limits(call));
    const several = reading.machines.length > 1;
    if (several) throw new UsageError(`${call.arguments[0]} has ${reading.machines.length} machines; which one?\n${reading.machines.map(({ file, name }) => `  ${file}#${name}`).join('\n')}`);
    sayDiagnostics(everythingSaid(reading), reading.host, err);
    const exit = readingExit(reading);
    const machine = charted(reading.machines)[0];
    if (machine && exit === exits.fine) print(out, await notation.write(machine.chart, shownPath(text(call, 'from') ?? '.', cwd)));
    return exit;
  },
};
