/**
 * A chart in, the names its module uses for itself out: never one that the user's code means something else by.
 */
import type { Chart, Transition } from '../../chart/chart.ts';
import type { Code } from '../../chart/code.ts';

/** What the module may declare or import for itself, by what it is for. */
export interface ModuleNames {
  /** What the machine is exported as. */
  readonly machine: string;
  /** The name of something of ours, which from now on is needed. */
  use(ours: string): string;
  readonly used: ReadonlySet<string>;
}

export function moduleNames(chart: Chart): ModuleNames {
  const theirs = namesOf(chart);
  const outside = new Set(chart.dependencies.map((dependency) => dependency.name));
  const machine = fresh(identifier(chart.name), new Set([...outside, ...globals(chart)]));
  const given = new Map<string, string>();
  const used = new Set<string>();
  return {
    machine,
    used,
    use(ours) {
      used.add(ours);
      const name = given.get(ours) ?? fresh(ours, new Set([...theirs, machine, ...given.values()]));
      given.set(ours, name);
      return name;
    },
  };
}

/** `name`, or the first of `name_`, `name__` … that is free. */
export function fresh(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) || RESERVED.has(name) ? fresh(`${name}_`, taken) : name;
}

/** Every word of the code that could be a name: not what follows a dot. */
export function wordsOf(code: Code): readonly string[] {
  return code.pieces.flatMap((piece) => (typeof piece === 'string' ? [...piece.matchAll(WORD)].map(([word]) => word) : [piece.name]));
}

const WORD = /(?<![\w$]|(?<!\.\.)\.\s*)[\p{ID_Start}_$][\p{ID_Continue}$]*/gu;

/** Every piece of code in the chart. */
export function codesOf(chart: Chart): readonly Code[] {
  const ofTransition = (transition: Transition): Code[] => [
    ...(transition.guard && transition.guard !== 'else' ? [transition.guard] : []),
    ...transition.actions.flatMap((action) => action.statements),
    ...(transition.returns ? [transition.returns] : []),
    ...(transition.throws ? [transition.throws] : []),
  ];
  return [
    ...[...chart.parameters, ...chart.context].flatMap((variable) => (variable.initial ? [variable.initial] : [])),
    ...ofTransition(chart.initial),
    ...chart.states.flatMap((state) => [
      ...(state.value?.kind === 'code' ? [state.value.code] : []),
      ...[...(state.entry ?? []), ...(state.exit ?? [])].flatMap((action) => action.statements),
      ...(state.actors ?? []).flatMap(({ input }) => (input ? [input] : [])),
      ...[...(state.initial ? [state.initial] : []), ...state.transitions].flatMap(ofTransition),
    ]),
  ];
}

/** Every name in the user's code and types. */
function namesOf(chart: Chart): ReadonlySet<string> {
  const types = [
    ...[...chart.parameters, ...chart.context].map((variable) => variable.type),
    ...chart.alphabet.events.flatMap((event) => event.fields.map((field) => field.type)),
    chart.alphabet.values ?? '',
    ...codesOf(chart).flatMap((code) => code.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.as ?? '']))),
  ];
  const copied = chart.dependencies.map((dependency) => (dependency.kind === 'copy' ? dependency.text : dependency.name));
  return new Set([
    ...[...types, ...copied].flatMap((text) => wordsOf({ pieces: [text] })),
    ...chart.dependencies.map((dependency) => dependency.name),
    ...[...chart.parameters, ...chart.context].map((variable) => variable.name),
    ...codesOf(chart).flatMap(wordsOf),
  ]);
}

/** The names that the code takes from around it without saying so: its words, but not its own variables. */
function globals(chart: Chart): readonly string[] {
  return codesOf(chart).flatMap((code) => wordsOf({ pieces: code.pieces.filter((piece) => typeof piece === 'string') }));
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
