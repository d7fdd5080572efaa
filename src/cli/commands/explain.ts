/** `yieldchart explain`: what a diagnostic means, or what the compiler made of a machine. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DiagnosticCode, catalogue } from '../../diagnostic/catalogue.ts';
import { explainCode } from '../../diagnostic/render.ts';
import { nearest } from '../arguments.ts';
import { type Command, UsageError, exits, jsonOption } from '../command.ts';
import { explainMachine } from '../explain-machine.ts';
import { charted, everythingSaid, readMachines, readingExit } from '../read.ts';
import { sayDiagnostics } from '../say.ts';
import { print, printJson } from '../terminal.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'say what a diagnostic means, or what was made of a machine',
  usage: 'CODE | FILE#NAME [--json]',
  arguments: { least: 1, most: 1, called: 'one CODE or FILE#NAME' },
  options: { json: jsonOption },
  examples: [
    { line: 'yieldchart explain loop-can-spin', does: 'what it means, why it is so, and the way out' },
    { line: 'yieldchart explain machines/login.ts#login', does: 'its states and variables, and where each comes from' },
  ],
  async run({ arguments: [word = ''], options }, { cwd, out, err }) {
    if (isCode(word)) {
      if (options.json) printJson(out, { code: word, severity: catalogue[word].severity, why: catalogue[word].why, fix: catalogue[word].fix });
      else print(out, explainCode(word, { colour: out.colour }));
      return exits.fine;
    }
    // A code has no dot, slash or #: what has none either, and is not on the disk, was meant as a code.
    if (/^[a-z-]+$/.test(word) && !existsSync(resolve(cwd, word))) throw new UsageError(`There is no diagnostic ${word}.${nearest(word, Object.keys(catalogue), '')}`);
    const reading = await readMachines([word], cwd);
    const machines = charted(reading.machines);
    if (options.json) printJson(out, machines.map(({ name, file, chart }) => ({ name, file, context: chart.context, states: chart.states.map(({ id, kind, places }) => ({ id, kind, places })) })));
    else print(out, machines.map((machine) => explainMachine(machine)).join('\n\n'));
    sayDiagnostics(everythingSaid(reading), reading.host, err);
    return readingExit(reading);
  },
};

function isCode(word: string): word is DiagnosticCode {
  return Object.hasOwn(catalogue, word);
}
