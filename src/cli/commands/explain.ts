/** `yieldchart explain`: what a diagnostic means, or what the compiler made of a machine, and why. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type DiagnosticCode, catalogue } from '../../diagnostic/catalogue.ts';
import { explainCode } from '../../diagnostic/render.ts';
import { didYouMean } from '../arguments.ts';
import { type Command, UsageError, exits, jsonOption, limits, maxValuesOption } from '../command.ts';
import { explainMachine, explanationJson } from '../say/explain-machine.ts';
import { everythingSaid, readMachines, readingExit } from '../read/read.ts';
import { diagnosticJson, sayDiagnostics } from '../say/say.ts';
import { print, printJson } from '../say/terminal.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'say what a diagnostic means, or what was made of a machine',
  usage: 'CODE | FILE#NAME [--max-values N] [--json]',
  arguments: { least: 1, most: 1, called: 'one CODE or FILE#NAME' },
  options: { 'max-values': maxValuesOption, json: jsonOption },
  examples: [
    { line: 'yieldchart explain loop-can-spin', does: 'what it means, why it is so, and the way out' },
    { line: 'yieldchart explain machines/login.ts#login', does: 'of each variable whether it is control or context and why, of each state where it comes from' },
  ],
  async run(call, { cwd, out, err }) {
    const [word = ''] = call.arguments;
    const { json } = call.options;
    const options = limits(call);
    if (isCode(word)) {
      if (json) printJson(out, { code: word, severity: catalogue[word].severity, why: catalogue[word].why, fix: catalogue[word].fix });
      else print(out, explainCode(word, { colour: out.colour }));
      return exits.fine;
    }
    // A code has no dot, slash or #: what has none either, and is not on the disk, was meant as a code.
    if (/^[a-z-]+$/.test(word) && !existsSync(resolve(cwd, word))) throw new UsageError(`There is no diagnostic ${word}.${didYouMean(word, Object.keys(catalogue), '')}`);

    const reading = await readMachines([word], cwd, options);
    const said = everythingSaid(reading);
    if (json) printJson(out, { machines: reading.machines.map(explanationJson), diagnostics: said.map((diagnostic) => diagnosticJson(diagnostic, reading.host)) });
    else {
      sayDiagnostics(said, reading.host, err);
      print(out, reading.machines.map((machine) => explainMachine(machine, out.colour)).join('\n\n\n'));
    }
    return readingExit(reading);
  },
};

function isCode(word: string): word is DiagnosticCode {
  return Object.hasOwn(catalogue, word);
}
