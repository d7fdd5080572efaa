/** What a machine can be sent, and what says so: its type, a comparison in its code, or nothing. For `explain`. */
import type { Place } from '../chart/chart.ts';
import { constantText } from '../chart/label.ts';
import type { Graph } from '../flow/graph.ts';
import { placeOf } from '../syntax/lines.ts';
import type { Node } from '../syntax/tree.ts';
import type { Type } from '../syntax/types/type.ts';
import type { Arrivals } from './alphabet.ts';

export interface ExplainedEvent {
  /** The event; `value` for bare values, `any` for whatever else may be sent. */
  readonly name: string;
  /** What it looks like, as TypeScript. */
  readonly shape: string;
  /** `type`: it is declared. `comparison`: the code compares with it. `open`: nothing says what else there is. */
  readonly from: 'type' | 'comparison' | 'open';
  readonly place: Place;
}

export function explainEvents({ alphabet, comparedAt }: Arrivals, received: Type, graph: Graph): ExplainedEvent[] {
  const declared = placeOf(graph.module, annotationOf(graph).start);
  const events = alphabet.events.map(({ type, form, fields }): ExplainedEvent => {
    const compared = comparedAt.get(type);
    const inside = [`type: ${constantText({ kind: 'string', value: type })}`, ...fields.map((field) => `${field.name}${field.optional ? '?' : ''}: ${field.type}`)];
    return { name: type, shape: form === 'string' ? constantText({ kind: 'string', value: type }) : `{ ${inside.join('; ')} }`, ...(compared ? { from: 'comparison', place: placeOf(graph.moduleOf(compared), compared.start) } : { from: 'type', place: declared }) };
  });
  if (alphabet.values !== undefined) events.push({ name: 'value', shape: alphabet.values, from: 'type', place: declared });
  if (alphabet.open) events.push({ name: 'any', shape: received.text, from: 'open', place: declared });
  return events;
}

/** Where the type of what is received is written: the third type argument, or what stands for it. */
function annotationOf({ fn }: Graph): Node {
  const type = fn.returnType?.typeAnnotation as Node | undefined;
  return (type?.type === 'TSTypeReference' ? type.typeArguments?.params[2] : undefined) ?? type ?? fn;
}
