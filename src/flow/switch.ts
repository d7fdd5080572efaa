/**
 * `switch`: its cases are asked from the top, its bodies stand in a row and fall through.
 */
import type { Statement } from '../syntax/tree.ts';
import { branch, emitGuarded } from './attempt.ts';
import { type Builder, close, newBlock, refer, synthetic, temporary } from './builder.ts';
import { contents } from './contents.ts';
import { lowerExpression } from './expression.ts';
import { enclosed } from './leap.ts';
import { hoist, lowerStatement } from './statement.ts';

export function lowerSwitch(builder: Builder, node: Statement & { type: 'SwitchStatement' }, labels: readonly string[]): void {
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
  enclosed(builder, { kind: 'breakable', labels, onBreak: exit, plain: true }, () => {
    node.cases.forEach((one, index) => {
      builder.current = bodies[index]!;
      hoist(builder, one.consequent);
      for (const statement of one.consequent) lowerStatement(builder, statement, []);
      close(builder, { kind: 'goto', target: bodies[index + 1] ?? exit });
    });
  });
  builder.current = exit;
}
