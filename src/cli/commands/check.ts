/** `yieldchart check`: generator, chart, diagram and XState machine against each other, or against something of yours. */
import type { Verdict } from '../../check/index.ts';
import { palette } from '../../diagnostic/colour.ts';
import { refuses } from '../../diagnostic/diagnostic.ts';
import { bugWords } from '../bug.ts';
import { type Command, type Exit, UsageError, exits, jsonOption, limits, maxValuesOption, text } from '../command.ts';
import { progress } from '../progress.ts';
import { charted, everythingSaid, readMachines, readingExit } from '../read.ts';
import { diagnosticJson, sayDiagnostics } from '../say.ts';
import { type Stream, print, printJson } from '../terminal.ts';
import { verdictTable } from '../verdict-table.ts';

export const check: Command = {
  name: 'check',
  summary: 'hold generator, chart, diagram and XState machine against each other',
  usage: 'FILE… [--against OTHER [--map A=B,…] [--accept-names]] [--live] [--max-values N] [--json]',
  arguments: { least: 1, most: Infinity, called: 'at least one FILE' },
  options: {
    against: { type: 'string', value: 'OTHER', says: 'an XState machine module, a .mmd diagram, or another generator' },
    map: { type: 'string', value: 'A=B,…', says: "what a machine of somebody else's calls a state or an event: RED=stop,next=NEXT" },
    'accept-names': { type: 'boolean', says: 'take names for one another that are always met together' },
    live: { type: 'boolean', says: 'run the real packages and globals, not recorders: what they do is done' },
    'max-values': maxValuesOption,
    json: jsonOption,
  },
  examples: [
    { line: 'yieldchart check machines', does: 'all machines of a folder, as a table' },
    { line: 'yieldchart check machines/login.ts#login --against login.machine.ts', does: 'is the machine written by hand the same?' },
    { line: 'yieldchart check machines/login.ts --against diagrams/login.mmd', does: 'is the diagram the same?' },
  ],
  async run(call, { cwd, out, err }) {
    const reading = await readMachines(call.arguments, cwd, limits(call));
    const said = [...everythingSaid(reading)];
    const machines = charted(reading.machines);
    const other = text(call, 'against');
    if (readingExit(reading) === exits.usage) return report([], exits.usage);
    if (other !== undefined && reading.machines.length > 1) {
      throw new UsageError(`--against takes one machine, and there are ${reading.machines.length}; which one?\n${reading.machines.map(({ file, name }) => `  ${file}#${name}`).join('\n')}`);
    }

    // Here, not above: XState and the loader of the user's code are needed by no other command.
    const [{ checkMachine }, { findAgainst }, { partsOf }] = await Promise.all([import('../../check/index.ts'), import('../against.ts'), import('../parts.ts')]);
    const against = other !== undefined && machines[0] ? await findAgainst(other, machines[0].name, cwd, limits(call)) : undefined;
    if (against && 'diagnostics' in against) {
      said.push(...against.diagnostics);
      return report([], against.exit);
    }
    const shown = progress(err, machines.length);
    const verdicts: Verdict[] = [];
    const bugs: string[] = [];
    for (const machine of machines) {
      shown.step(machine.name);
      try {
        verdicts.push(checkMachine({ ...(await partsOf(machine, against?.against, { cwd, live: call.options['live'] === true })), map: namesIn(text(call, 'map')), acceptNames: call.options['accept-names'] === true }));
      } catch (error) {
        if (error instanceof UsageError) throw error;
        // One machine that we fail on must not cost the verdicts on the others.
        bugs.push(bugWords(error, `yieldchart check ${machine.file}#${machine.name}`));
      }
    }
    shown.end();
    const exit = await report(verdicts, said.some(refuses) ? exits.found : verdictExit(verdicts));
    print(err, bugs.join('\n\n'));
    return bugs.length > 0 ? exits.bug : exit;

    async function report(verdicts: readonly Verdict[], exit: Exit): Promise<Exit> {
      if (call.options['json']) {
        printJson(out, { verdicts, diagnostics: said.map((diagnostic) => diagnosticJson(diagnostic, reading.host)) });
        return exit;
      }
      sayDiagnostics(said, reading.host, err);
      if (verdicts.length > 1) print(out, verdictTable(verdicts, out.colour));
      const { tell } = await import('../../check/index.ts');
      for (const verdict of verdicts) if (verdicts.length === 1 || verdict.kind !== 'same' || verdict.impossible.length > 0) print(out, (verdicts.length > 1 ? '\n' : '') + coloured(tell(verdict), verdict, out));
      return exit;
    }
  },
};

/** `RED=stop,next=NEXT` */
function namesIn(list: string | undefined): Readonly<Record<string, string>> {
  const pairs = (list ?? '').split(',').filter((pair) => pair !== '').map((pair) => /^([^=]+)=(.+)$/.exec(pair)?.slice(1).map((name) => name.trim()));
  if (!pairs.every((pair) => pair !== undefined)) throw new UsageError(`--map takes pairs of names, as in --map RED=stop,next=NEXT, and not ${list}.`);
  return Object.fromEntries(pairs) as Readonly<Record<string, string>>;
}

function verdictExit(verdicts: readonly Verdict[]): Exit {
  if (verdicts.some(({ kind }) => kind === 'different')) return exits.found;
  return verdicts.some(({ kind }) => kind === 'undecided') ? exits.undecided : exits.fine;
}

/** The story with its verdict in colour, and the step at which it parts. */
function coloured([first = '', ...rest]: readonly string[], { kind }: Verdict, { colour }: Stream): string {
  const colours = palette(colour);
  const paint = { same: colours.green, different: colours.red, undecided: colours.yellow }[kind];
  return [paint(first), ...rest.map((line) => (line.trimStart().startsWith('≠') ? colours.red(line) : line))].join('\n');
}
