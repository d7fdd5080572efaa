import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { constantText } from '../../src/chart/label.ts';
import type { Type } from '../../src/chart/type.ts';
import { diskHost } from '../../src/cli/read/disk.ts';
import { compile } from '../../src/compile.ts';
import type { Types } from '../../src/host.ts';
import { generatorTypes } from '../../src/syntax/types/annotation.ts';
import { createProject } from '../../src/syntax/project.ts';
import type { FunctionNode } from '../../src/syntax/tree.ts';
import { membersOf } from '../../src/syntax/types/make.ts';
import { walk } from '../../src/syntax/walk.ts';
import { folderOf, tsconfig, type Texts } from './folder.ts';
import { typesOf, versions } from './typescripts.ts';

const names = Object.keys(versions);
/** What is computed comes in the order in which it is asked for; TypeScript's is told in that in which it is written, `undefined` of what may be left out at the end. */
const byEvaluation: ReadonlySet<string> = new Set([
  'conditional/conditional.ts:61 bool received',
  'hard/class-members.ts:27 gx returned',
  'hard/class-members.ts:27 gx received',
  'hard/conditions.ts:43 iff received',
  'hard/enum-kinds.ts:53 tabV received',
  'hard/library-ways.ts:36 opt returned',
  'hard/library-ways.ts:50 objs received',
  'hard/narrowed-parameters.ts:75 m9 yielded',
  'hard/template-parts.ts:17 kebab received',
  'hard/variadic.ts:23 revT yielded',
]);

const slots = ['yielded', 'returned', 'received'] as const;

describe('what the TypeScripts say of the corpus', () => {
  it('is the same, and what our own reading says where it knows', () => {
    const folder = folderOf({ 'tsconfig.json': tsconfig }, readdirSync('node_modules').filter((name) => /^(zod|valibot|xstate)$/.test(name)));
    cpSync('test/types/corpus', folder, { recursive: true });
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[cm]?tsx?$/.test(path) && !path.includes('.d.') && !path.startsWith('node_modules')).sort();
    const project = createProject(diskHost(folder));
    const asked = names.map((name) => typesOf(name, folder));
    const between: string[] = [];
    const ours: string[] = [];
    let known = 0;
    let all = 0;
    for (const file of files) {
      const { module } = project.module(file);
      if (!module) throw new Error(`${file} cannot be parsed`);
      for (const fn of generatorsIn(module.program)) {
        const own = generatorTypes(fn, module, project);
        const answers = asked.map((types) => types.generator({ file, start: fn.start, end: fn.end, rests: `${fn.start}` })?.type ?? {});
        for (const slot of slots) {
          const place = `${file}:${module.text.slice(0, fn.start).split('\n').length} ${fn.id?.name ?? ''} ${slot}`;
          const texts = answers.map((answer) => answer[slot]?.text);
          all += 1;
          if (texts.some((text) => text !== texts[0])) between.push(`${place}: ${names.map((name, index) => `${name} says ${texts[index]}`).join(', ')}`);
          const answer = answers[0]?.[slot];
          if (!own[slot] || !answer) continue;
          if (own[slot].kind !== 'unknown') known += 1;
          if (!agrees(own[slot], answer) && !byEvaluation.has(place)) ours.push(`${place}: we say ${own[slot].text}, TypeScript ${answer.text}`);
        }
      }
    }
    expect(between).toEqual([]);
    expect(ours).toEqual([]);
    expect(known).toBeGreaterThan(500);
    expect(all).toBeGreaterThan(900);
  }, 300_000);

  it('is not agreed with by a reading that is wrong', () => {
    const on: Type = { kind: 'literal', constant: { kind: 'string', value: 'on' }, text: "'on'" };
    const off: Type = { kind: 'literal', constant: { kind: 'string', value: 'off' }, text: "'off'" };
    const both = (members: readonly Type[]): Type => ({ kind: 'union', members, text: '' });
    const object = (type: Type, optional = false): Type => ({ kind: 'object', fields: [{ name: 'a', type, optional }], text: '' });
    expect(agrees(on, off)).toBe(false);
    expect(agrees(both([on, off]), both([off, on]))).toBe(false);
    expect(agrees(both([on, off]), on)).toBe(false);
    expect(agrees(object(on), object(off))).toBe(false);
    expect(agrees(object(on), object(on, true))).toBe(false);
    expect(agrees(object({ kind: 'unknown', text: 'X' }), object(off))).toBe(true);
  });
});

describe.each(names)('TypeScript %s tells', (name) => {
  /** What each generator of the file takes, whatever our own reading knows of it. */
  const received = (texts: Texts, file = 'a.ts'): (string | undefined)[] => {
    const folder = folderOf({ 'tsconfig.json': tsconfig, ...texts });
    const types = typesOf(name, folder);
    const { module } = createProject(diskHost(folder)).module(file);
    return generatorsIn(module!.program).map(({ start, end }) => types.generator({ file, start, end, rests: `${start}` })?.type.received?.text);
  };
  /** What the first one takes, with what our own reading knows. */
  const told = (texts: Texts): string | undefined => {
    const folder = folderOf({ 'tsconfig.json': tsconfig, ...texts });
    const project = createProject({ ...diskHost(folder), types: typesOf(name, folder) });
    const { module } = project.module('a.ts');
    return generatorTypes(generatorsIn(module!.program)[0]!, module!, project).received?.text;
  };
  const one = (text: string, more: Texts = {}): string | undefined => received({ 'a.ts': text, ...more })[0];

  test('what a schema of zod lets through, in its order', () => {
    expect(one(`import { z } from 'zod'; const event = z.discriminatedUnion('type', [z.object({ type: z.literal('stop'), why: z.string().optional() }), z.object({ type: z.literal('go'), n: z.number() })]);
      export function* m(): Generator<string, void, z.infer<typeof event>> {}`)).toBe("{ type: 'stop'; why?: string } | { type: 'go'; n: number }");
    expect(one("import { z } from 'zod'; export function* m(): Generator<string, void, z.infer<typeof e>> {} const e = z.enum(['z', 'm', 'a']);")).toBe("'z' | 'm' | 'a'");
  });

  test('what one of valibot does', () => {
    expect(one(`import * as v from 'valibot'; const event = v.variant('type', [v.object({ type: v.literal('stop') }), v.object({ type: v.literal('go'), to: v.picklist(['top', 'end']) })]);
      export function* m(): Generator<string, void, v.InferOutput<typeof event>> {}`)).toBe("{ type: 'stop' } | { type: 'go'; to: 'top' | 'end' }");
  });

  test('what a condition infers', () => {
    expect(one("type Of<T> = T extends { type: infer U } ? U : never; type Ev = { type: 'z' } | { type: 'a'; n: 1 }; export function* m(): Generator<string, void, Of<Ev>> {}")).toBe("'z' | 'a'");
  });

  test('what functions take and return', () => {
    expect(one("declare function f(a: 'z' | 'a'): Promise<{ type: 'ok'; at: Date }>; export function* m(): Generator<string, void, Parameters<typeof f>[0] | Awaited<ReturnType<typeof f>>> {}")).toBe("'z' | 'a' | { type: 'ok'; at: Date }");
  });

  test('what a function is expected to be where it stands', () => {
    expect(one("type Ev = { type: 'z' } | 'a'; declare function machine(fn: () => Generator<string, void, Ev>): void; machine(function* () { yield 'A'; });")).toBe("{ type: 'z' } | 'a'");
    expect(received({ 'a.ts': "type M<E> = () => Generator<string, void, E>; export const all = { *a() { yield 'A'; }, b: function* () { yield 'B'; } } satisfies { a: M<'y' | 'x'>; b: M<'v' | 'u'> };" })).toEqual(["'y' | 'x'", "'v' | 'u'"]);
  });

  test('what is inferred from where the yields stand', () => {
    expect(one("type Ev = { type: 'z' } | { type: 'a' }; export function* m() { const e: Ev = yield 'A'; }")).toBe("{ type: 'z' } | { type: 'a' }");
    expect(told({ 'a.ts': "import type { Ev } from './b'; export function* m() { const e: Ev = yield 'A'; }", 'b.ts': "import { z } from 'zod'; const all = z.enum(['z', 'a']); export type Ev = z.infer<typeof all>;" })).toBe("'z' | 'a'");
    expect(told({ 'a.ts': "export function* m() { const e = yield 'A'; if (e === 'x') return; }" })).toBeUndefined();
    expect(told({ 'a.ts': "export function* m() { const { type } = yield 'A'; if (type === 'x') return; }" })).toBeUndefined();
  });

  test('what a package declares, and what is declared for all', () => {
    const more = { 'node_modules/far/package.json': '{ "name": "far", "types": "index.d.ts" }', 'node_modules/far/index.d.ts': "export type Ev = { type: 'z'; how?: Kind } | 'a'; export declare enum Kind { Slow = 's', Fast = 'f' }" };
    expect(one("import type { Ev } from 'far'; export function* m(): Generator<string, void, Ev> {}", more)).toBe("{ type: 'z'; how?: 's' | 'f' } | 'a'");
    expect(one("import { type Ev, Kind as K } from 'far'; export function* m(k: K): Generator<string, void, Ev> {}", more)).toBe("{ type: 'z'; how?: K.Slow | K.Fast } | 'a'");
    expect(one("export function* m(): Generator<string, void, Everywhere> {}", { 'global.d.ts': "type Everywhere = 'z' | 'a';" })).toBe("'z' | 'a'");
    expect(one("export {}; export function* m(): Generator<string, void, Everywhere> {}", { 'far-off.ts': "declare global { type Everywhere = 'z' | 'b' } export {};" })).toBe("'z' | 'b'");
  });

  test('payloads that our own reading leaves unknown inside of a union that it knows', () => {
    expect(told({ 'a.ts': "import { z } from 'zod'; const box = z.enum(['z', 'a']); export function* m(): Generator<string, void, 'stop' | { type: 'put'; box: z.infer<typeof box> }> {}" })).toBe("'stop' | { type: 'put'; box: 'z' | 'a' }");
  });

  test('instances, lists, and what contains itself', () => {
    expect(one("import type { Ev } from './b'; export function* m(): Generator<string, void, Ev<'x'>> {}", { 'b.ts': "export class K { private p = 1; } export type Ev<T> = T extends 'x' ? Map<string, Date> | K | readonly string[] | [1, 'two'] | Tree : never; interface Tree { of: 'tree'; left?: Tree }" })).toBe("Map<string, Date> | unknown | readonly string[] | [1, 'two'] | { of: 'tree'; left?: unknown }");
  });

  test('what a parameter of the machine is', () => {
    const folder = folderOf({ 'tsconfig.json': tsconfig, 'a.ts': "import { z } from 'zod'; const Options = z.object({ mode: z.enum(['slow', 'fast']), n: z.number() }); export function* m(options: z.infer<typeof Options>): Generator<string, void, 'next'> { yield options.mode; }" });
    const { machines } = compile(['a.ts'], { ...diskHost(folder), types: typesOf(name, folder) });
    expect(machines[0]?.chart?.parameters.map(({ type }) => type)).toEqual(["{ mode: 'slow' | 'fast'; n: number }"]);
  });

  test('nothing of a name that leads nowhere', () => {
    expect(told({ 'a.ts': "import type { Ev } from 'nowhere'; export function* m(): Generator<string, void, Ev> {}" })).toBe('Ev');
  });

  test('its answers without a tsconfig too', () => {
    const folder = folderOf({ 'a.ts': "import type { Ev } from './b'; export function* m(): Generator<string, void, Exclude<Ev['type'], `x${string}`>> {}", 'b.ts': "export type Ev = { type: 'z' } | { type: 'xa' } | { type: 'a' };" });
    const { module } = createProject(diskHost(folder)).module('a.ts');
    const [{ start, end } = { start: 0, end: 0 }] = generatorsIn(module!.program);
    expect(typesOf(name, folder).generator({ file: 'a.ts', start, end, rests: '' })?.type.received?.text).toBe("'z' | 'a'");
  });
});

describe('TypeScript is not asked', () => {
  const never = (): never => {
    throw new Error('TypeScript was asked');
  };
  const types: Types = { generator: never, annotation: never, unasked: () => [] };

  test('of any machine of the gallery', () => {
    const files = readdirSync('machines', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.endsWith('.machine.ts')).map((path) => join('machines', path));
    const { machines } = compile(files, { ...diskHost('.'), types });
    expect(machines.length).toBeGreaterThan(30);
  });

  test.each([
    'any', 'unknown', 'void', 'object', 'Record<string, number>', '{ [key: string]: unknown }', '{ type: "a"; data: any } | { type: "b"; data: unknown }', 'Map<string, unknown>',
  ])('of %s', (type) => {
    const read = (): string => `export function* m(): Generator<string, void, ${type}> { let x: ${type} = yield 'A'; yield 'B'; }`;
    expect(compile(['a.ts'], { read, types }).machines).toHaveLength(1);
  });

  test('where nothing could be inferred', () => {
    const read = (): string => "export function* m(a) { const e = yield 'A'; switch (e) { case 'x': yield 'B'; } while ((yield 'C') !== 'y'); }";
    expect(compile(['a.js'], { read, types }).machines).toHaveLength(1);
  });
});

function generatorsIn(program: Parameters<typeof walk>[0]): FunctionNode[] {
  const found: FunctionNode[] = [];
  walk(program, (node) => {
    if ('generator' in node && node.generator && node.body) found.push(node as FunctionNode);
  });
  return found;
}

/** Whether TypeScript's type is ours, in the same order, wherever both are known. */
function agrees(own: Type, told: Type): boolean {
  if (own.kind === 'unknown' || (told.kind === 'unknown' && !told.said)) return true;
  const [mine, its] = [spread(own), spread(told)];
  // What we do not know takes the place of more than it.
  if (mine.some(({ kind }) => kind === 'unknown') || its.some((type) => type.kind === 'unknown' && !type.said)) return mine.every((type) => its.some((other) => other.kind === 'unknown' || agrees(type, other) || isOfKind(type, other)));
  return mine.length === its.length && mine.every((type, index) => isAlike(type, its[index]!));
}

function isAlike(own: Type, told: Type): boolean {
  if (own.kind === 'object' && told.kind === 'object') {
    return own.fields.length === told.fields.length && own.fields.every((field) => told.fields.some((other) => other.name === field.name && other.optional === field.optional && agrees(field.optional ? present(field.type) : field.type, field.optional ? present(other.type) : other.type)));
  }
  if (own.kind === 'array' && told.kind === 'array') return own.mutable === told.mutable && (own.items ? own.items.length === told.items?.length && own.items.every((item, index) => agrees(item, told.items![index]!)) : agrees(own.element, told.element));
  if (own.kind === 'literal' && told.kind === 'literal') return constantText(own.constant) === constantText(told.constant);
  if (own.kind === 'instance' && told.kind === 'instance') return own.name === told.name;
  return own.kind === told.kind && (own.kind !== 'primitive' || own.name === (told as typeof own).name);
}

/** Whether TypeScript has put the literal into the type of all its kind. */
function isOfKind(own: Type, told: Type): boolean {
  return own.kind === 'literal' && told.kind === 'primitive' && own.constant.kind === told.name;
}

function present(type: Type): Type {
  const members = membersOf(type).filter(({ text }) => text !== 'undefined');
  return members.length === 1 ? members[0]! : { kind: 'union', members, text: type.text };
}

/** The members, constants once each, `false` and `true` as one. */
function spread(type: Type): readonly Type[] {
  const seen = new Set<string>();
  const members = membersOf(type).filter((member) => member.kind !== 'literal' || (!seen.has(constantText(member.constant)) && seen.add(constantText(member.constant))));
  const isBoolean = seen.has('true') && seen.has('false');
  return isBoolean ? members.flatMap((member): readonly Type[] => (member.text === 'true' || member.text === 'false' ? (member === members.find(({ text }) => text === 'true' || text === 'false') ? [{ kind: 'primitive', name: 'boolean', text: 'boolean' }] : []) : [member])) : members;
}
