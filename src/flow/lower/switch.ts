/**
 * `switch`: its cases are asked from the top, its bodies stand in a row and fall through.
 */
import type { Descent } from '../../syntax/descent.ts';
import type { Statement } from '../../syntax/tree.ts';
import { branch } from './attempt.ts';
import { type Builder, close, newBlock, synthetic } from './builder.ts';
import { contents } from '../contents.ts';
import type { BlockId } from '../graph.ts';
import { capture, hold, settle } from './kept.ts';
import { enclosed } from './leap.ts';
import { hoist, lowered, lowerExpression } from './parts.ts';

export function* lowerSwitch(builder: Builder, node: Statement & { type: 'SwitchStatement' }, labels: readonly string[]): Descent<void> {
  const asked = lowerExpression(builder, node.discriminant, 'asked');
  const tests = node.cases.flatMap((one) => (one.test ? [one.test] : []));
  const isLate = tests.some((test) => contents(test).waits || contents(test).writes || contents(test).calls);
  const isPlain = asked.type === 'Identifier' || asked.type === 'MemberExpression' || asked.type === 'Literal';
  const discriminant = !isPlain ? hold(builder, asked, 'asked') : isLate ? capture(builder, asked, tests, 'asked') : asked;
  const exit = newBlock(builder);
  const bodies = node.cases.map(() => newBlock(builder));
  let fallback = exit;
  node.cases.forEach((one, index) => {
    if (!one.test) {
      fallback = bodies[index]!;
      return;
    }
    const next = newBlock(builder);
    branch(builder, synthetic('===', discriminant, settle(builder, lowerExpression(builder, one.test)), one.test), bodies[index]!, next, one.test);
    builder.current = next;
  });
  close(builder, { kind: 'goto', target: fallback });
  yield enclosed(builder, { kind: 'breakable', labels, onBreak: exit, plain: true }, lowerBodies(builder, node, bodies, exit));
  builder.current = exit;
}

function* lowerBodies(builder: Builder, node: Statement & { type: 'SwitchStatement' }, bodies: readonly BlockId[], exit: BlockId): Descent<void> {
  for (const [index, one] of node.cases.entries()) {
    builder.current = bodies[index]!;
    hoist(builder, one.consequent);
    for (const statement of one.consequent) yield lowered(builder, statement);
    close(builder, { kind: 'goto', target: bodies[index + 1] ?? exit });
  }
}
