/**
 * Every piece of text in a chart that may mention a name of the machine's module: code and types.
 */
import type { Chart, Transition } from '../chart/chart.ts';
import type { Code } from '../chart/code.ts';

export function textsOf(chart: Omit<Chart, 'dependencies' | 'description'>): string[] {
  const texts: string[] = [];
  const code = (one: Code | 'else' | undefined): void => {
    if (one && one !== 'else') for (const piece of one.pieces) texts.push(...(typeof piece === 'string' ? [piece] : [...(piece.to === 'module' ? [piece.name] : []), ...(piece.as === undefined ? [] : [piece.as])]));
  };
  const transition = (one: Transition): void => {
    code(one.guard);
    code(one.returns);
    code(one.throws);
    for (const action of one.actions) action.statements.forEach(code);
  };
  for (const parameter of chart.parameters) {
    texts.push(parameter.type);
    code(parameter.initial);
  }
  for (const variable of chart.context) {
    texts.push(variable.type);
    code(variable.initial);
  }
  for (const event of chart.alphabet.events) texts.push(...event.fields.map((field) => field.type));
  if (chart.alphabet.values !== undefined) texts.push(chart.alphabet.values);
  transition(chart.initial);
  for (const state of chart.states) {
    if (state.value?.kind === 'code') code(state.value.code);
    state.transitions.forEach(transition);
  }
  return texts;
}
