/** A chart in, the values its code compares with out: payloads are chosen around them, so that each guard is seen both ways. */
import type { Chart, Transition } from '../../chart/chart.ts';
import { type Code, codeText } from '../../chart/code.ts';
import { errorsFor } from './errors.ts';
import type { Pool } from './sample.ts';
import { usesIn } from './use.ts';

/** The pool of a chart, from the literals in its guards, actions, defaults and first values. */
export function poolOf(chart: Chart): Pool {
  const transitions = [chart.initial, ...chart.states.flatMap((state) => state.transitions)];
  const codes = [...transitions.flatMap(codesOf), ...chart.parameters.flatMap((parameter) => parameter.initial ?? []), ...chart.context.flatMap((variable) => variable.initial ?? [])];
  const copied = chart.dependencies.flatMap((dependency) => (dependency.kind === 'copy' ? [dependency] : []));
  const texts = [...codes.map(codeText), ...copied.filter((dependency) => !dependency.typeOnly).map((dependency) => dependency.text)];
  const numbers = texts.flatMap(numbersIn);
  const strings = texts.flatMap((text) => [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)].map(([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1')));
  const asked = transitions.flatMap(({ guard }) => (guard === undefined || guard === 'else' ? [] : [codeText(guard)]));
  // What is no number falls on neither side of a comparison.
  const isCompared = asked.some((text) => /[<>]|\bisNaN\b/.test(text));
  const lengths = lengthsIn(texts);
  return {
    numbers: near(numbers, [0, 1, 2, -1, 10, 100, 0.5]).toSpliced(8, 0, ...(isCompared ? [Number.NaN] : [])),
    limits: unique(asked.filter((text) => /[-+]/.test(text)).flatMap(numbersIn)).slice(0, 5),
    strings: unique([...strings.slice(0, 11 - lengths.length), ...lengths.map((length) => 'abcdefghijklmnopqrstuvwxyz'.slice(0, length)), ...strings, 'a', '', '1234', 'b', '7']).slice(0, 16),
    lengths,
    errors: errorsFor(chart),
    uses: usesIn(chart),
    types: new Map(chart.dependencies.flatMap(({ text, means, name }) => (means !== undefined ? [[name, means] as const] : text === undefined ? [] : aliasOf(text.replace(/^export /, ''), name)))),
  };
}

/** The pool with what the machine remembers just now: a guard may compare a payload with it. */
export function poolAround(pool: Pool, context: unknown): Pool {
  const found = { numbers: [] as number[], strings: [] as string[] };
  collect(context, found, 0);
  const distances = found.numbers.slice(0, 4).flatMap((x) => found.numbers.slice(0, 4).map((y) => Math.abs(x - y)));
  // A sum of what is remembered and what is sent is compared with a limit: what is missing to it, and a little more or less.
  const missing = found.numbers.filter(Number.isFinite).slice(0, 3).flatMap((x) => pool.limits.flatMap((limit) => [limit - x - 1, limit - x, limit - x + 1]));
  return { ...pool, numbers: unique([...near(found.numbers, distances).slice(0, 12), ...missing.slice(0, 18), ...pool.numbers]).slice(0, 28 + missing.length), strings: unique([...found.strings, ...pool.strings]).slice(0, 20) };
}

/** All the code of a transition. */
export function codesOf(transition: Transition): readonly Code[] {
  const guard = transition.guard === undefined || transition.guard === 'else' ? [] : [transition.guard];
  return [...guard, ...transition.actions.flatMap((action) => action.statements), ...(transition.returns ? [transition.returns] : []), ...(transition.throws ? [transition.throws] : [])];
}

/** The numbers, and those just below and above, with `others` in between. */
function near(numbers: readonly number[], others: readonly number[]): readonly number[] {
  const mine = unique(numbers.filter(Number.isFinite));
  return unique([...mine, ...others.slice(0, 3), ...mine.flatMap((number) => [number + 1, number - 1]), ...others.slice(3)]).slice(0, 24);
}

/** `password.length < 8`: 8 and 9. */
function lengthsIn(texts: readonly string[]): readonly number[] {
  const asked = texts.flatMap((text) => [...text.matchAll(/\.length\s*[<>=!]=*\s*(\d+)\b|\b(\d+)\s*[<>=!]=*\s*[\w$.?]+\.length\b/g)].map(([, right, left]) => Number(right ?? left)));
  return unique(asked.flatMap((length) => [length, length + 1])).filter((length) => length > 2 && length <= 26).slice(0, 4);
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<![\w$.])\d[\d_]*(?:\.\d+)?(?![\w$])/g)].map(([literal]) => Number(literal.replaceAll('_', '')));
}

function collect(value: unknown, found: { numbers: number[]; strings: string[] }, depth: number): void {
  if (typeof value === 'number') found.numbers.push(value);
  else if (typeof value === 'string') found.strings.push(value);
  else if (typeof value === 'object' && value !== null && depth < 3) {
    const parts: unknown[] = value instanceof Map ? [...value.keys(), ...value.values()] : value instanceof Set ? [...value] : Object.values(value);
    for (const part of parts.slice(0, 12)) collect(part, found, depth + 1);
  }
}

/** `type Money = number` and `interface Item { … }`, as the text of a type. */
function aliasOf(text: string, name: string): readonly (readonly [string, string])[] {
  const alias = /^\s*(?:export\s+)?type\s+[\w$]+\s*=\s*([\s\S]*?);?\s*$/.exec(text)?.[1];
  const body = /^\s*(?:export\s+)?interface\s+[\w$]+\s*(\{[\s\S]*\})\s*$/.exec(text)?.[1];
  const found = alias ?? body;
  return found === undefined ? [] : [[name, found]];
}

function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)];
}
