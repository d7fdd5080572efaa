/**
 * Statements, in the order and with the meaning of ECMA-262, chapter 14. One that the machine cannot wait or leave in is a
 * region too, to be kept whole.
 */
import type { Descent } from '../../syntax/descent.ts';
import type { Expression, Statement } from '../../syntax/tree.ts';
import { attempting, emitGuarded } from './attempt.ts';
import { type Builder, close, handlerOf, isInOwnCall, newBlock, refer, remade } from './builder.ts';
import { contents } from '../contents.ts';
import { isChoiceOfNames, lowerChoice, lowerTest } from './condition.ts';
import { settleInside } from './kept.ts';
import { enclosed, leave, leaveByReturn, leaveByThrow } from './leap.ts';
import { lowerDoWhile, lowerFor, lowerForIn, lowerForOf, lowerWhile } from './loop.ts';
import { lowerOperands } from './operands.ts';
import { hoist, lowered, lowerEffect, lowerExpression } from './parts.ts';
import { lowerPattern } from './pattern.ts';
import { lowerSwitch } from './switch.ts';
import { lowerTry } from './try.ts';

export function* lowerAnyStatement(builder: Builder, node: Statement, labels: readonly string[]): Descent<void> {
  const inside = contents(node);
  const risky = inside.calls || inside.reads || inside.throws;
  if ((isCompound(node) || isChoiceOfEffects(node)) && !inside.waits && !(handlerOf(builder.leaps) && risky)) {
    const [enter, exit] = [newBlock(builder), newBlock(builder)];
    close(builder, { kind: 'region', node, enter, exit }, enter);
    yield lowerParts(builder, node, labels);
    close(builder, { kind: 'goto', target: exit }, exit);
  } else if (isLoop(node) && !inside.waits && !inside.returns && inside.jumps.size === 0) {
    const [enter, asked, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
    const attempted = attempting(builder, node);
    close(builder, { kind: 'region', node, enter, exit: asked, guarded: attempted }, asked);
    close(builder, { kind: 'branch', test: refer(builder, attempted.failed, node), then: attempted.caught, else: exit, node }, enter);
    yield lowerParts(builder, node, labels);
    close(builder, { kind: 'goto', target: exit }, exit);
  } else yield lowerParts(builder, node, labels);
}

function isLoop(node: Statement): boolean {
  return node.type === 'LabeledStatement' ? isLoop(node.body) : ['WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement'].includes(node.type);
}

function isCompound(node: Statement): boolean {
  return ['IfStatement', 'SwitchStatement', 'WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement', 'TryStatement', 'LabeledStatement'].includes(node.type);
}

/** `ready && go()`: an `if` in other words; and `print(next++)`, which reads better whole. */
function isChoiceOfEffects(node: Statement): boolean {
  if (node.type !== 'ExpressionStatement') return false;
  const { type } = node.expression;
  return type === 'LogicalExpression' || type === 'ConditionalExpression' || (type === 'CallExpression' && contents(node).writes);
}

function* lowerParts(builder: Builder, node: Statement, labels: readonly string[]): Descent<void> {
  switch (node.type) {
    case 'BlockStatement':
      hoist(builder, node.body);
      for (const statement of node.body) yield lowered(builder, statement);
      return;
    case 'ExpressionStatement':
      return lowerEffect(builder, node.expression);
    case 'VariableDeclaration':
      if (node.declare) return;
      if (node.kind === 'using' || node.kind === 'await using') return close(builder, { kind: 'unsupported', construct: '`using`', node });
      for (const declarator of node.declarations) {
        if (!declarator.init && node.kind === 'var') continue;
        const name = declarator.id.type === 'Identifier' ? declarator.id.name : 'event';
        const value = declarator.init ? lowerExpression(builder, declarator.init, name) : undefined;
        lowerPattern(builder, declarator.id, value, node.kind === 'var' ? 'var' : node.kind === 'const' ? 'const' : 'let', declarator);
      }
      return;
    case 'IfStatement': {
      const [then, other, exit] = [newBlock(builder), newBlock(builder), newBlock(builder)];
      lowerTest(builder, node.test, then, node.alternate ? other : exit);
      builder.current = then;
      yield lowered(builder, node.consequent);
      close(builder, { kind: 'goto', target: exit }, other);
      if (node.alternate) yield lowered(builder, node.alternate);
      close(builder, { kind: 'goto', target: exit }, exit);
      return;
    }
    case 'WhileStatement':
      return yield lowerWhile(builder, node, labels);
    case 'DoWhileStatement':
      return yield lowerDoWhile(builder, node, labels);
    case 'ForStatement':
      return yield lowerFor(builder, node, labels);
    case 'ForOfStatement':
      return yield lowerForOf(builder, node, labels);
    case 'ForInStatement':
      return yield lowerForIn(builder, node, labels);
    case 'SwitchStatement':
      return yield lowerSwitch(builder, node, labels);
    case 'LabeledStatement': {
      const inner = [...labels, node.label.name];
      if (['WhileStatement', 'DoWhileStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement', 'LabeledStatement'].includes(node.body.type)) return yield lowerParts(builder, node.body, inner);
      const exit = newBlock(builder);
      yield enclosed(builder, { kind: 'breakable', labels: inner, onBreak: exit, plain: false }, lowered(builder, node.body));
      return close(builder, { kind: 'goto', target: exit }, exit);
    }
    case 'BreakStatement':
      return leave(builder, node.label ? `break ${node.label.name}` : 'break', node);
    case 'ContinueStatement':
      return leave(builder, node.label ? `continue ${node.label.name}` : 'continue', node);
    case 'ReturnStatement':
      if (node.argument && isInOwnCall(builder) && isChoiceOfNames(node.argument)) return leaveByReturn(builder, lowerChoice(builder, node.argument), node);
      return leaveByReturn(builder, node.argument ? settleInside(builder, lowerExpression(builder, node.argument)) : undefined, node);
    case 'ThrowStatement':
      return leaveByThrow(builder, settleInside(builder, lowerExpression(builder, node.argument)), node);
    case 'TryStatement':
      return yield lowerTry(builder, node);
    case 'ClassDeclaration':
      // Without its name among the nodes: inside, it is the variable that holds it.
      if (node.id && !node.declare) emitGuarded(builder, { kind: 'bind', target: node.id, value: remade(builder, { ...lowerOperands(builder, { ...node, id: null } as unknown as Expression), type: 'ClassExpression' } as Expression), declares: 'let', node });
      return;
    case 'EmptyStatement':
    case 'DebuggerStatement':
    case 'FunctionDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return;
    case 'TSEnumDeclaration':
      return close(builder, { kind: 'unsupported', construct: 'An `enum` inside the machine', node });
    default:
      return close(builder, { kind: 'unsupported', construct: `A ${node.type}`, node });
  }
}
