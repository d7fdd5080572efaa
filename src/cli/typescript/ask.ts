/** One question in, its answer out, and the files outside the project's own reading that it rests on. */
import type { GeneratorTypes, Question } from '../../host.ts';
import type { Type } from '../../chart/type.ts';
import { convert, type Conversion } from './convert.ts';
import type { Engine, Handle, SourceNode, SyntaxNode } from './engine.ts';
import { isForAll, isLibrary, type Names, namesIn } from './names.ts';
import { orderFrom } from './order.ts';
import { outsideOf } from './outside.ts';
import { generatorAt, typeAt } from './place.ts';

export type Asked = 'generator' | 'annotation';

/** Of an annotation, `returned` is its type. */
export type Found = GeneratorTypes;

export function ask(asked: Asked, { start, end }: Question, file: string, engine: Engine): { readonly found: Found; readonly files: readonly string[] } {
  const source = engine.source(file);
  if (!source) return { found: {}, files: [] };
  const { names, files } = aboutFile(source, engine);
  const node = asked === 'generator' ? generatorAt(end, source, engine) : typeAt(start, end, source, engine);
  if (!node) return { found: {}, files };
  return { found: asked === 'generator' ? ofGenerator(node, names, engine) : { returned: ofAnnotation(node, names, engine) }, files };
}

interface About {
  readonly names: Names;
  readonly files: readonly string[];
}

const known = new WeakMap<Engine, Map<string, About>>();

/** The same for all questions about a file, as long as the program is the same. */
function aboutFile(source: SourceNode, engine: Engine): About {
  const files = known.get(engine) ?? new Map<string, About>();
  known.set(engine, files);
  const about = files.get(source.fileName) ?? { names: namesIn(source, engine), files: outsideOf(source, engine) };
  files.set(source.fileName, about);
  return about;
}

function ofAnnotation(node: SyntaxNode, names: Names, engine: Engine): Type | undefined {
  const type = engine.typeOf(node);
  return type && convert(type, { engine, names, order: orderFrom([node], engine), at: node });
}

function ofGenerator(fn: SyntaxNode, names: Names, engine: Engine): GeneratorTypes {
  const written = fn.type && partsOf(fn.type, engine);
  const converted = (type: Handle | undefined, origins: readonly SyntaxNode[]): Type | undefined => {
    if (!type) return undefined;
    const conversion: Conversion = { engine, names, order: orderFrom(origins, engine), at: fn };
    const made = convert(type, conversion);
    return made.kind !== 'unknown' || made.said ? made : undefined;
  };
  const origins = fn.type ? [fn.type] : [...around(fn, engine), fn];
  // What is expected of a function is what others send it; what is inferred is only what it can take.
  const expected = fn.type ? undefined : argumentsOf(returnOf(expectedOf(fn, engine), engine), engine);
  const own = argumentsOf(engine.returned(fn), engine);
  const slot = (index: number): Type | undefined => {
    const from = written?.[index] ? [written[index]] : origins;
    const wanted = converted(expected?.[index], from);
    return wanted && wanted.kind !== 'unknown' ? wanted : converted(own?.[index], from) ?? wanted;
  };
  return { yielded: slot(0), returned: slot(1), received: slot(2) };
}

/** The arguments of `Generator<…>`, where they are written right there. */
function partsOf(type: SyntaxNode, engine: Engine): readonly SyntaxNode[] | undefined {
  const name = type.typeName && engine.nameAt(type.typeName);
  return name && name.files.some(isLibrary) ? type.typeArguments : undefined;
}

/** What stands around a function and may say what it is: annotations, and what it is passed to. */
function around(fn: SyntaxNode, engine: Engine): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let node = fn.parent; node && !/Statement$|^SourceFile$|^ModuleBlock$/.test(engine.kindOf(node)); node = node.parent) {
    if (node.type) found.push(node.type);
    if (engine.kindOf(node) === 'CallExpression') found.push(...(node.typeArguments ?? []), ...signaturesOf(node.expression, engine));
  }
  return found;
}

/** The parameters' types of the function that is called. */
function signaturesOf(callee: SyntaxNode | undefined, engine: Engine): readonly SyntaxNode[] {
  const name = callee && engine.nameAt((callee.name ?? callee) as SyntaxNode);
  return (name?.declarations() ?? []).flatMap((declaration) => ((declaration as { parameters?: readonly SyntaxNode[] }).parameters ?? []).flatMap(({ type }) => (type ? [type] : [])));
}

/** The type that the function is expected to have where it stands: as a value, or as a method of an object. */
function expectedOf(fn: SyntaxNode, engine: Engine): Handle | undefined {
  if (engine.kindOf(fn) === 'FunctionExpression') return engine.expected(fn);
  if (engine.kindOf(fn) !== 'MethodDeclaration' || !fn.parent || engine.kindOf(fn.parent) !== 'ObjectLiteralExpression') return undefined;
  const object = engine.expected(fn.parent);
  const shape = object && engine.shape(object);
  const field = shape?.kind === 'structure' ? shape.properties().find(({ text }) => text === fn.name?.text) : undefined;
  return field && engine.typeOfName(field, fn);
}

function returnOf(type: Handle | undefined, engine: Engine): Handle | undefined {
  const shape = type && engine.shape(type);
  if (shape?.kind === 'union') return shape.types.map((one) => returnOf(one, engine)).find((one) => one !== undefined);
  const calls = shape?.kind === 'structure' ? shape.calls() : [];
  return calls.length === 1 ? calls[0]!.returns : undefined;
}

const GENERATORS: ReadonlySet<string> = new Set(['Generator', 'AsyncGenerator', 'Iterator', 'AsyncIterator', 'IterableIterator', 'AsyncIterableIterator', 'IteratorObject', 'AsyncIteratorObject']);

/** What a generator type of TypeScript's own is given: what it yields, returns and receives. */
function argumentsOf(type: Handle | undefined, engine: Engine): readonly Handle[] | undefined {
  const shape = type && engine.shape(type);
  if (shape?.kind !== 'structure' || !shape.name) return undefined;
  if (GENERATORS.has(shape.name.text) && isForAll(shape.name, engine)) return shape.args;
  return shape.bases().map((base) => argumentsOf(base, engine)).find((found) => found !== undefined);
}
