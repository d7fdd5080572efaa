/** explain FILE#NAME: of each variable whether it is control or context and why, of each event and state where it comes from. */
import { describe, expect, test } from 'vitest';
import { folderOf, yieldchart } from './terminal.ts';

const cwd = folderOf({
  'login.ts': `/** Three tries. */
export function* login(limit: number): Generator<'asking' | 'in', 'blocked', { type: 'try'; ok: boolean } | 'out'> {
  let failed = 0;
  while (failed < limit) {
    const event = yield 'asking';
    if (event === 'out' || !event.ok) { failed += 1; continue; }
    while ((yield 'in') !== 'out');
  }
  return 'blocked';
}
`,
  'light.ts': `export function* light() {
  let now: 'red' | 'green' = 'red', lit = true;
  // @context
  let broken = false;
  const names = ['a', 'b'];
  while (true) {
    const event = yield lit ? now : 'off';
    if (event === 'turn') now = now === 'red' ? 'green' : 'red';
    if (event === 'switch') lit = !lit;
    if (event === 'break') broken = true;
    if (broken) yield names[0];
  }
}
`,
  'flow.ts': "export function* flow(): Generator<'a' | 'b', void, 'go'> {\n  while (true) {\n    yield 'a';\n    yield 'b';\n    yield 'a';\n    yield 'b';\n  }\n}\n",
  'refused.ts': `export function* walk(steps: number): Generator<string, void, 'next'> {
  let mode: 'slow' | 'fast' = 'slow', rounds = 0;
  while (rounds < steps) {
    yield mode;
    mode = 'fast';
    eval('rounds += 1');
  }
}
export async function* clock(): AsyncGenerator<'tick'> {
  yield 'tick';
}
`,
  'bell.ts': "export function* bell(): Generator<string, void, 'ring'> {\n  for (let count = 0; count < 20; count++) yield `rung ${count}`;\n}\n",
  'machines/one.ts': "export function* one(): Generator<'a', void, 'go'> {\n  yield 'a';\n}\n",
});

test('tells a machine whole, one line for each event, variable and state', async () => {
  const { exit, out, err } = await yieldchart('explain login.ts#login', cwd);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toBe(`login in login.ts, line 2

event  because                   looks like
─────  ────────────────────────  ────────────────────────────
try    its type says so, line 2  { type: 'try'; ok: boolean }
out    its type says so, line 2  'out'

variable  is       declared  because
────────  ───────  ────────  ─────────────────────────────────────────────────────────────
limit     context  line 2    input
failed    context  line 3    only chooses: asked at line 4, a computed number
event     neither  line 5    it holds what arrives, and is not needed after the next yield

state       is           where   stands for
──────────  ───────────  ──────  ───────────────────────────
0 < limit?  asks, first  line 2  a question asked on the way
asking      waits        line 5  a yield of 'asking'
in          waits        line 7  a yield of 'in'
blocked     ends         line 9  a return of 'blocked'
`);
});

describe('says of a variable', () => {
  const why = async (line: string): Promise<Readonly<Record<string, string>>> => {
    const { out } = await yieldchart(`explain ${line} --json`, cwd);
    const [machine] = (JSON.parse(out) as { machines: { variables: { name: string; kind: string; why: string }[] }[] }).machines;
    return Object.fromEntries(machine!.variables.map((variable) => [variable.name, `${variable.kind}: ${variable.why}`]));
  };

  test('that it is control, by what; that it is context, by a mark; that it is neither', async () => {
    expect(await why('light.ts')).toEqual({
      now: 'control: names the states: yielded at line 7',
      lit: 'control: chooses the state: asked at line 7, and it is a boolean',
      broken: 'context: pragma @context above line 4',
      names: 'neither: it is always the same, so its value stands where it is read',
      event: 'neither: it holds what arrives, and is not needed after the next yield',
    });
  });

  test('that it has too many values, by the limit that is given', async () => {
    expect(await why('bell.ts')).toEqual({ count: 'control: names the states: yielded at line 2' });
    expect(await why('bell.ts --max-values 20')).toEqual({ count: 'control: names the states: yielded at line 2' });
    expect(await why('bell.ts --max-values 19')).toEqual({ count: 'context: yielded at line 2, but it has more than 19 values' });
  });
});

test('says of an event that no type declares where the code compares with it', async () => {
  const { out } = await yieldchart('explain light.ts', cwd);
  expect(out).toContain("\nturn    the code compares with it, line 8        'turn'\n");
  expect(out).toContain('\nany     nothing says what else there is, line 1  any\n');
});

test('says of a state what is known of control there', async () => {
  const { out } = await yieldchart('explain light.ts', cwd);
  expect(out).toMatch(/\nred +waits, first +line 7 +a yield of 'red'; now is 'red'; lit is true\n/);
});

test('names all places of a state, and says that nothing is remembered where no variable outlives a yield', async () => {
  const { out } = await yieldchart('explain flow.ts', cwd);
  expect(out).toContain('\n\nIt remembers nothing: no variable outlives a yield.\n\n');
  expect(out).toMatch(/\na +waits, first +line 3, line 5 +a yield of 'a'\nb +waits +line 4, line 6 +a yield of 'b'\n/);
});

test('tells the variables of a coroutine that is delegated to, once, with the file they are in', async () => {
  const folder = folderOf({
    'lamp.ts': "import { blink } from './blink.ts';\nexport function* lamp(): Generator<'on' | 'off' | 'rest', void, 'next'> {\n  yield* blink(true);\n  yield 'rest';\n  yield* blink(false);\n}\n",
    'blink.ts': "export function* blink(lit: boolean): Generator<'on' | 'off', void, 'next'> {\n  // @context\n  let times = 0;\n  for (; times < 2; times++) yield lit ? 'on' : 'off';\n}\n",
  });
  const { out } = await yieldchart('explain lamp.ts', folder);
  expect(out).toMatch(/\nlit +control +line 1 of blink\.ts +chooses the state: asked at line 4 of blink\.ts, and it is a boolean\ntimes +context +line 3 of blink\.ts +pragma @context above line 3 of blink\.ts\n\n/);
  expect(out).toMatch(/\noff +waits +line 4 of blink\.ts +a yield of 'off'; lit is false\n/);
});

test('tells the field of an object that names the states apart from the object', async () => {
  const folder = folderOf({
    'ticket.ts': "export function* ticket(): Generator<string, number, 'solve' | 'reply'> {\n  let it: { status: 'open' | 'solved'; replies: number } = { status: 'open', replies: 0 };\n  while (it.status === 'open') {\n    if ((yield it.status) === 'solve') it = { ...it, status: 'solved' };\n    else it = { ...it, replies: it.replies + 1 };\n  }\n  return it.replies;\n}\n",
  });
  const { out } = await yieldchart('explain ticket.ts', folder);
  expect(out).toMatch(/\nit +context +line 2 +all but `it\.status` is only remembered\nit\.status +control +line 2 +names the states: yielded at line 4\n/);
  expect(out).toMatch(/\nopen +waits, first +line 4 +a yield of 'open'; it\.status is 'open'\n/);
});

test('says of a refused machine what can be said, and why it is refused', async () => {
  const { exit, out, err } = await yieldchart('explain refused.ts#walk', cwd);
  expect(exit).toBe(1);
  expect(out).toContain('walk in refused.ts, line 1: refused. This is as far as it was read.\n');
  expect(out).toMatch(/\nmode +control +line 2 +names the states: yielded at line 4\n/);
  expect(out).toMatch(/\nyield +where\n.*\nwaits +line 4\n$/);
  expect(err).toMatch(/^unsupported not-supported refused\.ts:6:\d+\n/);
  expect((await yieldchart('explain refused.ts#clock', cwd)).out).toBe('clock in refused.ts, line 9: refused. This is as far as it was read.\n');
});

test('tells all machines of a file, and of a folder whose name could be a code', async () => {
  expect((await yieldchart('explain refused.ts', cwd)).out).toMatch(/^walk [^]*\n\n\nclock /);
  expect((await yieldchart('explain machines', cwd)).out).toMatch(/^one in machines\/one\.ts, line 1\n/);
});

test('gives a program the same, and the diagnostics, as one JSON document', async () => {
  const { exit, out, err } = await yieldchart('explain refused.ts#walk --json', cwd);
  expect({ exit, err }).toEqual({ exit: 1, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    machines: [{ name: 'walk', file: 'refused.ts', line: 1, refused: true, events: [{ name: 'next', from: 'type' }], variables: [{ name: 'steps', kind: 'context' }, { name: 'mode', kind: 'control', type: "'slow' | 'fast'", place: { line: 2, column: 7 } }, { name: 'rounds' }], states: [], waits: [{ line: 4 }] }],
    diagnostics: [{ code: 'not-supported' }],
  });
});
