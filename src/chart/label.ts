/**
 * What a person reads on a chart: the words on its arrows. Every notation that shows a transition as one line of text
 * uses these, so that a diagram and an XState machine say the same thing in the same words.
 */
import type { Constant, Transition, Trigger } from './chart.ts';
import { codeText } from './code.ts';

/** `next`, `value`, `any`, `any but stay`, `mouse.*`, `throw`, `return`, `after 1000`, `done`, `done upload`; empty where nothing is waited for. */
export function triggerLabel(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'event':
      return trigger.type;
    case 'value':
      return trigger.name;
    case 'any':
      return trigger.but.length === 0 ? 'any' : `any but ${trigger.but.join(', ')}`;
    case 'throw':
      return 'throw';
    case 'return':
      return 'return';
    case 'always':
      return '';
    case 'family':
      return `${trigger.prefix}.*`;
    case 'after':
      return `after ${trigger.delay}`;
    case 'done':
      return 'done';
    case 'actor':
      return `${trigger.how} ${trigger.id}`;
  }
}

/** The guard without its brackets; empty where there is none. */
export function guardLabel(transition: Transition): string {
  if (transition.guard === undefined) return '';
  return transition.guard === 'else' ? 'else' : codeText(transition.guard);
}

/** `failed += 1, log(failed), return 'blocked'`: the actions and how it ends; empty where nothing happens. */
export function actionsLabel(transition: Transition): string {
  const words = transition.actions.map((action) => action.name);
  if (transition.returns) words.push(`return ${codeText(transition.returns)}`);
  if (transition.throws) words.push(`throw ${codeText(transition.throws)}`);
  return words.join(', ');
}

/** `event [guard] / action`, without the parts that are empty. */
export function transitionLabel(transition: Transition): string {
  const guard = guardLabel(transition);
  const actions = actionsLabel(transition);
  return [triggerLabel(transition.trigger), guard && `[${guard}]`, actions && `/ ${actions}`].filter(Boolean).join(' ');
}

/** A constant as code: `'RED'`, `3`, `null`. */
export function constantText(constant: Constant): string {
  switch (constant.kind) {
    case 'string':
      if (!NEEDS_ESCAPE.test(constant.value)) return `'${constant.value}'`;
      return `'${JSON.stringify(constant.value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
    case 'number':
      return Object.is(constant.value, -0) ? '-0' : String(constant.value);
    case 'boolean':
      return String(constant.value);
    case 'null':
    case 'undefined':
      return constant.kind;
    case 'bigint':
      return `${constant.value}n`;
  }
}

/** What stands in a string otherwise than in a text. */
const NEEDS_ESCAPE = /['"\\\p{Cc}\p{Cs}]/u;

/** The string that a string in single quotes stands for: `constantText` backwards. */
export function unquote(text: string): string {
  const json = text.slice(1, -1).replace(/\\(.)|"/g, (whole, escaped?: string) => (escaped === "'" ? "'" : whole === '"' ? '\\"' : whole));
  return JSON.parse(`"${json}"`) as string;
}

/** What an action is called: its statements on one line, the rest left out where they are long. */
export function actionName(statements: readonly string[]): string {
  const lines = statements.map((statement) => statement.replace(/\s+/g, ' ').replace(/;\s*$/, '').trim());
  const whole = lines.join(', ');
  if (whole.length <= LONGEST_NAME) return whole;
  const first = lines[0] ?? '';
  return first.length <= LONGEST_NAME ? `${first}, …` : `${first.slice(0, LONGEST_NAME - 1)}…`;
}

const LONGEST_NAME = 64;

