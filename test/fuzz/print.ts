/**
 * A program's tree in, its source out: a module with one exported generator function, `m`, and the names of the outside
 * functions that it is given. Only what the body uses is declared.
 *
 * Each loop's body begins with `FUEL`, a comment, in whose place the run counts: a program that spins is told from one
 * that waits. The laws ask for the same program told otherwise: other names, code that is never reached, blocks around.
 */
import { type Alphabet, alphabets } from './alphabet.ts';
import type { Block, Count, Name, Program, Statement, Test, Text } from './grammar.ts';

export interface Telling {
  readonly rename?: boolean;
  readonly dead?: boolean;
  readonly wrap?: boolean;
}

export interface Printed {
  readonly source: string;
  readonly parameters: readonly string[];
  readonly alphabet: Alphabet;
}

export const FUEL = '/*fuel*/';

/** What is in scope at a place. */
interface Scope {
  /** Events that are held: a whole one is `whole`, of one that was destructured only the key is known. */
  readonly events: readonly { readonly name: string; readonly whole: boolean }[];
  readonly texts: readonly string[];
  readonly counts: readonly string[];
  /** What a `break` may leave, innermost last. */
  readonly exits: readonly { readonly label?: string; readonly loop: boolean; readonly plain: boolean }[];
  readonly errors: readonly string[];
  readonly indent: string;
}

const LOCALS = ['mode', 'face', 'open', 'loud', 'tries', 'left', 'last', 'coins', 'spot'];

const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!;

/** The name that a renamed local has: of the same length, so that nothing is cut elsewhere. */
const renamed = (name: string): string => `${name.slice(0, -1)}Q`;

/** A text of a renamed program, with its own names again. */
export function unrenamed(text: string): string {
  return LOCALS.reduce((sofar, name) => sofar.replaceAll(new RegExp(`\\b${renamed(name)}\\b`, 'g'), name), text);
}

export function print(program: Program, telling: Telling = {}): Printed {
  const alphabet = alphabets[program.alphabet]!;
  const used = new Set<string>();
  let fresh = 0;
  const next = (stem: string): string => `${stem}${(fresh += 1)}`;
  const use = (name: string): string => {
    used.add(name);
    return telling.rename && LOCALS.includes(name) ? renamed(name) : name;
  };
  const literal = (pick: number): string => at([`'x'`, `'y'`, `'z'`], pick);

  const text = (it: Text, scope: Scope): string => {
    switch (it.kind) {
      case 'text':
        return literal(it.pick);
      case 'text-of': {
        const held = scope.events.filter((event) => event.whole).flatMap((event) => alphabet.strings?.(event.name) ?? []);
        const choices = [() => use('mode'), () => use('face'), ...scope.texts.map((name) => () => name), () => `${use('spot')}.face`, () => `['x', 'y', 'z'][${use('tries')} % 3]`, ...held.map((code) => () => code)];
        return at(choices, it.pick)();
      }
      case 'looked-up':
        return `${use('NEXT')}[${text(it.key, scope)}]`;
      case 'chosen':
        return `(${test(it.test, scope)} ? ${text(it.yes, scope)} : ${text(it.no, scope)})`;
      case 'short':
        return `((${test(it.test, scope)} && ${text(it.yes, scope)}) || ${text(it.no, scope)})`;
      case 'picked':
        return `${use('pick')}()`;
    }
  };

  const count = (it: Count, scope: Scope): string => {
    switch (it.kind) {
      case 'number':
        return String(it.pick);
      case 'number-of': {
        const held = scope.events.filter((event) => event.whole).flatMap((event) => alphabet.numbers?.(event.name) ?? []);
        const choices = [() => use('tries'), () => use('left'), ...scope.counts.map((name) => () => name), ...held.map((code) => () => code), () => `${use('coins')}.length`, () => `${use('spot')}.k`, () => `(${use('last')} ?? 1)`, () => `(${use('coins')}[0] ?? 2)`];
        return at(choices, it.pick)();
      }
      case 'sum':
        return `(${count(it.left, scope)} ${at(['+', '-', '*', '%'], it.pick)} ${count(it.right, scope)})`;
    }
  };

  const test = (it: Test, scope: Scope): string => {
    switch (it.kind) {
      case 'event': {
        const held = scope.events.at(-1);
        if (!held) return use('open');
        if (held.whole) return `(${at(alphabet.tests(held.name), it.pick)})`;
        return `${held.name} === ${at(alphabet.cases, it.pick)}`;
      }
      case 'flag':
        return at([() => use('open'), () => use('loud'), () => `${use('last')} === null`, () => `${use('last')} !== null`, () => `${use('coins')}.includes(1)`, () => `${use('spot')}.k > 1`], it.pick)();
      case 'text-is':
        return `${text(it.text, scope)} ${it.not ? '!==' : '==='} ${literal(it.pick)}`;
      case 'less':
        return `${count(it.left, scope)} ${at(['<', '>=', '===', '>'], it.pick)} ${count(it.right, scope)}`;
      case 'not':
        return `!(${test(it.test, scope)})`;
      case 'both':
        return `(${test(it.left, scope)} && ${test(it.right, scope)})`;
      case 'either':
        return `(${test(it.left, scope)} || ${test(it.right, scope)})`;
      case 'asked':
        return `${use('ask')}(${it.pick})`;
    }
  };

  const name = (it: Name, scope: Scope): string => {
    switch (it.kind) {
      case 'constant':
        return `'${at(['A', 'B', 'C', 'D', 'E', 'F', 'G'], it.pick)}'`;
      case 'named':
        return text(it.text, scope);
      case 'template':
        return `\`at \${${text(it.text, scope)}}\``;
      case 'value':
        return at([() => count(it.count, scope), () => `{ state: ${use('mode')}, n: ${count(it.count, scope)} }`, () => use('open'), () => `[...${use('coins')}]`, () => '', () => 'null', () => `{ ...${use('spot')} }`], it.pick)();
    }
  };

  const set = (pick: number, it: { text: Text; count: Count; test: Test }, scope: Scope): string => {
    const choices = [
      () => `${use('mode')} = ${text(it.text, scope)};`,
      () => `${use('face')} = ${text(it.text, scope)};`,
      () => `${use('open')} = ${test(it.test, scope)};`,
      () => `${use('loud')} = ${test(it.test, scope)};`,
      () => `${use('tries')} = ${count(it.count, scope)};`,
      () => `${use('left')} = ${count(it.count, scope)};`,
      () => `${use('last')} = ${count(it.count, scope)};`,
      () => `${use('go')}(${text(it.text, scope)});`,
      () => `${use('open')} = !${use('open')};`,
      () => `${use('last')} = null;`,
      () => `${use('mode')} = ${use('NEXT')}[${use('mode')}];`,
      () => `${use('coins')} = [...${use('coins')}, ${count(it.count, scope)}];`,
    ];
    return at(choices, pick)();
  };

  const change = (pick: number, it: { text: Text; count: Count; test: Test }, scope: Scope): string => {
    const choices = [
      () => `${use('tries')} += ${count(it.count, scope)};`,
      () => `${use('tries')}++;`,
      () => `${use('left')} -= 1;`,
      () => `${use('coins')}.push(${count(it.count, scope)});`,
      () => `${use('spot')}.k++;`,
      () => `${use('spot')}.face = ${text(it.text, scope)};`,
      () => `${use('open')} &&= ${test(it.test, scope)};`,
      () => `${use('loud')} ||= ${test(it.test, scope)};`,
      () => `${use('last')} ??= ${count(it.count, scope)};`,
      () => `${use('bump')}(${count(it.count, scope)});`,
      () => `${use('coins')}.length = 0;`,
      () => `[${use('tries')}, ${use('left')}] = [${use('left')}, ${use('tries')}];`,
      () => `${use('coins')}[0] = ${count(it.count, scope)};`,
      () => `${use('spot')} = { ...${use('spot')}, k: ${count(it.count, scope)} };`,
      () => {
        const alias = next('same');
        return `const ${alias} = ${use('spot')}; ${alias}.k += ${count(it.count, scope)};`;
      },
      () => `({ k: ${use('tries')}, face: ${use('face')} } = ${use('spot')});`,
      () => `for (const each of ${use('coins')}) { ${use('left')} += each; }`,
      () => `${use('flip')}();`,
      () => `if (${test(it.test, scope)}) ${use('tries')} = 0;`,
      () => `${use('left')} = ${use('tries')}++ + ${count(it.count, scope)};`,
      () => `${use('coins')}.shift();`,
      () => `[${use('mode')}, ${use('face')}] = [${use('face')}, ${use('mode')}];`,
    ];
    return at(choices, pick)();
  };

  const call = (pick: number, it: { text: Text; count: Count }, scope: Scope): string => {
    const error = scope.errors.at(-1);
    const choices = [
      () => `${use('out')}(${text(it.text, scope)});`,
      () => `${use('out')}(${count(it.count, scope)});`,
      () => (error ? `${use('out')}(${error});` : `${use('out')}('none');`),
      () => `${use('tries')} = ${use('roll')}();`,
      () => `${use('open')} = ${use('ask')}('open');`,
      () => `${use('out')}(${scope.events.at(-1)?.name ?? use('open')});`,
      () => `${use('out')}({ ...${use('spot')} }, [...${use('coins')}]);`,
    ];
    return at(choices, pick)();
  };

  /** What is received, and how it is held. */
  const receive = (how: number, named: string, scope: Scope): { code: string; scope: Scope } => {
    const kind = how % 8;
    if (kind < 2) return { code: `yield ${named};`, scope };
    if (kind === 2 && alphabet.key !== undefined) {
      const key = next('key');
      return { code: `const { ${alphabet.key}: ${key} } = yield ${named};`, scope: { ...scope, events: [...scope.events, { name: key, whole: false }] } };
    }
    if (kind === 3) return { code: `${use('out')}(yield ${named});`, scope };
    const event = next('event');
    return { code: `const ${event} = yield ${named};`, scope: { ...scope, events: [...scope.events, { name: event, whole: true }] } };
  };

  const inner = (scope: Scope): Scope => ({ ...scope, indent: `${scope.indent}  ` });

  const braces = (body: Block, scope: Scope, head: readonly string[] = []): string => {
    const inside = inner(scope);
    const lines = [...head, ...block(body, inside)].map((line) => `${inside.indent}${line}`);
    return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${scope.indent}}`;
  };

  const loop = (scope: Scope, label: boolean): { prefix: string; scope: Scope } => {
    const named = label ? next('loop') : undefined;
    return { prefix: named ? `${named}: ` : '', scope: { ...scope, exits: [...scope.exits, { ...(named && { label: named }), loop: true, plain: true }] } };
  };

  const one = (it: Statement, scope: Scope): { lines: readonly string[]; scope: Scope } => {
    const plain = (...lines: string[]) => ({ lines, scope });
    switch (it.kind) {
      case 'yield': {
        const got = receive(it.receive, name(it.name, scope), scope);
        return { lines: [got.code], scope: got.scope };
      }
      case 'set':
        return plain(set(it.pick, it, scope));
      case 'change':
        return plain(change(it.pick, it, scope));
      case 'call':
        return plain(call(it.pick, it, scope));
      case 'if': {
        const head = `if (${test(it.test, scope)}) ${braces(it.yes, scope)}`;
        return plain(it.no.length === 0 ? head : `${head} else ${braces(it.no, scope)}`);
      }
      case 'if-yield': {
        const asked = at(alphabet.key === undefined ? alphabet.tests(`(yield ${name(it.name, scope)})`).filter((code) => code.split('yield').length === 2) : alphabet.cases.map((value) => `(yield ${name(it.name, scope)}).${alphabet.key} === ${value}`), it.pick);
        const head = `if (${asked}) ${braces(it.yes, scope)}`;
        return plain(it.no.length === 0 ? head : `${head} else ${braces(it.no, scope)}`);
      }
      case 'switch': {
        const event = scope.events.at(-1);
        const kind = event && it.on % 3 !== 0 ? 'event' : it.on % 2 ? 'text' : 'count';
        const subject = kind === 'event' ? (event!.whole ? alphabet.subject(event!.name) : event!.name) : kind === 'text' ? use('mode') : use('tries');
        const values = kind === 'event' ? alphabet.cases : kind === 'text' ? [`'x'`, `'y'`, `'z'`] : ['0', '1', '2'];
        const inside = inner({ ...scope, exits: [...scope.exits, { loop: false, plain: true }] });
        const seen = new Set<string>();
        const cases = it.cases.flatMap(({ pick, body, through }) => {
          const label = pick % 4 === 0 ? 'default' : `case ${at(values, pick)}`;
          if (seen.has(label)) return [];
          seen.add(label);
          return [`${inside.indent}${label}: ${braces(body, inside)}`, ...(through ? [] : [`${inside.indent}  break;`])];
        });
        return plain(`switch (${subject}) {\n${cases.join('\n')}\n${scope.indent}}`);
      }
      case 'while': {
        const { prefix, scope: inside } = loop(scope, it.style % 3 === 0);
        const named = name(it.name, inside);
        const got = receive(it.style >> 1, named, inner(inside));
        const shape = it.style % 5;
        const body = braces(it.body, { ...got.scope, indent: scope.indent }, [FUEL, got.code]);
        if (shape === 1) return plain(`${prefix}do ${body} while (${test(it.test, scope)});`);
        if (shape === 2) return plain(`${prefix}while (true) ${body}`);
        if (shape === 3) {
          const index = next('i');
          const counted = { ...got.scope, counts: [...got.scope.counts, index], indent: scope.indent };
          return plain(`${prefix}for (let ${index} = 0; ${index} < 3; ${index}++) ${braces(it.body, counted, [FUEL, got.code])}`);
        }
        if (shape === 4 && alphabet.key === undefined) {
          const asked = at(alphabet.tests(`(yield ${named})`).filter((code) => code.split('yield').length === 2), it.style);
          return plain(`${prefix}while (${asked}) ${braces(it.body, inside, [FUEL])}`);
        }
        return plain(`${prefix}while (${test(it.test, scope)}) ${body}`);
      }
      case 'each': {
        const item = next('item');
        const { prefix, scope: inside } = loop(scope, it.pick % 3 === 0);
        const numbers = it.pick % 2 === 1;
        const over = numbers ? (it.pick % 4 === 1 && it.yields ? use('coins') : '[0, 1, 2]') : at([`['x', 'y', 'z']`, `['z', 'x']`], it.pick >> 1);
        const held = { ...inside, ...(numbers ? { counts: [...scope.counts, item] } : { texts: [...scope.texts, item] }) };
        const got = it.yields ? receive(it.pick >> 2, numbers ? `\`n\${${item}}\`` : item, inner(held)) : undefined;
        return plain(`${prefix}for (const ${item} of ${over}) ${braces(it.body, { ...(got?.scope ?? held), indent: scope.indent }, [FUEL, ...(got ? [got.code] : [])])}`);
      }
      case 'leave': {
        const targets = scope.exits.filter((exit) => exit.loop || !it.again).filter((exit) => exit.label !== undefined || exit === scope.exits.findLast((other) => other.plain && (other.loop || !it.again)));
        const target = targets.length === 0 ? undefined : at(targets.toReversed(), it.pick);
        if (!target) return plain();
        return plain(`${it.again ? 'continue' : 'break'}${target.label ? ` ${target.label}` : ''};`);
      }
      case 'block': {
        const label = it.labelled ? next('part') : undefined;
        const inside = label ? { ...scope, exits: [...scope.exits, { label, loop: false, plain: false }] } : scope;
        return plain(`${label ? `${label}: ` : ''}${braces(it.body, inside)}`);
      }
      case 'try': {
        const last = it.finally && it.last.length > 0;
        const caught = !last || it.style % 2 === 0;
        const error = next('error');
        const parts = [`try ${braces(it.body, scope)}`];
        if (caught) parts.push(it.style % 3 === 0 ? `catch ${braces(it.caught, scope)}` : `catch (${error}) ${braces(it.caught, { ...scope, errors: [...scope.errors, error] })}`);
        if (last) parts.push(`finally ${braces(it.last, scope)}`);
        return plain(parts.join(' '));
      }
      case 'return':
        return plain(at([() => 'return;', () => `return ${text(it.text, scope)};`, () => `return ${count(it.count, scope)};`, () => `return 'end';`], it.pick)());
      case 'throw':
        return plain(at([() => `throw 'boom';`, () => `throw new Error('bad');`, () => (scope.errors.length > 0 ? `throw ${scope.errors.at(-1)!};` : `throw 'none';`), () => `throw ${use('mode')};`], it.pick)());
    }
  };

  const block = (body: Block, scope: Scope): string[] => {
    const lines: string[] = [];
    let here = scope;
    // A block without a `yield` is kept as it is written: there another text is another chart.
    const end = body.findIndex(({ kind }) => kind === 'return' || kind === 'throw' || kind === 'leave');
    const waits = body.slice(0, end < 0 ? body.length : end).some(({ kind }) => kind === 'yield');
    for (const [index, statement] of body.entries()) {
      const printed = one(statement, here);
      here = printed.scope;
      const ends = statement.kind === 'return' || statement.kind === 'throw' || statement.kind === 'leave';
      if (telling.dead && waits && index % 2 === 0) lines.push(`if (false) { ${use('out')}('dead'); }`);
      const wraps = telling.wrap && waits && (statement.kind === 'set' || statement.kind === 'change' || statement.kind === 'call' || statement.kind === 'if');
      lines.push(...printed.lines.map((line) => (wraps ? `{ ${line} }` : line)));
      if (ends && printed.lines.length > 0) {
        if (telling.dead && waits) lines.push(`${use('tries')} = 99;`);
        break;
      }
    }
    return lines;
  };

  const top: Scope = { events: [], texts: [], counts: [], exits: [], errors: [], indent: '  ' };
  const body = program.forever ? [`while (true) ${braces(program.body, loop(top, false).scope, [FUEL])}`] : block(program.body, top);
  return { ...whole(program, alphabet, used, body, use), alphabet };
}

function whole(program: Program, alphabet: Alphabet, used: Set<string>, body: readonly string[], use: (name: string) => string): { source: string; parameters: readonly string[] } {
  const typed = alphabet.type !== undefined;
  const helpers = [
    ...(used.has('go') ? [`const go = (to${typed ? `: 'x' | 'y' | 'z'` : ''}) => { ${use('mode')} = to; };`] : []),
    ...(used.has('bump') ? [`const bump = (by${typed ? ': number' : ''}) => { ${use('tries')} += by; ${use('coins')}.push(by); };`] : []),
    ...(used.has('flip') ? [`function flip() { ${use('open')} = !${use('open')}; }`] : []),
  ];
  const start = (index: number, values: readonly string[]): string => values[program.starts[index]! % values.length]!;
  const texts = [`'x'`, `'y'`, `'z'`];
  const initial: Record<string, readonly [type: string, value: string]> = {
    mode: [`'x' | 'y' | 'z'`, start(0, texts)],
    face: [`'x' | 'y' | 'z'`, start(1, texts)],
    open: ['boolean', start(2, ['false', 'true'])],
    loud: ['boolean', start(3, ['false', 'true'])],
    tries: ['number', start(4, ['0', '1', '2', '3'])],
    left: ['number', start(5, ['0', '1', '2', '3'])],
    last: ['number | null', start(6, ['null', '0', '2'])],
    coins: ['number[]', start(7, ['[]', '[1, 2]', '[0]'])],
    spot: [`{ k: number; face: 'x' | 'y' | 'z' }`, `{ k: 0, face: 'x' }`],
  };
  const declared = LOCALS.filter((name) => used.has(name)).map((name) => {
    const [type, value] = initial[name]!;
    const annotation = typed && (program.annotated || name === 'last' || name === 'coins') ? `: ${type}` : '';
    return `let ${use(name)}${annotation} = ${value};`;
  });
  const outside: Record<string, string> = { out: '(...args: unknown[]) => void', ask: '(about: unknown) => boolean', pick: `() => 'x' | 'y' | 'z'`, roll: '() => number' };
  const parameters = Object.keys(outside).filter((name) => used.has(name));
  const signature = `(${parameters.map((name) => (typed ? `${name}: ${outside[name]}` : name)).join(', ')})${typed ? `: Generator<unknown, unknown, ${alphabet.type}>` : ''}`;
  const table = used.has('NEXT') ? [`const NEXT = { x: 'y', y: 'z', z: 'x' }${typed ? ' as const' : ''};`, ''] : [];
  const lines = [...declared, ...helpers, ...body].map((line) => `  ${line}`);
  return { source: `${[...table, `export function* m${signature} {`, ...lines, '}'].join('\n')}\n`, parameters };
}
