/**
 * A chart in, the names its module uses for itself out: never one that the user's code means something else by.
 */
import type { Action, Chart, Transition } from '../../../chart/chart.ts';
import type { Code } from '../../../chart/code.ts';

/** What the module may declare or import for itself, by what it is for. */
export interface ModuleNames {
  /** What the machine is exported as. */
  readonly machine: string;
  /** The name of something of ours, which from now on is needed. */
  use(ours: string): string;
  readonly used: ReadonlySet<string>;
}

export function moduleNames(chart: Chart): ModuleNames {
  const texts = textsOf(chart);
  const code = wordsIn(texts.code);
  const theirs = [code, wordsIn(texts.types), texts.names];
  const outside = new Set(chart.dependencies.map((dependency) => dependency.name));
  // The names that the code takes from around it without saying so are not its own variables.
  const machine = fresh(identifier(chart.name), { has: (name) => outside.has(name) || code.has(name) });
  const given = new Map<string, string>();
  const taken = new Set([machine]);
  const used = new Set<string>();
  return {
    machine,
    used,
    use(ours) {
      used.add(ours);
      const known = given.get(ours);
      if (known !== undefined) return known;
      const name = fresh(ours, { has: (free) => taken.has(free) || theirs.some((names) => names.has(free)) });
      given.set(ours, name);
      taken.add(name);
      return name;
    },
  };
}

/** Names that mean something already. */
export type Taken = Pick<ReadonlySet<string>, 'has'>;

/** `name`, or the first of `name_`, `name__` … that is free. */
export function fresh(name: string, taken: Taken): string {
  return taken.has(name) || RESERVED.has(name) ? fresh(`${name}_`, taken) : name;
}

/** The words of the texts that could be names: not what follows a dot. Few are ever asked for, so they are told apart only where the letters are there. */
export function wordsIn(texts: readonly string[]): Taken {
  const all = [...new Set(texts)].join('\n;');
  let words: ReadonlySet<string> | undefined;
  return {
    has(name) {
      if (!all.includes(name)) return false;
      words ??= new Set(all.match(WORD));
      return words.has(name);
    },
  };
}

/** Every word of the code that could be a name. */
export function wordsOf(code: Code): readonly string[] {
  return code.pieces.flatMap((piece) => (typeof piece === 'string' ? (piece.match(WORD) ?? []) : [piece.name]));
}

const WORD = /(?<![\w$]|(?<!\.\.)\.\s*)[\p{ID_Start}_$][\p{ID_Continue}$]*/gu;

const codes = new WeakMap<Chart, readonly Code[]>();

/** Every piece of code in the chart; gathered at the first question. */
export function codesOf(chart: Chart): readonly Code[] {
  const known = codes.get(chart) ?? gathered(chart);
  codes.set(chart, known);
  return known;
}

function gathered(chart: Chart): readonly Code[] {
  const found: Code[] = [];
  const add = (code: Code | 'else' | undefined): void => {
    if (code && code !== 'else') found.push(code);
  };
  const addActions = (actions: readonly Action[] = []): void => actions.forEach(({ statements }) => statements.forEach(add));
  const addTransition = ({ guard, actions, returns, throws }: Transition): void => {
    add(guard);
    addActions(actions);
    add(returns);
    add(throws);
  };
  for (const { initial } of [...chart.parameters, ...chart.context]) add(initial);
  addTransition(chart.initial);
  for (const state of chart.states) {
    if (state.value?.kind === 'code') add(state.value.code);
    addActions(state.entry);
    addActions(state.exit);
    for (const { input } of state.actors ?? []) add(input);
    if (state.initial) addTransition(state.initial);
    state.transitions.forEach(addTransition);
  }
  return found;
}

/** The user's code, the types beside it, and what it calls what is its own or its module's. */
function textsOf(chart: Chart): { readonly code: readonly string[]; readonly types: readonly string[]; readonly names: ReadonlySet<string> } {
  const variables = [...chart.parameters, ...chart.context];
  const code: string[] = [];
  const types = variables.map(({ type }) => type);
  const names = new Set([...variables, ...chart.dependencies].map(({ name }) => name));
  for (const { fields } of chart.alphabet.events) for (const { type } of fields) types.push(type);
  if (chart.alphabet.values !== undefined) types.push(chart.alphabet.values);
  for (const dependency of chart.dependencies) if (dependency.kind === 'copy') types.push(dependency.text);
  for (const { pieces } of codesOf(chart)) {
    for (const piece of pieces) {
      if (typeof piece === 'string') code.push(piece);
      else {
        names.add(piece.name);
        if (piece.as !== undefined) types.push(piece.as);
      }
    }
  }
  return { code, types, names };
}

/** `Lights.pedestrian` → `LightsPedestrian`; `default` → `machine`. */
function identifier(name: string): string {
  if (name === 'default') return 'machine';
  const words = name.split(/[^\p{ID_Continue}$]+/u).filter((word) => word !== '');
  const joined = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  if (joined === '') return 'machine';
  return /^[\p{ID_Start}_$]/u.test(joined) ? joined : `_${joined}`;
}

const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import ' +
    'in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);
