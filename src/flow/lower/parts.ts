/**
 * What stands inside a statement or an expression may be of any kind, and whoever lowers one kind must not import all others,
 * of which each contains it again: the builder was given the way back.
 */
import { descend, type Descent } from '../../syntax/descent.ts';
import type { Expression, Statement } from '../../syntax/tree.ts';
import { type Builder, close, emit, refer, temporary } from './builder.ts';

/** Lowers what must be taken apart; what comes back has no `yield` and is evaluated where it is used. */
export function lowerExpression(builder: Builder, node: Expression, hint = 'event'): Expression {
  return builder.language.expression(builder, node, hint);
}

/** An expression for its effect alone. */
export function lowerEffect(builder: Builder, node: Expression): void {
  builder.language.effect(builder, node);
}

/** One statement, and all that is in it. */
export function lowerStatement(builder: Builder, node: Statement, labels: readonly string[] = []): void {
  descend(lowered(builder, node, labels));
}

/** The same, inside another. */
export function lowered(builder: Builder, node: Statement, labels: readonly string[] = []): Descent<void> {
  return builder.language.statement(builder, node, labels);
}

/** Function declarations are there from the start of their block. */
export function hoist(builder: Builder, statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (statement.type === 'FunctionDeclaration' && statement.id) emit(builder, { kind: 'bind', target: statement.id, value: statement as unknown as Expression, declares: 'const', node: statement });
  }
}

/** Ends the way here: the machine is refused, in these words, if it can be reached. */
export function unsupported(builder: Builder, construct: string, node: Expression): Expression {
  close(builder, { kind: 'unsupported', construct, node });
  return refer(builder, temporary(builder, 'unknown'), node);
}
