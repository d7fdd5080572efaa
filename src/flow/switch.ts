/**
 * `switch`: its cases are asked from the top, its bodies stand in a row and fall through.
 */
import type { Descent } from '../syntax/descent.ts';
import type { Statement } from '../syntax/tree.ts';
import { branch, emitGuarded } from './attempt.ts';
import { type Builder, close, newBlock, refer, synthetic, temporary } from './builder.ts';
import { contents } from './contents.ts';
import type { BlockId } from './graph.ts';
import { enclosed } from './leap.ts';
import { hoist, lowered, lowerExpression } from './parts.ts';

export function* lowerSwitch(builder: Builder, node: Statement & { type: 'SwitchStatement' }, labels: readonly string[]): Descent<void> {
  const asked = lowerExpression(builder, node.discriminant);
  let discriminant = asked;
  const late = node.cases.some((one) => one.test && (contents(one.test).waits || contents(one.test).writes || contents(one.test).calls));
  if (late || (asked.type !== 'Identifier' && asked.type !== 'MemberExpression' && asked.type !== 'Literal')) {
    const kept = temporary(builder, 'asked');
    emitGuarded(builder, { kind: 'bind', target: refer(builder, kept, asked), value: asked, declares: 'const', node: node.discriminant });
    discriminant = refer(builder, kept, asked);
  }
  const exit = newBlock(builder);
  const bodies = node.cases.map(() => newBlock(builder));
  let fallback = exit;
  node.cases.forEach((one, index) => {
    if (!one.test) {
      fallback = bodies[index]!;
      return;
    }
    const next = newBlock(builder);
    branch(builder, synthetic('===', discriminant, lowerExpression(builder, one.test), one.test), bodies[index]!, next, one.test);
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
