import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantText } from '../../src/chart/label.ts';
import { finiteValues, generatorTypes, readType } from '../../src/syntax/types/annotation.ts';
import { findMachines } from '../../src/syntax/machines.ts';
import type { TSType } from '../../src/syntax/tree.ts';
import type { Type } from '../../src/syntax/types/type.ts';
import { walk } from '../../src/syntax/walk.ts';
import { type Annotation, annotations } from './annotations.ts';
import { projectOf } from './project.ts';
import { typeErrors } from './typescript.ts';

function read({ text, also }: Pick<Annotation, 'text' | 'also'>): Type {
  const { project, module } = projectOf({ 'a.ts': text, ...also });
  let node: TSType | undefined;
  walk(module.program, (inner) => {
    if (inner.type === 'TSTypeAliasDeclaration' && inner.id.name === 'At') node = inner.typeAnnotation;
  });
  return readType(node as TSType, module, project);
}
const at = (text: string): Type => read({ text: `type At = ${text};` });

describe('annotations', () => {
  it.each(annotations)('$title', (annotation) => {
    expect(read(annotation).text).toBe(annotation.means);
  });

  it('mean what TypeScript says they mean', () => {
    const files: Record<string, string> = {};
    for (const [index, { text, means, also }] of annotations.entries()) {
      // What this module cannot name is printed as less than the annotation says.
      const relation = /\bunknown\b|any\[\]/.test(means) || means === "'r'" ? '[A] extends [B] ? true : false' : MUTUAL;
      const check = `type Agree<A, B> = ${relation}; const agree: Agree<At, ${means}> = true; void agree;`;
      // The check stands beside the alias: in the function or block, where the alias does.
      files[`${index}/a.ts`] = `${/\{ [^{}]*type At = [^{}]*\}$/.test(text) ? text.replace(/\}$/, `${check} }`) : `${text} ${check}`} export {};`;
      for (const [path, other] of Object.entries(also ?? {})) files[`${index}/${path}`] = other;
    }
    expect(typeErrors(files).map((line) => line.replace(/^\d+/, (index) => `${annotations[Number(index)]?.title}: `))).toEqual([]);
  }, 60_000);

  it('made up at random mean what TypeScript says, or are not known', () => {
    const prelude = "type Ev = { type: 'go'; n: number } | { type: 'stop'; why?: string }; enum C { R = 'r', B = 'b' } enum N { A, B } type Pair<A, B = A> = { a: A; b?: B }; interface I { x: 'i'; y: boolean } interface I { z?: 1 }\nconst T = { k: 'v', l: ['p', 'q'], o: { deep: 1 } } as const; const W = { k: 'v', n: 1 };";
    const { any: made } = fc.letrec<{ any: string }>((tie) => {
      const any = tie('any');
      const keys = fc.constantFrom("'a'", "'b'", "'type'", "'x' | 'y'", 'number', "'length'", '0', 'keyof I');
      return {
        any: fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          fc.constantFrom("'a'", "'b'", "'r'", '1', '0', 'true', 'null', 'undefined', 'string', 'number', 'boolean', 'never', 'Ev', 'C', 'C.R', 'N', 'N.A', 'I', 'typeof T', 'typeof W', 'typeof T.l', '{}', "'type'"),
          fc.tuple(any, fc.constantFrom('|', '&'), any).map(([a, operator, b]) => `((${a}) ${operator} (${b}))`),
          fc.tuple(any, keys).map(([type, key]) => `(${type})[${key}]`),
          fc.tuple(fc.constantFrom('Extract', 'Exclude', 'Pair', 'Omit'), any, any).map(([name, a, b]) => `${name}<${a}, ${b}>`),
          fc.tuple(fc.constantFrom('Partial', 'Required', 'Readonly', 'NonNullable', 'Pair'), any).map(([name, type]) => `${name}<${type}>`),
          any.map((type) => `keyof (${type})`),
          any.map((type) => `(${type})[]`),
          fc.tuple(any, any).map(([a, b]) => `[${a}, ${b}]`),
          fc.tuple(any, any).map(([a, b]) => `{ a: ${a}; type?: ${b} }`),
          any.map((type) => `{ [K in 'p' | 'q']: [K, ${type}] }`),
          any.map((type) => `{ [K in keyof (${type})]: (${type})[K] }`),
          any.map((type) => `\`a\${Extract<${type}, string>}\``),
        ),
      };
    });
    const known: { text: string; type: Type }[] = [];
    for (const text of fc.sample(made, { numRuns: 700, seed: 7 })) {
      const type = read({ text: `${prelude} type At = ${text};` });
      if (!holdsUnknown(type)) known.push({ text, type });
    }
    expect(known.length).toBeGreaterThan(250);
    const lines = known.map(({ text, type }, index) => `type A${index} = ${text};\nconst c${index}: Agree<A${index}, ${type.text}> = true; void c${index};`);
    const [head, ...rest] = [`type Agree<A, B> = ${MUTUAL}; ${prelude}`, ...lines];
    const errors = typeErrors({ 'a.ts': [head, ...rest, 'export { T, W };'].join('\n') });
    // A type that TypeScript refuses as written (a key that is not there) is not ours to judge.
    const judged = errors.flatMap((line) => {
      const at = Number(/\((\d+),/.exec(line)?.[1]) - 3;
      const { text, type } = known[at >> 1] ?? { text: line, type: undefined };
      return at % 2 === 1 && !errors.some((other) => other.startsWith(`a.ts(${at + 2},`)) ? [`${text}  is not  ${type?.text}`] : [];
    });
    expect(judged).toEqual([]);
  }, 60_000);
});

const MUTUAL = '[A] extends [B] ? ([B] extends [A] ? true : false) : false';

function holdsUnknown(type: Type): boolean {
  switch (type.kind) {
    case 'unknown':
      return true;
    case 'object':
      return type.fields.some((field) => holdsUnknown(field.type));
    case 'array':
      return holdsUnknown(type.element);
    case 'union':
      return type.members.some(holdsUnknown);
    default:
      return false;
  }
}

describe('kinds', () => {
  it('gives enum members the value they have', () => {
    expect(read({ text: "enum C { R = 'r' } type At = C;" })).toEqual({ kind: 'literal', constant: { kind: 'string', value: 'r' }, of: 'a.ts#C', text: 'C.R' });
  });
  it('tells instances, functions, arrays and what is not known', () => {
    expect(at('Map<string, 1>')).toMatchObject({ kind: 'instance', name: 'Map' });
    expect(at('() => void').kind).toBe('function');
    expect(at('readonly string[]')).toMatchObject({ kind: 'array', mutable: false, element: { kind: 'primitive' } });
    expect(at("['a', 1]")).toMatchObject({ kind: 'array', mutable: true, element: { kind: 'union' }, items: [{}, {}] });
    for (const text of ['any', 'unknown', 'void', 'object', '`${number}`', 'Awaited<Date>', 'Missing', '{ [k: string]: 1 }', 'this', 'string & { b: 1 }']) expect(at(text).kind).toBe('unknown');
  });
  it('ends on types nested deeper than it goes', () => {
    expect(at(`${'['.repeat(1500)}1${']'.repeat(1500)}`).kind).toBe('array');
    expect(at(`1${'[]'.repeat(3000)}`).kind).toBe('array');
    expect(at(Array.from({ length: 5000 }, (_, index) => index).join(' | '))).toMatchObject({ kind: 'union' });
  });
  it('ends on types that double', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `type A${index + 1} = { a: A${index}; b: A${index} };`);
    expect(read({ text: `type A0 = 1; ${lines.join(' ')} type At = A40;` }).text.length).toBeLessThan(50_000);
    const generic = Array.from({ length: 12 }, (_, index) => `type A${index + 1}<T> = { a: A${index}<T>; b: A${index}<T> };`);
    expect(read({ text: `type A0<T> = T; ${generic.join(' ')} type At = A12<1>;` }).kind).toMatch(/unknown|object/);
  });
});

describe('finite values', () => {
  const values = (text: string) => finiteValues(at(text))?.map(constantText);
  it('are those of literals and booleans, in source order, each once', () => {
    expect(values("'b' | boolean | 'a' | null")).toEqual(["'b'", 'false', 'true', "'a'", 'null']);
    expect(values('true | boolean')).toEqual(['false', 'true']);
    expect(values('never')).toEqual([]);
    expect(values("'a' | string")).toBeUndefined();
    expect(values('{ a: 1 }')).toBeUndefined();
  });
  it('come back as written, whatever the strings and numbers', () => {
    const literal = fc.oneof(fc.string().map((value) => ({ kind: 'string', value }) as const), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)).map((value) => ({ kind: 'number', value }) as const), fc.boolean().map((value) => ({ kind: 'boolean', value }) as const));
    fc.assert(
      fc.property(fc.uniqueArray(literal, { minLength: 1, selector: constantText }), (constants) => {
        expect(finiteValues(at(constants.map(constantText).join(' | ')))).toEqual(constants);
      }),
    );
  });
});

describe('generators', () => {
  function types(text: string, also: Readonly<Record<string, string>> = {}) {
    const { project, module } = projectOf({ 'a.ts': text, ...also });
    const machine = findMachines(module, project)[0];
    const found = generatorTypes(machine?.node as never, module, project);
    return [found.yielded?.text, found.returned?.text, found.received?.text];
  }
  it.each<[string, string, (string | undefined)[]]>([
    ['Generator', "export function* a(): Generator<'A' | 'B', void, 'go'> {}", ["'A' | 'B'", 'void', "'go'"]],
    ['a Generator with less', "export function* a(): Generator<'A'> {}", ["'A'", undefined, undefined]],
    ['IterableIterator', "export function* a(): IterableIterator<'A'> {}", ["'A'", undefined, undefined]],
    ['Iterator', "export function* a(): Iterator<'A', 1, 'go'> {}", ["'A'", '1', "'go'"]],
    ['nothing', 'export function* a() {}', [undefined, undefined, undefined]],
    ['an alias', "type M = Generator<'A', never, 'go'>; export function* a(): M {}", ["'A'", 'never', "'go'"]],
    ['a generic alias', "type M<E> = Generator<string, void, { type: E }>; export function* a(): M<'go'> {}", ['string', 'void', "{ type: 'go' }"]],
    ['a generic alias with a default', "type M<E = 'x'> = Generator<string, void, E>; export function* a(): M {}", ['string', 'void', "'x'"]],
    ['a contextual annotation', "export const a: () => Generator<'A', void, 'go'> = function* () {};", ["'A'", 'void', "'go'"]],
    ['a contextual alias', "type F = (n: number) => Generator<'A', void, 'go'>; export const a: F = function* () {};", ["'A'", 'void', "'go'"]],
    ['an own type called Generator', "type Generator<T> = T; export function* a(): Generator<'A'> {}", [undefined, undefined, undefined]],
    ['something else', "export function* a(): Iterable<'A'> {}", [undefined, undefined, undefined]],
    ['an alias of itself', 'type M = M; export function* a(): M {}', [undefined, undefined, undefined]],
  ])('%s', (_, text, expected) => {
    expect(types(text)).toEqual(expected);
  });
  it('may be annotated by another module', () => {
    expect(types("import type { M } from './b'; export function* a(): M<'go'> {}", { 'b.ts': "type S = 'A' | 'B'; export type M<E> = Generator<S, void, E>;" })).toEqual(["'A' | 'B'", 'void', "'go'"]);
  });
});
