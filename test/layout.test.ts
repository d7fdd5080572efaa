/**
 * Holds the order of the rooms in `src/`: folder names alone do not. In: every file of `src/`, parsed.
 * Out: one sentence for each thing that stands where it must not, with the reason.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type ParamPattern, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

interface Room {
  /** A folder of `src/`, or a file directly in it. */
  readonly name: string;
  readonly does: string;
}

/** From the top down: each may import only what stands above it. */
const rooms: readonly Room[] = [
  { name: 'diagnostic', does: 'puts into words what is said to a person' },
  { name: 'chart', does: 'is the data every notation meets the others as' },
  { name: 'host.ts', does: 'says what pure rooms are given from outside' },
  { name: 'runtime', does: 'calls .next() on a generator' },
  { name: 'index.ts', does: 'is the entry of the runtime: browser-safe, with no dependency' },
  { name: 'syntax', does: 'touches the parser' },
  { name: 'flow', does: 'knows a JavaScript statement' },
  { name: 'interpret', does: 'evaluates abstractly' },
  { name: 'extract', does: 'decides that two configurations are one state, and names it' },
  { name: 'format', does: 'knows a foreign notation' },
  { name: 'compile', does: 'takes a machine through the rooms above, and again only where something has changed' },
  { name: 'compile.ts', does: 'is the entry of the compiler' },
  { name: 'bridge', does: "knows both the generator protocol and XState's actor protocol" },
  { name: 'xstate.ts', does: 'is the entry of the bridge' },
  { name: 'check', does: 'gives a verdict, with its evidence' },
  { name: 'cli', does: 'touches files, processes, sockets' },
  { name: 'vitest', does: 'brings the check to a test runner' },
  { name: 'studio', does: 'touches the DOM' },
];

const compiler = ['syntax', 'flow', 'interpret', 'extract', 'compile', 'compile.ts'];
const running = ['runtime', 'index.ts', 'bridge', 'xstate.ts'];
const outside = ['vitest', 'cli', 'studio'];

/** Which rooms may import a package, and why no other. */
const packages: Readonly<Record<string, { readonly rooms: readonly string[]; readonly why: string }>> = {
  'oxc-parser': { rooms: ['syntax'], why: 'only syntax/ touches the parser, so that another could take its place' },
  '@viz-js/viz': { rooms: ['format'], why: 'only format/ knows a foreign notation' },
  xstate: { rooms: ['format', 'bridge', 'xstate.ts', 'check', 'vitest', 'cli', 'studio'], why: 'the chart and the compiler must not depend on one of the notations they serve' },
  vitest: { rooms: ['vitest'], why: 'only vitest/ runs in a test runner; the rest must not need one' },
  'get-tsconfig': { rooms: ['cli'], why: 'where an alias leads stands in a file: pure rooms ask their Host' },
  chokidar: { rooms: ['cli'], why: 'only the command line waits for files to change' },
  jiti: { rooms: ['cli', 'vitest'], why: 'running a module of the user touches the disk; pure rooms are given what was loaded' },
};

const browserOnly = new Set(['document', 'window', 'navigator', 'localStorage', 'sessionStorage', 'customElements']);
const processOnly = new Set(['process', 'Buffer', '__dirname', '__filename', 'require']);

describe('the rooms of src/', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => `src/${file.replaceAll('\\', '/')}`).sort();
  const parsed = files.map((file) => read(file, readFileSync(file, 'utf8')));

  test('each file stands in a room of the design', () => {
    const lost = files.filter((file) => place(file) < 0);
    expect(lost.map((file) => `${file} stands in no room. The rooms are ${rooms.map((room) => room.name).join(', ')}.`)).toEqual([]);
  });

  test('a room imports only from rooms above it', () => {
    expect(parsed.flatMap(crossings)).toEqual([]);
  });

  test('runtime and compiler never import each other', () => {
    expect(parsed.flatMap(mixedReadings)).toEqual([]);
  });

  test('a package is imported only by the rooms that are there to know it', () => {
    expect(parsed.flatMap(strangers)).toEqual([]);
  });

  test('pure rooms touch neither Node nor the DOM', () => {
    expect(parsed.flatMap(impurities)).toEqual([]);
  });
});

describe('the test of the rooms', () => {
  const said = (file: string, text: string) => [crossings, mixedReadings, strangers, impurities].flatMap((rule) => rule(read(file, text)));

  test('sees an import that goes down the table, of whatever kind', () => {
    for (const text of ["import { a } from '../check/a.ts'", "import type { A } from '../check/a.ts'", "export * from '../check/a.ts'", "export { a } from '../check/a.ts'", "await import('../check/a.ts')", "let a: import('../check/a.ts').A"]) {
      expect(said('src/chart/chart.ts', text)[0], text).toContain('src/chart/chart.ts imports ../check/a.ts');
    }
  });

  test('sees a compiler room that imports the runtime', () => {
    expect(said('src/flow/blocks.ts', "import '../runtime/create.ts'").join()).toContain('two independent readings');
  });

  test('sees a package, a node: module and a global in a room that is pure', () => {
    expect(said('src/flow/a.ts', "import 'oxc-parser'").join()).toContain('only syntax/ touches the parser');
    expect(said('src/flow/a.ts', "import 'node:fs'").join()).toContain('src/flow/a.ts imports node:fs');
    expect(said('src/flow/a.ts', 'process.cwd()').join()).toContain('src/flow/a.ts uses process');
    expect(said('src/check/a.ts', 'document.title').join()).toContain('src/check/a.ts uses document');
  });

  test('lets a local variable be called document, and the command line use process', () => {
    expect(said('src/flow/a.ts', 'const document = { a: 1 }; document.a; (window: { a: 1 }) => window.a')).toEqual([]);
    expect(said('src/cli/a.ts', 'process.cwd()')).toEqual([]);
  });
});

interface Parsed {
  readonly file: string;
  readonly room: string;
  readonly imports: readonly string[];
  readonly globals: readonly string[];
}

function read(file: string, text: string): Parsed {
  const { program, module, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file} does not parse: ${errors[0].message}`);
  const imports = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ];
  const declared = new Set<string>();
  const used = new Set<string>();
  const declareParameters = ({ params }: { params: readonly ParamPattern[] }) => params.forEach((param) => param.type === 'Identifier' && declared.add(param.name));
  new Visitor({
    FunctionDeclaration: declareParameters,
    FunctionExpression: declareParameters,
    ArrowFunctionExpression: declareParameters,
    ImportExpression: ({ source }) => void (source.type === 'Literal' && imports.push(String(source.value))),
    TSImportType: ({ source }) => void imports.push(source.value),
    VariableDeclarator: ({ id }) => void (id.type === 'Identifier' && declared.add(id.name)),
    MemberExpression: ({ object }) => void (object.type === 'Identifier' && used.add(object.name)),
    CallExpression: ({ callee }) => void (callee.type === 'Identifier' && used.add(callee.name)),
  }).visit(program);
  return { file, room: roomOf(file), imports, globals: [...used].filter((name) => !declared.has(name)) };
}

/** `src/flow/blocks.ts` → `flow`; `src/host.ts` → `host.ts`. */
function roomOf(file: string): string {
  return file.split('/')[1] ?? file;
}

function place(file: string): number {
  return rooms.findIndex((room) => room.name === roomOf(file));
}

function target(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier);
}

function crossings({ file, imports }: Parsed): string[] {
  return imports
    .filter((specifier) => specifier.startsWith('.') && roomOf(target(file, specifier)) !== roomOf(file))
    .filter((specifier) => place(target(file, specifier)) >= place(file))
    .map((specifier) => {
      const from = rooms[place(file)];
      const to = rooms[place(target(file, specifier))];
      return `${file} imports ${specifier}, but ${to?.name ?? 'that'} comes after ${from?.name ?? file}: what ${from?.does} must not know what ${to?.does}.`;
    });
}

function mixedReadings({ file, room, imports }: Parsed): string[] {
  const other = compiler.includes(room) ? running : running.includes(room) ? compiler : [];
  return imports
    .filter((specifier) => specifier.startsWith('.') && other.includes(roomOf(target(file, specifier))))
    .map((specifier) => `${file} imports ${specifier}: the runtime and the compiler are two independent readings of a machine, and prove more when they agree because neither uses the other.`);
}

function strangers({ file, room, imports }: Parsed): string[] {
  return imports
    .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
    .map((specifier) => ({ specifier, name: specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/') }))
    .filter(({ name }) => !packages[name]?.rooms.includes(room))
    .map(({ specifier, name }) => `${file} imports ${specifier}: ${packages[name]?.why ?? 'it is not a dependency the design knows'}.`);
}

function impurities({ file, room, imports, globals }: Parsed): string[] {
  const reason = 'everything above cli/ is pure, so that it runs in a browser and a test needs no disk; pass it in through the Host';
  const node = imports.filter((specifier) => specifier.startsWith('node:') && !outside.includes(room)).map((specifier) => `${file} imports ${specifier}: ${reason}.`);
  const banned = (name: string) => (browserOnly.has(name) && room !== 'studio') || (processOnly.has(name) && !outside.includes(room));
  return [...node, ...globals.filter(banned).map((name) => `${file} uses ${name}: ${reason}.`)];
}
