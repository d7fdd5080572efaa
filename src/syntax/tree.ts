/**
 * The syntax tree: TS-ESTree, as oxc-parser gives it. Offsets are UTF-16.
 */
export type {
  ArrowFunctionExpression,
  AssignmentExpression,
  BindingPattern,
  CallExpression,
  Class,
  Comment,
  Expression,
  Function as FunctionNode,
  IdentifierReference,
  Node,
  Program,
  Statement,
  TSType,
  TSEnumDeclaration,
  VariableDeclaration,
  VariableDeclarator,
} from 'oxc-parser';
