/**
 * The table of contents of the pipeline: a machine that was found in, its chart and what is said of it out.
 *
 *     source text ─ syntax ─▶ tree and scopes ─ flow ─▶ control-flow graph ─ interpret ─▶ configurations ─ extract ─▶ chart
 */
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { dependenciesOf } from '../extract/dependencies.ts';
import { readAlphabet, unreadIn } from '../extract/alphabet.ts';
import { explain, type Explanation, type Members, nothingExplained } from '../extract/explain.ts';
import { type Decided, unfollowed } from '../extract/explain-variables.ts';
import { extract } from '../extract/extract.ts';
import { innerTypes } from '../extract/inner-types.ts';
import { missingImports } from '../extract/missing.ts';
import { unnamed } from '../extract/unnamed.ts';
import { textsOf } from '../extract/mention.ts';
import { readParameters } from '../extract/parameters.ts';
import { liveness } from '../flow/liveness.ts';
import { lower } from '../flow/lower/lower.ts';
import { createUsage } from '../flow/usage.ts';
import { aliasesIn } from '../interpret/objects/alias.ts';
import { askedAfter } from '../interpret/code/asked.ts';
import { classify } from '../interpret/variables/classify.ts';
import { explore } from '../interpret/explore.ts';
import { toldApart } from '../interpret/objects/identity.ts';
import { type Machine as Subject, NotControl, type Spent, Unsupported } from '../interpret/machine.ts';
import { createPurity, isPureFunction } from '../interpret/code/purity.ts';
import { unknownType } from '../interpret/values/type-parts.ts';
import { refuseForms } from '../interpret/code/refused-forms.ts';
import { createTyping } from '../interpret/values/typing.ts';
import { generatorTypes } from '../syntax/types/generator.ts';
import { commentAbove } from '../syntax/comment.ts';
import type { Found } from '../syntax/machines.ts';
import type { Binding } from '../syntax/module.ts';
import type { Project } from '../syntax/project.ts';
import type { Node } from '../syntax/tree.ts';
import type { Machine, Options } from './machine.ts';
import { homeOf } from './home.ts';
import { marksOf } from './marks.ts';
import { at, refusal } from './refusal.ts';

export type Charting = Pick<Machine, 'chart' | 'explanation'> & { readonly diagnostics: Diagnostic[] };

/** One machine, all the way; `alone` where its file has no other. What it is refused for comes back as diagnostics; anything else thrown is our bug. */
export function chartOf(found: Found, project: Project, options: Options, alone: boolean): Charting {
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
      const said = refusal(error, found, project, deeper.size);
      if (!said) throw error;
      return { diagnostics: [said], explanation: explained() };
    }
  }
}

/** The third type argument of what it says it returns, as it is written. */
function receivedAs({ node, module }: Found): string | undefined {
  const written = (node as { returnType?: { typeAnnotation?: { typeArguments?: { params: readonly Node[] } } } | null }).returnType?.typeAnnotation?.typeArguments?.params[2];
  return written && module.text.slice(written.start, written.end);
}

/** How often a generator that delegates to itself is followed into itself, in all. */
const deepestRecursion = 40;
/** How many ways may be walked before it is taken to have no end. */
const mostRecursive = 12_000;

function follow(found: Found, project: Project, options: Options, alone: boolean, deeper: ReadonlySet<string>, spent: Spent, tell: (soFar: () => Explanation) => void): Charting {
  const { module, name } = found;
  if (found.async) throw new Unsupported('An async generator', found.node as Node);

  const graph = lower(found.node, module, project, deeper);
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
  const diagnostics: Diagnostic[] = missingImports(found.node, module, project, name);
  diagnostics.push(...arrivals.ambiguous.map((type) => diagnose('event-ambiguous', { type }, at(found.node as Node, found, project))));
  const unread = types.received && unreadIn(types.received, receivedAs(found));
  const compared = arrivals.found.map((event) => `'${event}'`);
  if (unread !== undefined) diagnostics.push(diagnose('alphabet-unread', { type: unread, events: compared.length > 0 ? `${compared.join(', ')}, and anything else` : 'anything' }, at(found.node as Node, found, project)));
  else if (!types.received && compared.length > 0) diagnostics.push(diagnose('alphabet-open', { events: compared.join(', ') }, at(found.node as Node, found, project)));

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
      const needs = dependenciesOf(textsOf(drawn), graph.modules, innerTypes(graph), project, (binding) => isPureFunction(binding, graph.homeOf(binding), project), name);
      const silent = unnamed(machine, explored, demoted, new Set([...pragmas].flatMap(([binding, pragma]) => (pragma === 'context' ? [binding] : []))));
      diagnostics.push(...silent.map(({ node, reason }) => diagnose('state-name-unknown', { expression: homeOf(node, module, project).text.slice(node.start, node.end), reason }, at(node, found, project))));
      const description = (found.passedOn ? undefined : commentAbove(found.exportNode, found.exporter)) ?? commentAbove(found.node as Node, module) ?? (alone && module.program.body[0] ? commentAbove(module.program.body[0], module) : undefined);
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
