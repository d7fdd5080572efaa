/** `yieldchart compile`: every machine in every notation, written into a folder, or compared with what is there. */
import { resolve } from 'node:path';
import { type Diagnostic, refuses } from '../../diagnostic/diagnostic.ts';
import { type Command, type Exit, UsageError, exits, jsonOption, limits, maxValuesOption, text } from '../command.ts';
import { type Comparison, compareFolder } from '../write/compare-folder.ts';
import { counted } from '../say/count.ts';
import { refuseForeign } from '../write/ours.ts';
import { partialOption, refusePartial } from '../partial.ts';
import { type Plan, planOutputs } from '../write/plan.ts';
import { type Reading, everythingSaid, readMachines, readingExit } from '../read/read.ts';
import { diagnosticJson, sayDiagnostics } from '../say/say.ts';
import { type Terminal, print, printJson } from '../say/terminal.ts';
import { writeWhole } from '../write/write.ts';

export const compileCommand: Command = {
  name: 'compile',
  summary: 'write every machine as diagram, picture and XState machine',
  usage: 'FILES… --out DIR [--check | --watch] [--index] [--max-values N] [--json]',
  arguments: { least: 1, most: Infinity, called: 'at least one FILE' },
  options: {
    out: { type: 'string', value: 'DIR', required: true, says: 'the folder to write into' },
    check: { type: 'boolean', says: 'write nothing; fail if a file is stale, missing or an orphan' },
    watch: { type: 'boolean', says: 'write again whenever a file changes that was read or looked for, until q or Ctrl-C' },
    index: { type: 'boolean', says: 'also write a README.md that shows every machine beside its source' },
    partial: partialOption,
    'max-values': maxValuesOption,
    json: jsonOption,
  },
  examples: [
    { line: 'yieldchart compile machines --out diagrams --index', does: 'all machines of a folder, and a page of them' },
    { line: 'yieldchart compile machines --out diagrams --watch', does: 'while you write: each change is drawn at once' },
    { line: 'yieldchart compile machines --out diagrams --index --check', does: 'in CI: is what is committed what would be written?' },
  ],
  async run(call, terminal) {
    refusePartial(call);
    const folder = text(call, 'out');
    if (!folder) throw new UsageError('--out needs a folder.');
    const { index = false, check = false, json = false, watch = false } = call.options;
    if (watch) {
      if (check || json) throw new UsageError(`--watch writes for a person to see, so what is --${check ? 'check' : 'json'} for?`);
      const { watchAndCompile } = await import('../watch/watch.ts');
      return watchAndCompile({ words: call.arguments, folder, index: index === true, options: limits(call) }, terminal, (written, plan) => writtenWords(written, plan, folder));
    }

    const reading = await readMachines(call.arguments, terminal.cwd, limits(call));
    const said = everythingSaid(reading);
    // A wrong path is put right and the command given again: nothing is written on the way.
    if (readingExit(reading) === exits.usage) return report(check ? { stale: [], missing: [], orphans: [] } : { written: [], unchanged: [] }, said, '', exits.usage);

    const plan = await planOutputs(reading, folder, index === true, terminal);
    const all = [...said, ...plan.diagnostics];
    const exit = all.some(refuses) ? exits.found : exits.fine;
    if (check) {
      const comparison = compareFolder(resolve(terminal.cwd, folder), plan);
      return report({ ...comparison }, all, comparisonWords(comparison, plan, folder), Object.values(comparison).flat().length > 0 ? exits.found : exit);
    }
    refuseForeign(resolve(terminal.cwd, folder), folder, plan.groups.flat());
    const written = plan.groups.flatMap((group) => writeWhole(resolve(terminal.cwd, folder), folder, group));
    return report({ written, unchanged: names(plan).filter((name) => !written.includes(name)) }, all, writtenWords(written.length, plan, folder), exit);

    function report(result: object, diagnostics: readonly Diagnostic[], words: string, end: Exit): Exit {
      if (json) printJson(terminal.out, { ...result, diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, reading.host)) });
      else sayAll(diagnostics, words, reading, terminal);
      return end;
    }
  },
};

function sayAll(diagnostics: readonly Diagnostic[], words: string, { host }: Reading, { out, err }: Terminal): void {
  sayDiagnostics(diagnostics, host, err);
  print(out, words);
}

function names({ groups }: Plan): readonly string[] {
  return groups.flat().map(({ name }) => name);
}

function writtenWords(written: number, plan: Plan, folder: string): string {
  const unchanged = names(plan).length - written;
  const refused = plan.left > 0 ? `; ${counted(plan.left, 'machine')} refused` : '';
  return `${counted(plan.machines.length, 'machine')} in ${folder}: ${counted(written, 'file')} written, ${unchanged} unchanged${refused}.`;
}

function comparisonWords({ stale, missing, orphans }: Comparison, plan: Plan, folder: string): string {
  const lines = [...stale.map((name) => `stale    ${folder}/${name}`), ...missing.map((name) => `missing  ${folder}/${name}`), ...orphans.map((name) => `orphan   ${folder}/${name}`)];
  if (lines.length === 0) return `${counted(names(plan).length, 'file')} in ${folder} as they would be written.`;
  const way = stale.length + missing.length > 0 ? 'Run the same command without --check to write them.' : '';
  return [...lines, ...(orphans.length > 0 ? ['No machine has the orphans: delete them, or give their files too.'] : []), way].filter(Boolean).join('\n');
}
