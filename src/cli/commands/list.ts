/** `yieldchart list`: which machines there are. */
import { refuses } from '../../diagnostic/diagnostic.ts';
import type { Machine } from '../../compile.ts';
import { type Command, jsonOption, limits, maxValuesOption } from '../command.ts';
import { stateCount, transitionCount } from '../say/count.ts';
import { everythingSaid, readMachines, readingExit } from '../read/read.ts';
import { diagnosticJson, sayDiagnostics } from '../say/say.ts';
import { table } from '../say/table.ts';
import { print, printJson } from '../say/terminal.ts';

export const list: Command = {
  name: 'list',
  summary: 'name the machines found, with their states and transitions counted',
  usage: 'FILES… [--max-values N] [--json]',
  arguments: { least: 1, most: Infinity, called: 'at least one FILE' },
  options: { 'max-values': maxValuesOption, json: jsonOption },
  examples: [
    { line: 'yieldchart list machines', does: 'all machines in a folder' },
    { line: 'yieldchart list machines/login.ts --json', does: 'of one file, for a program' },
  ],
  async run(call, { cwd, out, err }) {
    const reading = await readMachines(call.arguments, cwd, limits(call));
    const { machines, host } = reading;
    const said = everythingSaid(reading).filter(refuses);
    if (call.options['json']) {
      printJson(out, { machines: machines.map(machineJson), diagnostics: said.map((diagnostic) => diagnosticJson(diagnostic, host)) });
    } else {
      const rows = machines.map((machine) => [machine.name, ...counts(machine), `${machine.file}:${machine.place.line}`]);
      if (rows.length > 0) print(out, table([{ title: 'machine' }, { title: 'states', align: 'right' }, { title: 'transitions', align: 'right' }, { title: 'where' }], rows));
      sayDiagnostics(said, host, err);
    }
    return readingExit(reading);
  },
};

function counts({ chart }: Machine): string[] {
  return chart ? [String(stateCount(chart)), String(transitionCount(chart))] : ['–', 'refused'];
}

function machineJson({ name, file, place, stem, chart }: Machine): object {
  const found = { name, file, line: place.line, stem };
  return chart ? { ...found, refused: false, states: stateCount(chart), transitions: transitionCount(chart) } : { ...found, refused: true };
}
