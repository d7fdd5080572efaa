/** A machine's parameters and the first values of its variables in, XState's `input` type and `context` function out. */
import type { Chart, Variable } from '../../chart/chart.ts';
import { type Code, codeReferences } from '../../chart/code.ts';
import { dedent, indent } from './lines.ts';
import { fresh, wordsOf } from './module-name.ts';
import { printWritten } from './shorthand.ts';

/** The type of `input`: of the argument itself where there is one parameter, of the array of arguments where there are several. */
export function inputType(chart: Chart): string | undefined {
  const { parameters } = chart;
  const [only, ...more] = parameters;
  if (!only) return undefined;
  if (more.length === 0) return isOptional(only) && !/\|\s*undefined$/.test(only.type) ? `${bracketed(only.type)} | undefined` : only.type;
  const items = parameters.map((each) => (each.rest ? `...${each.name}: ${each.type}` : `${each.name}${isOptional(each) ? '?' : ''}: ${each.type}`));
  const list = `[${items.join(', ')}]`;
  return parameters.every(isOptional) ? `${list} | undefined` : list;
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
  const head = isRead ? `({ ${inputPattern(chart)} })` : '()';

  if (!declares) {
    const entries = chart.context.map((each) => (each.initial ? `${each.name}: ${firstValue(each, each.initial)}` : parameters.has(each.name) ? each.name : `${each.name}: undefined!`));
    return `${head} => (${recordText([...entries, ...(output === undefined ? [] : [`${output}: undefined`])], head.length)})`;
  }
  const local = new Map(chart.context.map((each) => [each.name, own.has(each.name) && parameters.has(each.name) ? fresh(`${each.name}_`, words) : each.name]));
  const lines = chart.context.filter((each) => own.has(each.name)).map((each) => `const ${local.get(each.name)}: ${each.type} = ${each.initial ? firstValue(each, each.initial) : 'undefined!'};`);
  const entries = [...local].map(([name, variable]) => (name === variable ? name : `${name}: ${variable}`));
  return [`${head} => {`, ...lines.map((line) => `  ${indent(line, '  ')}`), `  return ${recordText([...entries, ...(output === undefined ? [] : [`${output}: undefined`])], 10)};`, '}'].join('\n');
}

/** `input: limit = 3`, or `input: [check, open = beep]`. */
function inputPattern(chart: Chart): string {
  const [only, ...more] = chart.parameters;
  const text = (each: Chart['parameters'][number]): string => (each.initial ? `${each.name} = ${valueText(each.initial)}` : each.name);
  if (only && more.length === 0) return only.rest ? `input: ${only.name} = []` : only.name === 'input' && !only.initial ? 'input' : `input: ${text(only)}`;
  const list = `[${chart.parameters.map((each) => (each.rest ? `...${each.name}` : text(each))).join(', ')}]`;
  if (!chart.parameters.every(isOptional)) return `input: ${list}`;
  // TypeScript finds no type for an item that neither has a default nor is in the default list.
  const items = chart.parameters.some((each) => !each.rest && !each.initial) ? chart.parameters.filter((each) => !each.rest).map(() => 'undefined') : [];
  return `input: ${list} = [${items.join(', ')}]`;
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

