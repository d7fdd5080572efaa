/**
 * The three types of every generator of some files, as the real TypeScript has them: a folder's files in, and for each
 * generator what it yields, returns and receives.
 */
import { relative } from 'node:path';
import ts from 'ts60';
import { type Told, tell } from './told.ts';

export const slotNames = ['yielded', 'returned', 'received'] as const;
export type SlotName = (typeof slotNames)[number];

export interface Slots {
  readonly path: string;
  /** Where its body starts, by which it is found in another tree. */
  readonly body: number;
  readonly name: string;
  /** What is written for it, if anything is: the type argument. */
  readonly written: Partial<Record<SlotName, ts.TypeNode>>;
  readonly types: Partial<Record<SlotName, ts.Type>>;
  readonly told: Partial<Record<SlotName, Told>>;
}

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** A program over texts; what they do not hold is read from the disk. */
export function programOf(texts: ReadonlyMap<string, string>): ts.Program {
  const host = ts.createCompilerHost(options, true);
  // What is imported is asked for by its whole path.
  const textOf = (path: string): string | undefined => texts.get(path) ?? texts.get(relative(host.getCurrentDirectory(), path));
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => textOf(path) ?? readFile(path);
  host.fileExists = (path) => textOf(path) !== undefined || fileExists(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = textOf(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version, true);
  };
  return ts.createProgram([...texts.keys()], options, host);
}

/** What the program has against its own files. */
export function complaints(program: ts.Program, paths: Iterable<string>): string[] {
  return [...paths].flatMap((path) => {
    const file = program.getSourceFile(path)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ messageText, start }) => `${path}:${file.getLineAndCharacterOfPosition(start ?? 0).line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}

export function slotsOf(program: ts.Program, paths: Iterable<string>): Slots[] {
  const checker = program.getTypeChecker();
  const found: Slots[] = [];
  for (const path of paths) {
    const file = program.getSourceFile(path)!;
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'asteriskToken' in node && node.asteriskToken && 'body' in node && node.body) {
        const returned = returnTypeOf(node as ts.FunctionLikeDeclaration, checker);
        const [yielded, output, received] = returned ? iterationTypes(returned, checker) : [];
        const types: Slots['types'] = { yielded, returned: output, received };
        const told = Object.fromEntries(slotNames.flatMap((slot) => (types[slot] ? [[slot, tell(types[slot], checker, node)]] : [])));
        const reference = node.type && ts.isTypeReferenceNode(node.type) && node.type.typeName.getText() === 'Generator' ? node.type.typeArguments : undefined;
        found.push({ path, body: node.body.getStart(), name: nameOf(node as ts.FunctionLikeDeclaration), written: { yielded: reference?.[0], returned: reference?.[1], received: reference?.[2] }, types, told });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** As annotated; else as the place wants it, in which it stands; else as inferred. */
function returnTypeOf(node: ts.FunctionLikeDeclaration, checker: ts.TypeChecker): ts.Type | undefined {
  const own = checker.getSignatureFromDeclaration(node)?.getReturnType();
  if (node.type) return own;
  const wanted = ts.isFunctionExpression(node) ? checker.getContextualType(node) : ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent) ? contextOfMethod(node, checker) : undefined;
  const calls = wanted ? checker.getNonNullableType(wanted).getCallSignatures() : [];
  return calls.length === 1 ? calls[0]!.getReturnType() : own;
}

function contextOfMethod(node: ts.MethodDeclaration, checker: ts.TypeChecker): ts.Type | undefined {
  const object = checker.getContextualType(node.parent as ts.ObjectLiteralExpression);
  const name = node.name.getText();
  const property = object && checker.getNonNullableType(object).getProperty(name);
  if (property) return checker.getTypeOfSymbolAtLocation(property, node);
  return object?.getStringIndexType();
}

/** What `Generator` and its like are given: the first base that is one of them. */
function iterationTypes(type: ts.Type, checker: ts.TypeChecker): readonly (ts.Type | undefined)[] {
  const name = type.getSymbol()?.name;
  if (name !== undefined && /^(Async)?(Generator|Iterator|IterableIterator|IteratorObject|Iterable)$/.test(name)) return checker.getTypeArguments(type as ts.TypeReference);
  for (const base of type.isClassOrInterface() ? checker.getBaseTypes(type) : []) return iterationTypes(base, checker);
  return [];
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  return 'name' in parent && parent.name ? (parent.name as ts.Node).getText() : `at ${node.getStart()}`;
}
