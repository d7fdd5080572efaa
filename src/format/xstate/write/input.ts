/** A machine's parameters and the first values of its variables in, XState's `input` type and `context` function out. */
import type { Chart, Variable } from '../../../chart/chart.ts';
import { type Code, codeReferences } from '../../../chart/code.ts';
import { dedent, indent } from './lines.ts';
import { fresh, wordsOf } from './module-name.ts';
import { printWritten } from './shorthand.ts';

/** The type of `input`: of the argument itself where there is one parameter, of the array of arguments where there are several. */
export function inputType(chart: Chart): string | undefined {
  const { parameters } = chart;
  const [only, ...more] = parameters;
  if (!only) return undefined;
  if (more.length === 0) return isOptional(only) && !/\|\s*undefined$/.test(only.type) ? `${bracketed(only.type)} | undefined` : only.type;
  return parameters.every(isOptional) ? `${listType(chart)} | undefined` : listType(chart);
}

function listType({ parameters }: Chart): string {
  const items = parameters.map((each) => (each.rest ? `...${each.name}: ${each.type}` : `${each.name}${isOptional(each) ? '?' : ''}: ${each.type}`));
  return `[${items.join(', ')}]`;
}

/** The function that makes the first context; nothing where nothing is remembered. `output` is kept for what the machine will return. */
export function contextFunction(chart: Chart, output: string | undefined): string | undefined {
  if (chart.context.length === 0 && output === undefined) return undefined;
  const parameters = new Set(chart.parameters.map((each) => each.name));
  const own = new Set(chart.context.filter((each) => each.initial || !parameters.has(each.name)).map((each) => each.name));
  const initials = chart.context.flatMap((each) => (each.initial ? [each.initial] : []));
  // A first value that reads another variable needs that variable declared.
  const declares = initials.some((code) => codeReferences(code).some((reference) => reference.to === 'context' && own.has(reference.name) && !parameters.has(reference.name)));
  const words = new Set([...initials.flatMap(wordsOf), ...parameters, ...own]);
  const isRead = chart.context.some((each) => parameters.has(each.name) && !each.initial) || initials.some((code) => wordsOf(code).some((word) => parameters.has(word)));
  const apart = isRead && chart.parameters.some((each) => each.initial && wordsOf(each.initial).some((word) => parameters.has(word)));
  const input = fresh('input', words);
  const head = !isRead ? '()' : `({ ${apart ? `${input === 'input' ? 'input' : `input: ${input}`}${chart.parameters.every(isOptional) ? ' = []' : ''}` : inputPattern(chart)} })`;

  if (!declares && !apart) {
    const entries = chart.context.map((each) => (each.initial ? `${each.name}: ${firstValue(each, each.initial)}` : parameters.has(each.name) ? each.name : `${each.name}: undefined!`));
    return `${head} => (${recordText([...entries, ...(output === undefined ? [] : [`${output}: undefined`])], head.length)})`;
  }
  const local = new Map(chart.context.map((each) => [each.name, own.has(each.name) && parameters.has(each.name) ? fresh(`${each.name}_`, words) : each.name]));
  const lines = chart.context.filter((each) => own.has(each.name)).map((each) => `const ${local.get(each.name)}: ${each.type} = ${each.initial ? firstValue(each, each.initial) : 'undefined!'};`);
  const entries = [...local].map(([name, variable]) => (name === variable ? name : `${name}: ${variable}`));
  // Where a default reads a parameter before it, TypeScript finds no type for either, unless told.
  if (apart) lines.unshift(`const ${listPattern(chart)}: ${listType(chart)} = ${input};`);
  return [`${head} => {`, ...lines.map((line) => `  ${indent(line, '  ')}`), `  return ${recordText([...entries, ...(output === undefined ? [] : [`${output}: undefined`])], 10)};`, '}'].join('\n');
}

/** `input: limit = 3`, or `input: [check, open = beep]`. */
function inputPattern(chart: Chart): string {
  const [only, ...more] = chart.parameters;
  if (only && more.length === 0) return only.rest ? `input: ${only.name} = []` : only.name === 'input' && !only.initial ? 'input' : `input: ${parameterText(only)}`;
  const list = listPattern(chart);
  if (!chart.parameters.every(isOptional)) return `input: ${list}`;
  // TypeScript finds no type for an item that neither has a default nor is in the default list.
  const items = chart.parameters.some((each) => !each.rest && !each.initial) ? chart.parameters.filter((each) => !each.rest).map(() => 'undefined') : [];
  // Nor that a default of `2` is one of `2 | 3`, unless the list says so.
  const said = chart.parameters.some((each) => each.initial && !/^(?:string|number|boolean)$/.test(each.type) && /^(?:['"`\d-]|true\b|false\b)/.test(valueText(each.initial))) ? ` as ${listType(chart)}` : '';
  return `input: ${list} = [${items.join(', ')}]${said}`;
}

function listPattern({ parameters }: Chart): string {
  return `[${parameters.map(parameterText).join(', ')}]`;
}

function parameterText(parameter: Chart['parameters'][number]): string {
  return parameter.rest ? `...${parameter.name}` : parameter.initial ? `${parameter.name} = ${valueText(parameter.initial)}` : parameter.name;
}

/** A variable that is assigned before it is read has no value of its type at first. */
function firstValue(variable: Variable, initial: Code): string {
  const text = valueText(initial);
  return text === 'undefined' && !/\b(?:undefined|any|unknown|void)\b/.test(variable.type) ? 'undefined!' : text;
}

/** A first value reads parameters and variables by their names. */
function valueText(code: Code): string {
  return dedent(printWritten(code, (reference) => (reference.as === undefined ? reference.name : `(${reference.name} as ${reference.as})`)));
}

function recordText(entries: readonly string[], used: number): string {
  const flat = entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  if (!flat.includes('\n') && flat.length + used <= 100) return flat;
  return ['{', ...entries.map((entry) => `  ${indent(entry, '  ')},`), '}'].join('\n');
}

function isOptional(parameter: Chart['parameters'][number]): boolean {
  return parameter.optional || parameter.initial !== undefined || parameter.rest;
}

function bracketed(type: string): string {
  return /=>|\?/.test(type) ? `(${type})` : type;
}

