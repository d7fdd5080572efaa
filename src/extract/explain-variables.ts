/**
 * What was decided of each variable that a person declared in a machine, and why, in words: for `explain`, and for the pragmas
 * that could not be followed.
 */
import type { Chart, Place } from '../chart/chart.ts';
import { codeText } from '../chart/code.ts';
import { actionName } from '../chart/label.ts';
import { isFunction } from '../flow/contents.ts';
import type { Graph } from '../flow/graph.ts';
import type { Classification, Role } from '../interpret/variables/classify.ts';
import type { Field } from '../interpret/variables/field.ts';
import { isFixed } from '../interpret/variables/fixed.ts';
import { isGiven } from '../interpret/objects/given.ts';
import { fieldType, isOf } from '../interpret/values/type-parts.ts';
import type { Typing } from '../interpret/values/typing.ts';
import { placeOf } from '../syntax/lines.ts';
import type { Binding, Module } from '../syntax/module.ts';
import type { Pragma, Pragmas } from '../syntax/pragma.ts';
import type { Node } from '../syntax/tree.ts';
import { linesOf, listed } from './explain-lines.ts';

export interface ExplainedVariable {
  readonly name: string;
  /** `neither`: nothing of it has to be remembered while the machine waits. */
  readonly kind: 'control' | 'context' | 'neither';
  /** TypeScript, as written or as inferred. */
  readonly type: string;
  /** In words, with the lines it is seen at. */
  readonly why: string;
  /** Where it is declared. */
  readonly place: Place;
}

export interface Decided {
  readonly graph: Graph;
  readonly typing: Typing;
  readonly classification: Classification;
  /** What was control, and why it cannot be. */
  readonly demoted: ReadonlyMap<Binding, string>;
  readonly pragmas: Pragmas['of'];
  /** Absent where the machine was refused: then it is not known what is needed in the end. */
  readonly chart?: Pick<Chart, 'context' | 'initial' | 'states'>;
}

export function explainVariables(decided: Decided): ExplainedVariable[] {
  const { graph, typing, classification } = decided;
  const declared = declaredIn(graph);
  const context = contextOf(declared, decided);
  const seen = new Set<string>();
  const explained = declared.flatMap((binding): ExplainedVariable[] => {
    const place = placeOf(graph.homeOf(binding), binding.identifier.start);
    const kind = classification.control.has(binding) ? 'control' : context.has(binding) ? 'context' : 'neither';
    const why = kind === 'control' ? whyControl(binding, decided) : kind === 'context' ? whyContext(binding, decided) : whyNeither(binding, decided);
    // A coroutine that is delegated to twice has each of its variables twice.
    const key = [place.file, place.line, place.column, kind, why].join('|');
    if (seen.has(key)) return [];
    seen.add(key);
    const parts = (classification.fields.get(binding) ?? []).map((field): ExplainedVariable => ({ name: fieldName(field), kind: 'control', type: field.path.reduce(fieldType, typing.ofBinding(binding)).text, why: whyControl(binding, decided), place }));
    return [{ name: binding.name, kind, type: typing.ofBinding(binding).text, why, place }, ...parts];
  });
  return [...explained, ...ownOf(decided, new Set(declared.map(({ name }) => name)))];
}

/** The variables that the chart needs and nobody declared: what a call returned and is asked about, how far a `for…of` is. */
function ownOf({ graph, chart }: Decided, declared: ReadonlySet<string>): ExplainedVariable[] {
  const transitions = chart ? [chart.initial, ...chart.states.flatMap((state) => state.transitions)] : [];
  return (chart?.context ?? []).flatMap(({ name, type, initial }): ExplainedVariable[] => {
    // Of two variables of one name, the chart calls the second `name2`.
    if (declared.has(name.replace(/\d+$/, '')) || declared.has(name)) return [];
    const sets = transitions.flatMap(({ actions, places }) => actions.flatMap((action) => (action.writes.includes(name) ? action.statements.map((statement) => ({ text: codeText(statement), place: places[0] })) : [])));
    const set = sets.find(({ text }) => new RegExp(`\\b${name}\\b`).test(text));
    const text = set?.text ?? (initial && `${name} = ${codeText(initial)}`);
    return [{ name, kind: 'context', type, why: `the compiler's own${text === undefined ? '' : `: \`${actionName([text])}\``}`, place: set?.place ?? placeOf(graph.module, graph.fn.start) }];
  });
}

/** The pragmas that could not be followed: what was asked of which variable, and why not. */
export function unfollowed(decided: Decided): { binding: Binding; pragma: Pragma; reason: string }[] {
  const { graph, classification, demoted, pragmas } = decided;
  const context = contextOf([...pragmas.keys()], decided);
  return [...pragmas].flatMap(([binding, { pragma }]) => {
    if (classification.control.has(binding) || (pragma === 'context' && context.has(binding))) return [];
    const given = context.has(binding) && isGiven(graph, binding) ? 'it is input, and its type does not say which values there are' : undefined;
    return [{ binding, pragma, reason: demoted.get(binding) ?? given ?? whyNeither(binding, decided) }];
  });
}

/** The variables of the machine and of the coroutines it delegates to, those of functions inside left out. */
function declaredIn(graph: Graph): Binding[] {
  return [graph.fn as Node, ...graph.frames].flatMap((fn) => variablesIn(graph.moduleOf(fn)).get(fn) ?? []);
}

const known = new WeakMap<Module, ReadonlyMap<Node, readonly Binding[]>>();

/** The variables of a module by the function that they belong to, in source order. */
function variablesIn(module: Module): ReadonlyMap<Node, readonly Binding[]> {
  const before = known.get(module);
  if (before) return before;
  const found = new Map<Node, Binding[]>();
  for (const binding of new Set(module.bindings.values())) {
    const fn = isVariable(binding) ? functionAround(binding) : undefined;
    if (!fn) continue;
    const own = found.get(fn) ?? [];
    own.push(binding);
    found.set(fn, own);
  }
  for (const all of found.values()) all.sort((a, b) => a.identifier.start - b.identifier.start);
  known.set(module, found);
  return found;
}

/** Not the name of a parameter in a type. */
function isVariable({ kind, scope }: Binding): boolean {
  return ['let', 'const', 'var', 'parameter', 'catch'].includes(kind) && scope.kind !== 'type';
}

function functionAround(binding: Binding): Node | undefined {
  let scope: Binding['scope'] | undefined = binding.scope;
  while (scope && !isFunction(scope.node)) scope = scope.parent;
  return scope?.node;
}

/** The variables that are context: those of the chart, where there is one; else all that outlive a `yield`. */
function contextOf(declared: readonly Binding[], { graph, classification, chart }: Decided): ReadonlySet<Binding> {
  const outlives = (binding: Binding): boolean => (classification.remembered.has(binding) || isGiven(graph, binding)) && !isFixed(graph, binding);
  if (!chart) return new Set(declared.filter(outlives));
  return new Set(chart.context.flatMap(({ name }) => {
    const called = declared.filter((binding) => binding.name === name);
    return called.some(outlives) ? called.filter(outlives) : called;
  }));
}

function whyControl(binding: Binding, decided: Decided): string {
  const role = decided.classification.roles.get(binding);
  if (decided.pragmas.get(binding)?.pragma === 'control') return marked(binding, decided);
  if (role?.kind === 'names') return `names the states: ${roleOf(role, decided)}`;
  if (role?.kind !== 'chooses') return role ? roleOf(role, decided) : 'a name is made of it';
  return `chooses the state: ${roleOf(role, decided)}, and ${isOf(decided.typing.ofBinding(binding), 'boolean') ? 'it is a boolean' : 'it only ever holds constants of the code'}`;
}

function whyContext(binding: Binding, decided: Decided): string {
  const { graph, classification, demoted, pragmas, typing } = decided;
  if (pragmas.get(binding)?.pragma === 'context') return marked(binding, decided);
  const parts = classification.fields.get(binding) ?? [];
  if (parts.length > 0) return `all but ${listed(parts.map((field) => `\`${fieldName(field)}\``))} is only remembered`;
  const role = classification.roles.get(binding);
  const reason = demoted.get(binding);
  const before = role ? roleOf(role, decided) : pragmas.has(binding) ? marked(binding, decided) : undefined;
  if (reason !== undefined && before !== undefined) return `${before}, but ${reason}`;
  if (isGiven(graph, binding)) return role?.kind === 'names' ? `${roleOf(role, decided)}, but it is input, whose values are not known` : 'input';
  if (role?.kind === 'chooses') return `only chooses: ${roleOf(role, decided)}, ${computed(typing.ofBinding(binding).text)}`;
  if (role?.kind === 'names') return `${roleOf(role, decided)}, but with what is only known at run time`;
  const reads = binding.references.filter((reference) => !binding.assignments.includes(reference) || graph.parentOf(reference)?.type === 'UpdateExpression');
  return `names no state${reads.length > 0 ? `: read at ${linesOf(reads, graph)}` : ''}`;
}

function whyNeither(binding: Binding, { graph, classification }: Decided): string {
  const declaration = binding.declarations[0];
  const init = declaration?.type === 'VariableDeclarator' ? declaration.init : undefined;
  if (init && isFunction(init as Node)) return 'it is a function of the machine';
  if (init?.type === 'YieldExpression' && !classification.remembered.has(binding)) return 'it holds what arrives, and is not needed after the next yield';
  if (isFixed(graph, binding)) return 'it is always the same, so its value stands where it is read';
  if (binding.references.every((reference) => binding.assignments.includes(reference))) return 'nothing reads it';
  if (classification.remembered.has(binding)) return 'it is known wherever it is read';
  if (isGiven(graph, binding)) return 'it is input, read only before the machine first waits';
  return 'it is set anew before it is read, so there is nothing to remember';
}

/** `ticket.status` */
export function fieldName({ of, path }: Field): string {
  return [of.name, ...path].join('.');
}

function roleOf({ kind, of, nodes }: Role, { graph }: Decided): string {
  switch (kind) {
    case 'names':
      return `yielded at ${linesOf(nodes, graph)}`;
    case 'delegates':
      return `says which coroutine is delegated to, at ${linesOf(nodes, graph)}`;
    case 'makes':
      return `${of && !graph.temporaries.has(of) ? `\`${of.name}\`` : 'a name'} is made of it at ${linesOf(nodes, graph)}`;
    case 'chooses':
      return `asked at ${linesOf(nodes, graph)}`;
  }
}

function marked(binding: Binding, { graph, pragmas }: Decided): string {
  const { pragma, span } = pragmas.get(binding)!;
  const home = graph.homeOf(binding);
  const isBeside = placeOf(home, span.start).line === placeOf(home, binding.identifier.start).line;
  return `pragma @${pragma} ${isBeside ? 'at' : 'above'} ${linesOf([binding.identifier], graph)}`;
}

/** `a computed number`; what has no short name is a value. */
function computed(type: string): string {
  return `a computed ${/^(?:number|string|bigint)$/.test(type) ? type : 'value'}`;
}
