/** Every code of the catalogue is said of something: a table that TypeScript holds to be complete, each row the least that provokes it. */
import { describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { planOutputs } from '../../src/cli/write/plan.ts';
import { compile, type Diagnostic } from '../../src/compile.ts';
import type { DiagnosticCode } from '../../src/diagnostic/catalogue.ts';
import { fromMermaid } from '../../src/format/mermaid/read/read.ts';
import { fromXState } from '../../src/format/xstate/read/read.ts';

const said = (source: string, target = 'a.ts'): readonly Diagnostic[] => {
  const { machines, diagnostics } = compile([target], { read: (path) => (path === 'a.ts' ? source : undefined) });
  return [...diagnostics, ...machines.flatMap((machine) => machine.diagnostics)];
};

const many = (count: number, one: (at: number) => string, between = ' '): string => Array.from({ length: count }, (_, at) => one(at)).join(between);

const provoked: Readonly<Record<DiagnosticCode, () => readonly Diagnostic[] | Promise<readonly Diagnostic[]>>> = {
  'file-not-found': () => said('', 'b.ts'),
  'syntax-error': () => said('export function*'),
  'nested-too-deep': () => said(`export function* a() { yield ${'('.repeat(2000)}1${')'.repeat(2000)}; }`),
  'no-machine': () => said('export const a = 1;'),
  'machine-not-found': () => said("export function* a() { yield 'x'; }", 'a.ts#b'),
  'same-name': async () => {
    const host = { read: (path: string) => (path === 'a.ts' || path === 'b.ts' ? "export function* lamp(): Generator<'on', void, 'press'> { yield 'on'; }" : undefined) };
    const silent = { write: () => {}, live: false, colour: false };
    return (await planOutputs({ ...compile(['a.ts', 'b.ts'], host), host }, 'out', false, { cwd: '/somewhere', out: silent, err: silent })).diagnostics;
  },
  'not-supported': () => said("export async function* a() { yield 'x'; }"),
  'drawn-elsewhere': () => fromMermaid('stateDiagram-v2\n[*] --> a\nstate a {\n[*] --> x\nx --> b\n}\nstate b {\n[*] --> y\n}').diagnostics,
  'words-ignored': () => fromMermaid('stateDiagram-v2\n[*] --> a : power on').diagnostics,
  'loop-needs-list': () => said("export function* a(all: Iterable<string>): Generator<'x', void, 'next'> { for (const one of all) yield 'x'; }"),
  'loop-can-spin': () => said("export function* a(): Generator<'x', void, 'next'> { let n = 0; yield 'x'; while (true) n += 1; }"),
  'recursion-unbounded': () => said("function* down(n: number): Generator<'x', void, 'next'> { yield 'x'; yield* down(n + 1); } export function* a(): Generator<'x', void, 'next'> { yield* down(0); }"),
  // A shift register that comes round only after 8191 steps.
  'not-finite': () => said(`export function* a(): Generator<boolean, never, 'next'> { let ${many(13, (at) => `b${at} = ${at === 0}`, ', ')}; while (true) { yield ${many(13, (at) => `b${at}`, ' && ')}; const bit = (b12 !== b3) !== (b2 !== b0); ${many(12, (at) => `b${12 - at} = b${11 - at};`)} b0 = bit; } }`),
  'too-large': () => said(`export function* a(${many(300, (at) => `p${at}: number`, ', ')}): Generator<string, void, ${many(200, (at) => `'e${at}'`, ' | ')}> { ${many(200, (at) => `while ((yield 's${at}') !== 'e${at}');`)} console.log(${many(300, (at) => `p${at}`, ', ')}); }`),
  'state-name-unknown': () => said("export function* a(): Generator<string, void, string> { let name = 'x'; while (true) name = yield name; }"),
  'import-not-found': () => said("import { next } from './table.ts'; export function* a(): Generator<string, never, 'go'> { let color = 'RED'; while (true) { yield color; color = next(color); } }"),
  'alphabet-open': () => said("export function* a() { while ((yield 'x') !== 'next'); }"),
  'alphabet-unread': () => said("import type { Event } from 'far'; export function* a(): Generator<'x', void, Event> { yield 'x'; }"),
  'typescript-not-asked': () => {
    const types = { generator: () => undefined, annotation: () => undefined, unasked: () => [{ version: '4.9.5', reason: 'it is too old', file: 'a.ts' }] };
    return compile(['a.ts'], { read: () => "export function* a() { yield 'x'; }", types }).diagnostics;
  },
  'pragma-not-followed': () => said("// @control\nexport function* a(): Generator<'x', void, 'next'> { yield 'x'; }"),
  'not-exported': () => said("let count = 0; export const more = () => (count += 1); export function* a(): Generator<'x', void, 'next'> { yield 'x'; console.log(count); }"),
  'event-ambiguous': () => said("export function* a(): Generator<'x', void, 'next' | { type: 'next' }> { yield 'x'; }"),
  'machine-not-read': () => fromXState(createMachine({ id: 'a', initial: 'x', states: { x: { id: 'x', route: {} } } } as never)).diagnostics,
};

describe('each diagnostic is said of something', () => {
  test.each(Object.entries(provoked))('%s', async (code, provoke) => {
    expect((await provoke()).map((diagnostic) => diagnostic.code)).toContain(code);
  });
});
