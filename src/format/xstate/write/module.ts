/**
 * A chart in, a TypeScript module out that exports it as an XState v5 machine: `setup({ types, guards, actions }).createMachine({ … })`. The module
 * stands alone: it never imports the generator, only what the generator's code refers to.
 */
import type { Chart } from '../../../chart/chart.ts';
import { copiedTexts, folderOf, importLines } from './import.ts';
import { contextFunction, inputType } from './input.ts';
import { indent } from './lines.ts';
import { type Plan, FAIL, planOf } from './plan.ts';
import { eventsType, functionDeclarations, typeDeclarations } from './support.ts';
import { type Entry, type Tree, printKey, printTree, prose, record, text } from './tree.ts';
import { fieldLines, typeLines } from './type-lines.ts';

/**
 * The chart as a TypeScript module whose first export is an XState machine. `from` is the folder the text will be written to, from where its
 * imports are found; without it, the folder of the chart's file.
 *
 * @example
 * toXState(chart, { from: 'diagrams' }) // "import { assign, setup } from 'xstate';\n…"
 */
export function toXState(given: Chart, options: { readonly from?: string } = {}): string {
  const plan = planOf(given);
  const { chart, names } = plan;
  const machine = `export const ${names.machine} = ${names.use('setup')}(${printTree(setupTree(plan))}).createMachine(${printTree(configTree(plan))});`;
  const xstate = ['assign', 'raise', 'setup'].filter((name) => names.used.has(name)).map((name) => (names.use(name) === name ? name : `${name} as ${names.use(name)}`));
  const parts = [
    [`import { ${xstate.join(', ')} } from 'xstate';`, ...importLines(chart, options.from ?? folderOf(chart.file))].join('\n'),
    ...copiedTexts(chart),
    [...contextType(plan), ...typeDeclarations(chart, names)].join('\n'),
    ...functionDeclarations(chart, names),
    machine,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The config that `createMachine` takes, which `xstate-json` prints too. */
export function configTree(plan: Plan): Tree {
  const { chart, initial, on, states, output } = plan;
  const context = contextFunction(chart, output);
  return record(
    [
      ['id', text(chart.name)],
      chart.description === undefined ? undefined : ['description', prose(chart.description)],
      context === undefined ? undefined : ['context', { kind: 'code', name: 'context', text: context }],
      ['initial', initial],
      ['on', on],
      ['output', { kind: 'code', name: 'output', text: '({ event }) => event.output' }],
      ['states', states],
    ],
    true,
  );
}

function setupTree(plan: Plan): Tree {
  const { chart, names, guards, actions } = plan;
  const { assign, Thrown } = { assign: names.use('assign'), Thrown: names.use('Thrown') };
  const fail = `${assign}(({ event }) => {\n  throw (event as ${Thrown}).error;\n})`;
  const input = inputType(chart);
  const context = contextText(plan);
  const types: (Entry | undefined)[] = [
    context === undefined ? undefined : typeEntry('context', names.used.has('Context') ? names.use('Context') : context),
    typeEntry('events', eventsText(eventsType(chart, names))),
    input === undefined ? undefined : typeEntry('input', typeLines(input, 20)),
    typeEntry('output', '{} | null | undefined'),
  ];
  return record(
    [
      ['types', record(types, true)],
      guards.entries.size === 0 ? undefined : ['guards', implementations(guards.entries)],
      ['actions', implementations(new Map([[FAIL, fail], ...actions.entries]))],
    ],
    true,
  );
}

/** XState infers the types from values that are never looked at. */
function typeEntry(key: string, type: string): Entry {
  return [key, { kind: 'code', name: key, text: `{} as${type.startsWith('\n') ? '' : ' '}${type}` }];
}

function eventsText(members: readonly string[]): string {
  const flat = members.join(' | ');
  return flat.length <= 85 ? flat : members.map((member) => `\n  | ${member}`).join('');
}

function contextType({ chart, output, names }: Plan): readonly string[] {
  return names.used.has('Context') ? [`type ${names.use('Context')} = ${contextText({ chart, output }) ?? '{}'};`] : [];
}

/** The type of the context; nothing where nothing is remembered. */
function contextText({ chart, output }: Pick<Plan, 'chart' | 'output'>): string | undefined {
  const variables = [...chart.context, ...(output === undefined ? [] : [{ name: output, type: 'unknown' }])];
  const fields = variables.map(({ name, type }) => `${printKey(name)}: ${type}`);
  if (fields.length === 0) return undefined;
  const flat = `{ ${fields.join('; ')} }`;
  return flat.length <= 85 && !flat.includes('\n') ? flat : ['{', ...variables.map(({ name, type }) => `  ${indent(fieldLines(printKey(name), type), '  ')};`), '}'].join('\n');
}

function implementations(entries: ReadonlyMap<string, string>): Tree {
  return record([...entries].map(([name, implementation]): Entry => [name, { kind: 'code', name, text: implementation }]), true);
}
