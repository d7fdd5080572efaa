/** `yieldchart check`: generator, chart, diagram and XState machine against each other, or against something of yours. */
import type { Verdict } from '../../check/index.ts';
import { palette } from '../../diagnostic/colour.ts';
import type { Options } from '../../compile.ts';
import { type Diagnostic, refuses } from '../../diagnostic/diagnostic.ts';
import type { Host } from '../../host.ts';
import { bugWords } from '../say/bug.ts';
import { type Call, type Command, type Exit, UsageError, exits, jsonOption, limits, maxValuesOption, text } from '../command.ts';
import { type Differing, writeDiffPictures } from '../write/diff-pictures.ts';
import { diskHost } from '../read/disk.ts';
import { progress } from '../say/progress.ts';
import { charted, everythingSaid, readMachines, readingExit } from '../read/read.ts';
import { diagnosticJson, sayDiagnostics } from '../say/say.ts';
import { stemOf } from '../write/stem.ts';
import type { Shown } from '../read/readable.ts';
import { findTargets, isModule } from '../read/targets.ts';
import { type Stream, type Terminal, print, printJson } from '../say/terminal.ts';
import { verdictTable } from '../say/verdict-table.ts';

export const check: Command = {
  name: 'check',
  summary: 'hold generator, chart, diagram and XState machine against each other',
  usage: 'FILE… [--against OTHER [--map A=B,…] [--accept-names] [--out DIR]] [--ignore NAME,…] [--live] [--max-values N] [--json]',
  arguments: { least: 1, most: Infinity, called: 'at least one FILE' },
  options: {
    against: { type: 'string', value: 'OTHER', says: 'another generator, an XState machine (module or JSON), a .mmd diagram, or a chart as JSON; FILE may be any of these too' },
    map: { type: 'string', value: 'A=B,…', says: "what the other calls a state or an event: RED=stop,next=NEXT" },
    'accept-names': { type: 'boolean', says: 'two names that are always met together are one: no --map is needed' },
    ignore: { type: 'string', value: 'NAME,…', says: 'events, actions and variables that do not matter' },
    out: { type: 'string', value: 'DIR', says: 'where the two differ, write NAME.diff.mmd and NAME.diff.svg: both in one picture' },
    live: { type: 'boolean', says: 'run the real packages and globals, not recorders: what they do is done' },
    'max-values': maxValuesOption,
    json: jsonOption,
  },
  examples: [
    { line: 'yieldchart check machines', does: 'all machines of a folder, as a table' },
    { line: 'yieldchart check machines/login.ts#login --against login.machine.ts', does: 'is the machine written by hand the same?' },
    { line: 'yieldchart check machines/login.ts --against diagrams/login.mmd', does: 'is the diagram the same?' },
    { line: 'yieldchart check old.machine.ts --against new.machine.ts', does: 'do two XState machines do the same?' },
  ],
  async run(call, terminal) {
    const { cwd, err } = terminal;
    const other = text(call, 'against');
    const alone = other === undefined ? ['map', 'accept-names', 'out'].find((name) => call.options[name] !== undefined) : undefined;
    if (alone !== undefined) throw new UsageError(`--${alone} is for two that are held against each other: it needs --against OTHER.`);
    const names: Names = { map: namesIn(text(call, 'map')), acceptNames: call.options['accept-names'] === true, ignore: listIn(text(call, 'ignore')) };
    const reading = await readMachines(call.arguments, cwd, limits(call));
    const files = new Map<Verdict, string>();
    const report = (verdicts: readonly Verdict[], said: readonly Diagnostic[], exit: Exit): Promise<Exit> => show({ verdicts, files }, said, reading.host, exit, call, terminal);
    const draw = async ({ kind }: Verdict, charts: Differing): Promise<void> => {
      const folder = text(call, 'out');
      if (folder !== undefined && kind === 'different') await writeDiffPictures([charts], folder, cwd);
    };
    const [word] = call.arguments;
    if (other !== undefined && call.arguments.length === 1 && reading.machines.length === 0 && (await isOther(word!, cwd))) {
      const { verdict, said = [], exit, charts } = await checkTwo(word!, other, names, cwd, limits(call));
      if (verdict && charts) await draw(verdict, charts);
      if (verdict) files.set(verdict, word!);
      return verdict ? report([verdict], said, verdictExit([verdict])) : report([], said, exit);
    }
    const said = [...everythingSaid(reading)];
    const machines = charted(reading.machines);
    if (readingExit(reading) === exits.usage) return report([], said, exits.usage);
    if (other !== undefined && reading.machines.length > 1) {
      throw new UsageError(`--against takes one machine, and there are ${reading.machines.length}; which one?\n${reading.machines.map(({ file, name }) => `  ${file}#${name}`).join('\n')}`);
    }

    // Here, not above: XState and the loader of the user's code are needed by no other command.
    const [{ checkMachine }, { chartIn, findReadable }, { partsOf }] = await Promise.all([import('../../check/index.ts'), import('../read/readable.ts'), import('../read/parts.ts')]);
    const against = other !== undefined && machines[0] ? await findReadable(other, machines[0].name, cwd, limits(call)) : undefined;
    if (against && 'diagnostics' in against) return report([], [...said, ...against.diagnostics], against.exit);
    const shown = progress(err, machines.length);
    const verdicts: Verdict[] = [];
    const bugs: string[] = [];
    for (const machine of machines) {
      shown.step(machine.name);
      try {
        const verdict = checkMachine({ ...(await partsOf(machine, against?.readable, { cwd, live: call.options['live'] === true, ignore: names.ignore })), ...names });
        // Two of a name are told apart by their files.
        const told = machines.some((one) => one !== machine && one.name === machine.name) ? { ...verdict, machine: `${machine.file}#${machine.name}` } : verdict;
        files.set(told, machine.file);
        verdicts.push(told);
      } catch (error) {
        if (error instanceof UsageError) throw error;
        // One machine that we fail on must not cost the verdicts on the others.
        bugs.push(bugWords(error, `yieldchart check ${machine.file}#${machine.name}`));
      }
    }
    shown.end();
    if (against && machines[0] && verdicts[0]) await draw(verdicts[0], { stem: machines[0].stem, old: machines[0].chart, new: chartIn(against.readable).chart });
    const exit = await report(verdicts, said, said.some(refuses) ? exits.found : verdictExit(verdicts));
    print(err, bugs.join('\n\n'));
    return bugs.length > 0 ? exits.bug : exit;
  },
};

interface Names {
  readonly map: Readonly<Record<string, string>>;
  readonly acceptNames: boolean;
  readonly ignore: readonly string[];
}

/** Whether a file without generators is something else that can be read. */
async function isOther(word: string, cwd: string): Promise<boolean> {
  const [target] = findTargets([word], cwd);
  return target !== undefined && !target.found && (!isModule(target.file) || (diskHost(cwd).read(target.file) ?? '').includes('xstate'));
}

/** Neither is a generator that could be run: what is read of them is held against each other. */
async function checkTwo(word: string, other: string, names: Names, cwd: string, options: Options): Promise<{ readonly verdict?: Verdict; readonly charts?: Differing; readonly said?: readonly Diagnostic[]; readonly exit: Exit }> {
  const [{ checkCharts }, { chartIn, findReadable }] = await Promise.all([import('../../check/index.ts'), import('../read/readable.ts')]);
  const a = await findReadable(word, undefined, cwd, options);
  if ('diagnostics' in a) return { said: a.diagnostics, exit: a.exit };
  const left = chartIn(a.readable);
  const b = await findReadable(other, left.chart.name, cwd, options);
  if ('diagnostics' in b) return { said: b.diagnostics, exit: b.exit };
  const right = chartIn(b.readable);
  return { verdict: checkCharts({ a: left, b: right, ...names, reasons: [...new Set([...left.unread, ...right.unread, ...begun(left, right)])] }), charts: { stem: stemOf(word), old: left.chart, new: right.chart }, exit: exits.fine };
}

/** Two XState machines begin alike, or it is said. Against anything else, it is what could not be compared. */
function begun(a: Shown, b: Shown): readonly string[] {
  return a.begins === b.begins ? [] : [`the two begin with other contexts: ${a.begins ?? 'none that is shown'} and ${b.begins ?? 'none that is shown'}`];
}

/** Verdicts, and the file that each is on. */
interface Found {
  readonly verdicts: readonly Verdict[];
  readonly files: ReadonlyMap<Verdict, string>;
}

async function show({ verdicts, files }: Found, said: readonly Diagnostic[], host: Host, exit: Exit, call: Call, { out, err }: Terminal): Promise<Exit> {
  if (call.options['json']) {
    printJson(out, { verdicts: verdicts.map((verdict) => ({ file: files.get(verdict), ...verdict })), diagnostics: said.map((diagnostic) => diagnosticJson(diagnostic, host)) });
    return exit;
  }
  sayDiagnostics(said, host, err);
  if (verdicts.length > 1) print(out, verdictTable(verdicts, out.colour));
  const { tell } = await import('../../check/index.ts');
  for (const verdict of verdicts) if (verdicts.length === 1 || verdict.kind !== 'same' || verdict.impossible.length > 0) print(out, (verdicts.length > 1 ? '\n' : '') + coloured(tell(verdict), verdict, out));
  return exit;
}

/** `RED=stop,next=NEXT` */
function namesIn(list: string | undefined): Readonly<Record<string, string>> {
  const pairs = (list ?? '').split(',').filter((pair) => pair !== '').map((pair) => /^([^=]+)=(.+)$/.exec(pair)?.slice(1).map((name) => name.trim()));
  if (!pairs.every((pair) => pair !== undefined)) throw new UsageError(`--map takes pairs of names, as in --map RED=stop,next=NEXT, and not ${list}.`);
  return Object.fromEntries(pairs) as Readonly<Record<string, string>>;
}

function listIn(list: string | undefined): readonly string[] {
  return (list ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
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
