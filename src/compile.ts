/**
 * The table of contents of the pipeline: source text in; charts, and what each notation makes of a chart, out.
 *
 *     source text ─ syntax ─▶ tree and scopes ─ flow ─▶ control-flow graph ─ interpret ─▶ configurations ─ extract ─▶ chart
 */
import type { Chart, Place } from './chart/chart.ts';
import { diagnose, type Diagnostic, refuses, type Span } from './diagnostic/diagnostic.ts';
import { dependenciesOf } from './extract/dependencies.ts';
import { readAlphabet, unreadIn } from './extract/alphabet.ts';
import { explain, type Explanation, type Members, nothingExplained } from './extract/explain.ts';
import { type Decided, unfollowed } from './extract/explain-variables.ts';
import { extract } from './extract/extract.ts';
import { unnamed } from './extract/unnamed.ts';
import { textsOf } from './extract/mention.ts';
import { readParameters } from './extract/parameters.ts';
import { liveness } from './flow/liveness.ts';
import type { Graph } from './flow/graph.ts';
import { lower } from './flow/lower.ts';
import { createUsage } from './flow/usage.ts';
import type { Host } from './host.ts';
import { aliasesIn } from './interpret/alias.ts';
import { askedAfter } from './interpret/asked.ts';
import { classify } from './interpret/classify.ts';
import { explore, NotFinite } from './interpret/explore.ts';
import { toldApart } from './interpret/identity.ts';
import { type Machine as Subject, NeedsList, NotControl, type Spent, TooLarge, Unsupported } from './interpret/machine.ts';
import { createPurity, isPureFunction } from './interpret/purity.ts';
import { TooManyWays } from './interpret/tree.ts';
import { unknownType } from './interpret/type-parts.ts';
import { refuseForms } from './interpret/refused-forms.ts';
import { createTyping } from './interpret/typing.ts';
import { generatorTypes } from './syntax/generator.ts';
import { commentAbove } from './syntax/comment.ts';
import { placeOf } from './syntax/lines.ts';
import { findMachines, type Found } from './syntax/machines.ts';
import type { Binding } from './syntax/module.ts';
import { type Pragmas, pragmasIn } from './syntax/pragma.ts';
import { createProject, type Project } from './syntax/project.ts';
import type { FunctionNode, Node } from './syntax/tree.ts';

export type { Chart } from './chart/chart.ts';
export type { Diagnostic } from './diagnostic/diagnostic.ts';
export type { Explanation } from './extract/explain.ts';
export type { ExplainedEvent } from './extract/explain-events.ts';
export type { ExplainedVariable } from './extract/explain-variables.ts';
export type { Host } from './host.ts';
export { toDot } from './format/dot/dot.ts';
export { toSvg } from './format/dot/svg.ts';
export { toMermaid } from './format/mermaid/write.ts';
export { toXStateJson } from './format/xstate/json.ts';
export { toXState } from './format/xstate/module.ts';

export interface Options {
  /** How many values a control variable may have before it is remembered as context. Default 256. */
  readonly maxValues?: number;
}

export interface Compilation {
  /** In the order of the files, and of the source in each. */
  readonly machines: readonly Machine[];
  /** What is said of files rather than of machines: one that is not there, does not parse, or has no machine. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Machine {
  /** The export's name, `default`, or a dotted path to a method. */
  readonly name: string;
  readonly file: string;
  /** What the files written for it are called: `traffic-light`. */
  readonly stem: string;
  /** Absent where the machine was refused. */
  readonly chart?: Chart;
  readonly diagnostics: readonly Diagnostic[];
  /** What was made of its events, variables and states, and why; where it was refused, as far as it was read. */
  readonly explanation: Explanation;
  readonly place: Place;
  /** The machine's statement in its file, the comment above it included. */
  readonly span: Span;
}

/**
 * Reads every file for its machines, and charts each; `file` may be `FILE#NAME` for one machine in it.
 *
 * @example
 * const source = `export function* light(): Generator<'on' | 'off', never, 'press'> {
 *   while (true) { yield 'off'; yield 'on'; }
 * }`;
 * const { machines } = compile(['light.ts'], { read: (path) => (path === 'light.ts' ? source : undefined) });
 * machines[0].chart.states.map((state) => state.id); // ['off', 'on']
 */
export function compile(files: readonly string[], host: Host, options: Options = {}): Compilation {
  const project = createProject(host);
  const machines: Machine[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const given of files) {
    const [file, name] = splitTarget(given, host);
    const read = project.module(file);
    diagnostics.push(...read.diagnostics);
    if (!read.module) continue;
    const found = findMachines(read.module, project);
    const wanted = name === undefined ? found : found.filter((one) => one.name === name);
    if (found.length === 0) diagnostics.push(diagnose('no-machine', { file }, { file }));
    else if (wanted.length === 0) diagnostics.push(diagnose('machine-not-found', { file, name: name!, names: found.map((one) => one.name).join(', ') }, { file }));
    machines.push(...wanted.map((one) => compileOne(one, file, project, options, found.length === 1)));
  }
  return { machines, diagnostics };
}

/** A file may have a # in its own name. */
function splitTarget(given: string, host: Host): [string, string | undefined] {
  const at = given.lastIndexOf('#');
  return at < 0 || host.read(given) !== undefined ? [given, undefined] : [given.slice(0, at), given.slice(at + 1)];
}

function compileOne(found: Found, file: string, project: Project, options: Options, alone: boolean): Machine {
  const { module, name } = found;
  const about = { name, file, stem: kebabCase(found.fileStem), place: placeOf(module, found.node.start), span: statementOf(found) };
  const { chart, ...rest } = chartOf(found, project, options, alone);
  return rest.diagnostics.some(refuses) || !chart ? { ...about, ...rest } : { ...about, chart, ...rest };
}

/** The statement that exports it, from the comment above. */
function statementOf({ module, exportNode }: Found): Span {
  const statement = module.program.body.find((one) => one.start <= exportNode.start && exportNode.end <= one.end) ?? exportNode;
  const comment = module.comments.findLast((one) => one.end <= statement.start && /^\s*$/.test(module.text.slice(one.end, statement.start)));
  return { start: comment?.start ?? statement.start, end: statement.end };
}

function kebabCase(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1-$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2').replaceAll(/[._\s]+/g, '-').toLowerCase();
}

type Charting = Pick<Machine, 'chart' | 'explanation'> & { readonly diagnostics: Diagnostic[] };

/** One machine, all the way. What it is refused for comes back as diagnostics; anything else thrown is our bug. */
function chartOf(found: Found, project: Project, options: Options, alone: boolean): Charting {
  let explained = (): Explanation => nothingExplained;
  const deeper = new Set<string>();
  const spent: Spent = { walks: 0, work: 0 };
  for (;;) {
    try {
      return follow(found, project, options, alone, deeper, spent, (soFar) => void (explained = soFar));
    } catch (error) {
      if (error instanceof Unsupported && error.deeper !== undefined && deeper.size < deepestRecursion && spent.walks < mostRecursive) {
        deeper.add(error.deeper);
        continue;
      }
      if (error instanceof Unsupported && error.inPlace !== undefined && !deeper.has(error.inPlace) && spent.walks < mostRecursive) {
        deeper.add(error.inPlace);
        continue;
      }
      const said = refusal(error, found, deeper.size);
      if (!said) throw error;
      return { diagnostics: [said], explanation: explained() };
    }
  }
}

/** How often a generator that delegates to itself is followed into itself, in all. */
const deepestRecursion = 40;
/** How many ways may be walked before it is taken to have no end. */
const mostRecursive = 12_000;

function at(node: Node, { module, name }: Found): { machine: string; file: string; span: Span } {
  return { machine: name, file: module.path, span: { start: node.start, end: node.end } };
}

/** The diagnostic for what the rooms below throw when they cannot follow the code exactly. */
function refusal(error: unknown, found: Found, followed: number): Diagnostic | undefined {
  const whole = at(found.node as Node, found);
  if (error instanceof Unsupported && error.deeper !== undefined) return diagnose('recursion-unbounded', { limit: followed }, at(error.node, found));
  if (error instanceof Unsupported) return error.loops ? diagnose('loop-can-spin', {}, at(error.node, found)) : diagnose('not-supported', { construct: error.construct }, at(error.node, found));
  if (error instanceof NeedsList) return diagnose('loop-needs-list', error, at(error.node, found));
  if (error instanceof NotFinite) return diagnose('not-finite', { limit: error.limit }, whole);
  if (error instanceof TooLarge) return diagnose('too-large', { limit: error.limit }, whole);
  if (error instanceof TooManyWays) return diagnose('not-supported', { construct: `A step with more than ${error.most} ways through it` }, whole);
  if (error instanceof RangeError && error.message.includes('call stack')) return diagnose('not-supported', { construct: 'An expression nested thousands deep' }, whole);
  return undefined;
}

function follow(found: Found, project: Project, options: Options, alone: boolean, deeper: ReadonlySet<string>, spent: Spent, tell: (soFar: () => Explanation) => void): Charting {
  const { module, name } = found;
  if (found.async) throw new Unsupported('An async generator', found.node as Node);

  const graph = lower(found.node, module, project, deeper);
  refuseForms(graph);
  refuseForms(graph);
  const usage = createUsage(graph);
  const live = liveness(graph, usage);
  const types = generatorTypes(found.node, module, project);
  const received = types.received ?? unknownType;
  const typing = createTyping(graph, project, received);
  const pure = createPurity(graph, typing, project);
  const aliases = aliasesIn(graph, typing);
  const told = toldApart({ graph, typing });
  const arrivals = readAlphabet(received, graph, project);
  const diagnostics: Diagnostic[] = arrivals.ambiguous.map((type) => diagnose('event-ambiguous', { type }, at(found.node as Node, found)));
  const unread = types.received && unreadIn(types.received);
  const compared = arrivals.found.map((event) => `'${event}'`);
  if (unread !== undefined) diagnostics.push(diagnose('alphabet-unread', { type: unread, events: compared.length > 0 ? `${compared.join(', ')}, and anything else` : 'anything' }, at(found.node as Node, found)));
  else if (!types.received && compared.length > 0) diagnostics.push(diagnose('alphabet-open', { events: compared.join(', ') }, at(found.node as Node, found)));

  const demoted = new Map<Binding, string>();
  const { marks, ignored } = marksOf(graph);
  diagnostics.push(...ignored.map(({ pragma, reason, ...place }) => diagnose('pragma-not-followed', { pragma, reason }, { machine: name, ...place })));
  const pragmas = new Map([...marks].map(([binding, { pragma }]) => [binding, pragma]));
  for (;;) {
    const classification = classify(graph, live, typing, demoted, pragmas);
    const { control, fields, remembered, nameless } = classification;
    const decided: Decided = { graph, typing, classification, demoted, pragmas: marks };
    tell(() => explain(decided, arrivals, received, new Map()));
    const machine: Omit<Subject, 'unfold'> = { name, graph, project, usage, live, typing, pure, looks: createPurity(graph, typing, project, 'expressions'), answers: createPurity(graph, typing, project, 'bodies'), aliases, told, control, fields, remembered, nameless, asked: askedAfter(graph, usage), maxValues: options.maxValues ?? 256, spent, carried: new Map() };
    try {
      const explored = explore(machine, (block) => {
        const terminal = graph.blocks[block]!.terminal;
        const thrown = terminal.kind === 'yield' && terminal.thrown ? [{ kind: 'throw' } as const] : [];
        const returned = terminal.kind === 'yield' && terminal.returned ? [{ kind: 'return' } as const] : [];
        return [...arrivals.arrivals, ...thrown, ...returned];
      });
      let members: Members = new Map();
      const drawn = extract(machine, explored, arrivals, readParameters(machine), (told) => void (members = told));
      const needs = dependenciesOf(textsOf(drawn), graph.modules, project, (binding) => isPureFunction(binding, graph.homeOf(binding), project), name);
      const silent = unnamed(machine, explored, demoted, new Set([...pragmas].flatMap(([binding, pragma]) => (pragma === 'context' ? [binding] : []))));
      diagnostics.push(...silent.map(({ node, reason }) => diagnose('state-name-unknown', { expression: module.text.slice(node.start, node.end), reason }, at(node, found))));
      const description = commentAbove(found.exportNode, module) ?? (alone && module.program.body[0] ? commentAbove(module.program.body[0], module) : undefined);
      const charted = { ...decided, chart: drawn };
      for (const { binding, pragma, reason } of unfollowed(charted)) {
        if (!silent.some(({ because }) => because === binding)) diagnostics.push(diagnose('pragma-not-followed', { pragma: `@${pragma}`, reason }, { machine: name, file: graph.homeOf(binding).path, span: marks.get(binding)!.span }));
      }
      return { explanation: explain(charted, arrivals, received, members), chart: { ...drawn, ...(description === undefined ? {} : { description }), dependencies: needs.dependencies }, diagnostics: [...diagnostics, ...needs.diagnostics] };
    } catch (error) {
      if (!(error instanceof NotControl) || demoted.has(error.binding)) throw error;
      // It is remembered after all: everything is asked again with it as context.
      for (const binding of [error.binding, ...error.also]) demoted.set(binding, error.reason);
    }
  }
}

/** The marks on the variables of the machine and of the coroutines it delegates to, and those that mark nothing. */
function marksOf(graph: Graph): { marks: Pragmas['of']; ignored: { pragma: string; reason: string; file: string; span: Span }[] } {
  const all = [graph.fn, ...(graph.frames as ReadonlySet<FunctionNode>)].map((fn) => ({ file: graph.moduleOf(fn).path, ...pragmasIn(fn, graph.moduleOf(fn)) }));
  const ignored = all.flatMap(({ file, ignored }) => ignored.map(({ word, reason, span }) => ({ pragma: word, reason, file, span })));
  // A coroutine that is delegated to twice is read twice.
  return { marks: new Map(all.flatMap(({ of }) => [...of])), ignored: [...new Map(ignored.map((one) => [`${one.file}:${one.span.start}`, one])).values()] };
}
