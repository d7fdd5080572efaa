/** `yieldchart diff`: what a change does to a machine's behaviour, between two files or two revisions of one. */
import { type Palette, palette } from '../../diagnostic/colour.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Mark } from '../../format/marks.ts';
import { type Call, type Command, type Exit, UsageError, exits, jsonOption, limits, maxValuesOption, text } from '../command.ts';
import { type Differing, writeDiffPictures } from '../write/diff-pictures.ts';
import { type MachineDiff, diffMachines } from '../diff-machines.ts';
import { type Revision, openRevision } from '../read/revision.ts';
import { diagnosticJson, sayDiagnostics } from '../say/say.ts';
import { type Terminal, print, printJson } from '../say/terminal.ts';
import { type VersionRead, readVersion } from '../read/version-read.ts';

export const diff: Command = {
  name: 'diff',
  summary: 'say in words what behaviour was added, removed or changed',
  usage: 'OLD NEW | FILE --from REV [--to REV] [--markdown] [--out DIR] [--max-values N] [--json]',
  arguments: { least: 1, most: 2, called: 'OLD and NEW, or one FILE and --from' },
  options: {
    from: { type: 'string', value: 'REV', says: 'the old version: FILE and all that it imports, at this revision of git' },
    to: { type: 'string', value: 'REV', says: 'the new version (what is in the work tree)' },
    markdown: { type: 'boolean', says: 'print Markdown for a pull request, with a diagram of each machine' },
    out: { type: 'string', value: 'DIR', says: 'also write NAME.diff.mmd and NAME.diff.svg, with both versions in one picture' },
    'max-values': maxValuesOption,
    json: jsonOption,
  },
  examples: [
    { line: 'yieldchart diff machines/login.ts --from HEAD', does: 'what has not been committed yet' },
    { line: 'yieldchart diff machines --from v1.0 --to v2.0 --markdown', does: 'all machines of a folder between two releases, as Markdown' },
    { line: 'yieldchart diff old/login.ts#login new/login.ts#login --out pictures', does: 'two machines, and pictures of what differs' },
  ],
  async run(call, terminal) {
    const { old, new: next } = await readBoth(call, terminal.cwd);
    const diffs = await diffMachines(old, next);
    const folder = text(call, 'out');
    if (folder !== undefined) await writeDiffPictures(differing(diffs), folder, terminal.cwd);

    const said = [old, next].flatMap((version) => version?.diagnostics.map((diagnostic) => ({ diagnostic, host: version.host })) ?? []);
    if (call.options['json']) {
      printJson(terminal.out, { diffs: diffs.map(({ diff: own, old: before, new: after }) => ({ ...own, files: { old: before?.file, new: after?.file } })), diagnostics: said.map(({ diagnostic, host }) => diagnosticJson(diagnostic, host)) });
    } else {
      for (const version of [old, next]) if (version) sayDiagnostics(version.diagnostics, version.host, terminal.err);
      await (call.options['markdown'] ? printMarkdown(diffs, terminal) : printText(diffs, terminal));
    }
    return exitOf(diffs, said.map(({ diagnostic }) => diagnostic));
  },
};

interface Both {
  readonly old: VersionRead | undefined;
  readonly new: VersionRead | undefined;
}

async function readBoth(call: Call, cwd: string): Promise<Both> {
  const [word = '', other] = call.arguments;
  const [from, to] = [text(call, 'from'), text(call, 'to')];
  const options = limits(call);
  if (from === undefined) {
    if (to !== undefined) throw new UsageError('--to says what the new version is; --from must say what the old one is.');
    if (other === undefined) throw new UsageError('diff needs OLD and NEW, or --from REV: the revision to compare with.');
    const [old, next] = [await readVersion(word, cwd, options), await readVersion(other, cwd, options)];
    for (const [version, given] of [[old, word], [next, other]] as const) if (!version || version.machines.length + version.diagnostics.length === 0) throw new UsageError(nothingAt(given));
    return { old, new: next };
  }
  if (other !== undefined) throw new UsageError(`--from compares two revisions of one FILE, so what is ${other} for?`);
  const open = (revision: string | undefined): Revision | undefined => (revision === undefined ? undefined : openRevision(revision, cwd));
  const versions = { old: await readVersion(word, cwd, options, open(from)), new: await readVersion(word, cwd, options, open(to)) };
  if (![versions.old, versions.new].some((version) => version && version.machines.length + version.diagnostics.length > 0)) throw new UsageError(`${nothingAt(word)} Neither at ${from} nor ${to === undefined ? 'in the work tree' : `at ${to}`}.`);
  return versions;
}

function nothingAt(word: string): string {
  return `There is no machine in ${word}, or no such file.`;
}

async function printText(diffs: readonly MachineDiff[], { out }: Terminal): Promise<void> {
  const { linesText, tellDiff } = await import('../../check/diff/tell.ts');
  const colours = palette(out.colour);
  const paint = (words: string, mark: Mark): string => painter(colours, mark)(words);
  print(out, diffs.map(({ diff: own }) => linesText(tellDiff(own), paint)).join('\n'));
  if (diffs.some(({ diff: own }) => tellDiff(own).length < tellDiff(own, Infinity).length)) print(out, 'With --json, none is left out.');
}

function painter({ green, red, yellow }: Palette, mark: Mark): (words: string) => string {
  return { added: green, removed: red, changed: yellow }[mark];
}

async function printMarkdown(diffs: readonly MachineDiff[], { out }: Terminal): Promise<void> {
  const [{ markdownOf }, { diffMermaid }, { toMermaid }] = await Promise.all([import('../../check/diff/tell.ts'), import('../../check/diff/drawing.ts'), import('../../format/mermaid/write/write.ts')]);
  const charts = new Map(diffs.map(({ diff: own, old, new: next }) => [own, { old: old?.chart, new: next?.chart }]));
  print(out, markdownOf(diffs.map(({ diff: own }) => own), (own) => {
    const { old, new: next } = charts.get(own)!;
    if (old && next) return own.changes.length === 0 ? undefined : diffMermaid(old, next);
    return next && toMermaid(next);
  }));
}

function differing(diffs: readonly MachineDiff[]): readonly Differing[] {
  return diffs.flatMap(({ old, new: next, diff: own }) => (old?.chart && next?.chart && own.changes.length > 0 ? [{ stem: next.stem, old: old.chart, new: next.chart }] : []));
}

function exitOf(diffs: readonly MachineDiff[], said: readonly Diagnostic[]): Exit {
  if (said.length > 0 || diffs.some(({ diff: { kind } }) => kind === 'different')) return exits.found;
  return diffs.some(({ diff: { kind } }) => kind === 'undecided') ? exits.undecided : exits.fine;
}
