/**
 * What a machine is given and what it remembers, for a person to read beside its first state. It is not read back:
 * which variables there are is seen in the guards and actions that use them.
 */
import type { Chart } from '../../../chart/chart.ts';
import { codeText } from '../../../chart/code.ts';

/** `input limit = 3` and `context failed = 0`, a line each; empty where there is neither. (A colon would be written as a code.) */
export function contextNote(chart: Chart): string {
  const given = new Set(chart.parameters.map((parameter) => parameter.name));
  const input = chart.parameters.map(({ name, initial, optional, rest }) => {
    if (initial) return `${name} = ${brief(codeText(initial))}`;
    return `${rest ? '...' : ''}${name}${optional ? '?' : ''}`;
  });
  const context = chart.context
    .filter((variable) => variable.initial || !given.has(variable.name))
    .map(({ name, initial }) => (initial ? `${name} = ${brief(codeText(initial))}` : name));
  return [line('input', input), line('context', context)].filter(Boolean).join('\n');
}

/** Whether a note is one of these. */
export function isContextNote(text: string): boolean {
  return text.split('\n').every((line) => /^(?:input|context) [^\s,=]+(?: = |, |$)/.test(line));
}

function line(title: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${title} ${names.join(', ')}`;
}

function brief(code: string): string {
  const text = code.replace(/\s+/g, ' ').trim();
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}

const LONGEST_VALUE = 40;
