/**
 * A program's tree in, its source out: a module with one exported generator function, `m`, the names of what it is given,
 * and which constructs it has. Only what the body uses is declared.
 *
 * The laws ask for the same program told otherwise: other names, code that is never reached, blocks around, another order.
 */
import { type Alphabet, alphabets } from './alphabet.ts';
import type { Files } from './compiled.ts';
import { type Delegate, type Frame, FUEL, inner, type Place, type Scope, type Tree } from './form.ts';
import { forms } from './forms/index.ts';
import type { Delegated, Program } from './grammar.ts';
import { closures, items, locals, OPAQUE, parameters } from './names.ts';

export interface Telling {
  readonly rename?: boolean;
  readonly dead?: boolean;
  readonly wrap?: boolean;
  /** What the module declares beside the generators comes after them, the last first. */
  readonly reorder?: boolean;
  /** The body of the endless loop comes once before it, where nothing leaves that loop. */
  readonly unroll?: boolean;
}

export interface Printed extends Files {
  /** The parameters of the machine, by name. */
  readonly parameters: readonly string[];
  readonly alphabet: Alphabet;
  /** What it is counted as. */
  readonly shows: ReadonlySet<string>;
}

/** The name that a renamed local has: of the same length, so that nothing is cut elsewhere. */
const renamed = (name: string): string => `${name.slice(0, -1)}Q`;

/** A text of a renamed program, with its own names again. */
export function unrenamed(text: string): string {
  return Object.keys(locals).reduce((sofar, name) => sofar.replaceAll(new RegExp(`\\b${renamed(name)}(?=\\b|[A-Z\\d])`, 'g'), name), text);
}

export function print(program: Program, telling: Telling = {}): Printed {
  const alphabet = alphabets[program.alphabet]!;
  const isTyped = alphabet.type !== undefined;
  const shows = new Set<string>();
  const used = new Set<string>();
  let numbered = 0;
  const fresh = (stem: string): string => `${stem}${(numbered += 1)}`;
  const show = (construct: string): void => void shows.add(construct);
  const spelt = (name: string): string => (telling.rename && name in locals ? renamed(name) : name);
  const typed = (type: string): string => (isTyped && program.annotated ? `: ${type}` : '');

  const use = (frame: Frame, name: string): string => {
    if (name in items) {
      if (used.has(name)) return name;
      used.add(name);
      for (const needed of items[name]!.needs ?? []) use(frame, needed);
      for (const one of items[name]!.shows) show(one);
      return name;
    }
    frame.used.add(name);
    const known = locals[name] ?? closures[name];
    for (const needed of known?.needs ?? []) use(frame, needed);
    for (const one of known?.shows ?? parameters[name === 'first' ? 'size' : name]?.shows ?? []) show(one);
    for (const item of ['Meter', 'Purse', 'Dir', 'Level']) if (locals[name]?.type === item) use(frame, item);
    return spelt(name);
  };

  const place = (tree: Tree, scope: Scope): Place => {
    const form = forms[tree.form]!;
    let left = tree.pick;
    const pick = (below: number): number => {
      const taken = left % below;
      left = Math.floor(left / below);
      return taken;
    };
    const choose = <T>(list: readonly T[]): T => list[pick(list.length)]!;
    const single = (codes: readonly string[]): readonly string[] => codes.filter((code) => code.split('\0').length === 2);
    const mentioned = (code: string, event: string): string => code.replace('\0', () => event);
    const test = (event: string): string => mentioned(choose(single(alphabet.tests('\0'))), event);
    const at: Place = {
      scope,
      alphabet,
      tree,
      pick,
      choose,
      either: (...ways) => choose(ways)(),
      part: (index, within = scope) => written(tree.parts[index]!, within),
      block: (index, within = scope, head = []) => braces(tree.parts[index]!, within, head),
      use: (name) => reached(scope.frame, name),
      fresh,
      show,
      typed,
      once: { test, count: (event) => mentioned(choose([`Number(${test('\0')})`, ...single(alphabet.numbers?.('\0') ?? [])]), event), text: (event) => `(${test(event)} ? 'x' : 'y')` },
    };
    for (const one of form.shows ?? []) show(one);
    return at;
  };

  /** A generator outside of the machine has no parameters of the machine's: what they begin as stands there instead. */
  const reached = (frame: Frame, name: string): string => {
    if (frame.machine || !(name in parameters || name === 'first') || (OPAQUE as readonly string[]).includes(name)) return use(frame, name);
    return name === 'enabled' ? 'true' : name === 'first' ? `'y'` : name === 'hint' ? 'undefined' : 'n';
  };

  const written = (tree: Tree, scope: Scope): string => {
    const said = forms[tree.form]!.write(place(tree, scope));
    return typeof said === 'string' ? said : said.code;
  };

  const block = ({ parts }: Tree, scope: Scope, head: readonly string[] = []): string[] => {
    const statements: string[] = [...head];
    let here = scope;
    for (const tree of parts) {
      const said = forms[tree.form]!.write(place(tree, here));
      const code = typeof said === 'string' ? said : said.code;
      if (typeof said !== 'string') here = said.scope;
      if (code !== '') statements.push(code);
      if (ends(code)) break;
    }
    // A block without a `yield` is kept as it is written: there another text is another chart.
    if (!statements.some((code) => /\byield\b/.test(code) && !code.startsWith('function*'))) return statements;
    // What a function inside the machine names it may share with: never reached or not. So it is with what is assigned to.
    const isWithin = scope.frame.machine && scope.frame.gives !== 'anything';
    const unknown = !isWithin && scope.frame.used.has('out') ? 'out' : 'console.log';
    return statements.flatMap((code, index) => [
      ...(telling.dead && index % 2 === 0 && code !== FUEL ? [`if (false) { ${unknown}('dead'); }`] : []),
      telling.wrap && !/^(?:const|let|function)\b|^\/\*|\byield\b|^[\w$]+:/.test(code) && !ends(code) ? `{ ${code} }` : code,
      ...(telling.dead && ends(code) ? [`{ const dead = 99; console.log(dead); }`] : []),
    ]);
  };

  const braces = (tree: Tree, scope: Scope, head: readonly string[] = []): string => {
    const inside = inner(scope);
    const lines = block(tree, inside, head).map((line) => `${inside.indent}${line}`);
    return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${scope.indent}}`;
  };

  /** The variables and closures that a frame has used, and what it is given. */
  const declared = ({ used: names }: Frame): readonly string[] => [
    ...Object.entries(locals).flatMap(([name, local], index) => {
      if (!names.has(name)) return [];
      const start = local.starts[program.starts[index % program.starts.length]! % local.starts.length]!;
      const value = local.needs ? start.replace(/^\w+$/, spelt) : start;
      const said = isTyped && (program.annotated || local.said);
      return [`${local.constant ? 'const' : 'let'} ${spelt(name)}${said ? `: ${local.type}` : ''} = ${value};`];
    }),
    ...Object.entries(closures).flatMap(([name, { text }]) => (names.has(name) ? [text(spelt, (type) => (isTyped ? `: ${type}` : ''))] : [])),
  ];
  const given = ({ used: names }: Frame): readonly string[] => Object.keys(parameters).filter((name) => names.has(name) || (name === 'size' && names.has('first')));

  const empty = (frame: Frame): Scope => ({ events: [], texts: [], counts: [], tests: [], errors: [], exits: [], indent: '  ', frame });
  const own = new Set<string>();
  const outside: string[] = [];
  const inside: string[] = [];
  const others: Delegate[] = [];
  for (const delegated of program.delegates) others.push(delegate(delegated));

  const frame: Frame = { used: own, machine: true, gives: 'anything', others };
  const body = program.forever ? forever(program) : block(program.body, empty(frame));
  const names = given(frame);
  const lines = [...declared(frame), ...inside, ...body].map((line) => `  ${line}`);
  const machine = `export function* m${signature(names.map((name) => parameters[name]!.text?.(isTyped) ?? `${name}${isTyped ? `: ${parameters[name]!.type}` : ''}`))} {\n${lines.join('\n')}\n}`;
  const beside = Object.keys(items).filter((name) => used.has(name)).map((name) => items[name]!.text);
  const about = { parameters: names, alphabet, shows };
  // The states of the generators that it delegates to stand in the order of the source.
  const after = telling.reorder ? [...outside, ...beside.toReversed()] : [...beside, ...outside];
  if (!program.imports || after.length === 0) {
    const all = telling.reorder ? [...outside, machine, ...beside.toReversed()] : [...after, machine];
    return { source: `${all.join('\n\n')}\n`, beside: '', ...about };
  }
  show('import from another module');
  const exported = after.map((text) => (/^(?:export|let) /.test(text) ? text : `export ${text}`));
  const imported = exported.flatMap((text) => /^export (?:const enum|const|function\*?|class|enum) (\w+)/.exec(text)?.[1] ?? []);
  return { source: `import { ${imported.toSorted().join(', ')} } from './parts.ts';\n\n${machine}\n`, beside: `${exported.join('\n\n')}\n`, ...about };

  function forever({ body, first }: Program): readonly string[] {
    let left = false;
    const exit = { loop: true, plain: true, leave: () => void (left = true) };
    const text = braces({ ...body, parts: [first, ...body.parts] }, { ...empty(frame), exits: [exit] }, [FUEL]);
    return telling.unroll && !left ? [text, `while (true) ${text}`] : [`while (true) ${text}`];
  }

  function signature(list: readonly string[]): string {
    return `(${list.join(', ')})${isTyped ? `: Generator<unknown, unknown, ${alphabet.type}>` : ''}`;
  }

  function delegate({ gives, outside: isOutside, again, cleans, body: tree }: Delegated): Delegate {
    const name = fresh('part');
    const mine: Frame = { used: isOutside ? new Set() : own, machine: !isOutside, gives, others: [...others] };
    const scope: Scope = { ...empty(mine), counts: ['n'], indent: isOutside ? '  ' : '    ' };
    const text = cleans === 'not' ? block(tree, scope) : [`try ${braces(tree, scope, [`yield '${name} works';`])} finally {\n${scope.indent}  ${cleans === 'waiting' ? `yield '${name} cleans';` : `${use(mine, 'out')}('${name} over');`}\n${scope.indent}}`];
    if (cleans !== 'not') show('try … finally in a generator that is delegated to');
    const answer = gives === 'text' ? [`return ${use(mine, 'face')};`] : gives === 'count' ? ['return n + 1;'] : [];
    const asked = isOutside ? given(mine) : [];
    const self = again ? [`if (n > 0) yield* ${name}(${['n - 1', ...asked].join(', ')});`] : [];
    const list = [`n${isTyped ? ': number' : ''}`, ...asked.map((one) => `${one}${isTyped ? `: ${parameters[one]!.type}` : ''}`)];
    const result = gives === 'text' ? `'x' | 'y' | 'z'` : gives === 'count' ? 'number' : 'void';
    const head = `function* ${name}(${list.join(', ')})${isTyped ? `: Generator<unknown, ${result}, ${alphabet.type}>` : ''}`;
    const ended = text.length > 0 && ends(text.at(-1)!);
    const lines = [...(isOutside ? declared(mine) : []), ...text, ...(ended ? [] : [...self, ...answer])].map((line) => `${scope.indent}${line}`);
    (isOutside ? outside : inside).push(`${head} {\n${lines.join('\n')}\n${isOutside ? '' : '  '}}`);
    show(isOutside ? 'generator of the module' : 'generator inside the machine');
    if (again) show('bounded recursion');
    return { name, gives, call: (at, count) => `${name}(${[again ? '2' : count, ...asked.map((one) => at.use(one))].join(', ')})` };
  }
}

/** Whether nothing after the statement is reached. */
function ends(code: string): boolean {
  return /(?:^|; )(?:return|throw|break|continue)\b[^{}]*$/.test(code);
}
