/**
 * What a generator without an annotation receives, as TypeScript infers it: what is common to all that its yields are
 * expected to be. A function in, the type out; nothing where nothing is expected, or not all of it is known.
 */
import { expectedAt } from './expected.ts';
import type { Reading } from './reading.ts';
import type { FunctionNode } from '../tree.ts';
import type { Type } from './type.ts';
import { intersect } from './intersect.ts';
import { walk } from '../walk.ts';

export function inferredReceived(fn: FunctionNode, reading: Reading): Type | undefined {
  if (!fn.body) return undefined;
  let common: Type | 'anything' | undefined = 'anything';
  walk(fn.body, (node) => {
    if (!common || /Function|^Class/.test(node.type)) return false;
    if (node.type !== 'YieldExpression') return true;
    const expected = expectedAt(node, reading);
    // What is delegated to receives too.
    if (node.delegate || expected.kind === 'unknown') common = undefined;
    else if (expected.kind === 'type') {
      const type: Type = expected.reading.read(expected.node, expected.reading);
      common = type.kind === 'unknown' ? undefined : common === 'anything' ? type : intersect(common as Type, type);
    }
    return true;
  });
  return common === 'anything' ? undefined : common;
}
