/**
 * The machine's parameters: its input, with types and defaults.
 */
import type { Parameter } from '../chart/chart.ts';
import { evaluate } from '../interpret/run/evaluate.ts';
import { type Machine, Unsupported } from '../interpret/machine.ts';
import { createKnowledge } from '../interpret/values/possible.ts';
import { codeOf, termPieces } from '../interpret/values/term-text.ts';
import { isNullish, widen } from '../interpret/values/type-parts.ts';
import { constantText } from '../chart/label.ts';
import { finiteValues, toldType } from '../syntax/types/annotation.ts';
import type { Node } from '../syntax/tree.ts';

export function readParameters(machine: Omit<Machine, 'unfold'>): Parameter[] {
  const { graph } = machine;
  const text = (node: Node): string => graph.module.text.slice(node.start, node.end);
  return graph.fn.params.map((given, at) => {
    const parameter = given as Node;
    const rest = parameter.type === 'RestElement';
    const bare = parameter.type === 'AssignmentPattern' ? (parameter.left as Node) : parameter.type === 'RestElement' ? (parameter.argument as Node) : parameter;
    const annotation = (bare as { typeAnnotation?: { typeAnnotation: Node } | null }).typeAnnotation ?? (parameter as { typeAnnotation?: { typeAnnotation: Node } | null }).typeAnnotation;
    const fallback = parameter.type === 'AssignmentPattern' ? parameter.right : undefined;
    // What only TypeScript can work out is written out: whoever has but the text could not.
    const type = annotation ? (toldType(annotation.typeAnnotation, graph.moduleOf(parameter), machine.project)?.text ?? text(annotation.typeAnnotation)) : fallback ? inferred(machine, fallback) : rest ? 'any[]' : 'any';
    const name = graph.parameters[at]!.name;
    return {
      name,
      type,
      ...meant(machine, bare, annotation?.typeAnnotation),
      ...(fallback ? { initial: codeOf(termPieces(evaluate(scope(machine, fallback), fallback), (binding) => ({ to: 'context', name: binding.name }))) } : {}),
      optional: fallback !== undefined || (bare as { optional?: boolean }).optional === true,
      rest,
    };
  });
}

function meant({ graph, typing }: Omit<Machine, 'unfold'>, name: Node, annotation: Node | undefined): { means?: string } {
  const binding = name.type === 'Identifier' ? graph.bindingOf(name) : undefined;
  const values = binding && (annotation?.type === 'TSTypeOperator' || annotation?.type === 'TSIndexedAccessType') ? finiteValues(typing.ofBinding(binding)) : undefined;
  return values && values.length > 0 ? { means: values.map(constantText).join(' | ') } : {};
}

/** A default that has an effect would have to be run where a chart cannot say it. */
function scope(machine: Omit<Machine, 'unfold'>, fallback: Node): Parameters<typeof evaluate>[0] {
  return {
    machine,
    knowledge: createKnowledge(machine.typing),
    valueOf: (binding) => {
      // The chart takes patterns apart when all the input is there.
      if (!machine.graph.parameters.includes(binding)) throw new Unsupported(`A default that reads \`${binding.name}\`, which is a part of another parameter (it can be taken apart in the body)`, fallback);
      return { kind: 'variable', binding, name: binding.name };
    },
  };
}

function inferred(machine: Omit<Machine, 'unfold'>, fallback: Node): string {
  const type = widen(machine.typing.ofNode(fallback));
  if (!machine.pure(fallback)) throw new Unsupported('A default value with an effect', fallback);
  return type.kind === 'unknown' || isNullish(type) ? 'any' : type.text;
}
