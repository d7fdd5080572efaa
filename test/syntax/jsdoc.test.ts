import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatorTypes } from '../../src/syntax/types/generator.ts';
import { findMachines } from '../../src/syntax/machines.ts';
import { tagsIn } from '../../src/syntax/jsdoc-tags.ts';
import { parseModule } from '../../src/syntax/parse.ts';
import { projectOf } from './project.ts';

/** What the machines of a JavaScript module yield, return and receive, by their comments. */
function types(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  const { project, module } = projectOf({ 'a.js': text, ...others });
  return findMachines(module, project).map(({ name, node, module: home }) => {
    const { yielded, returned, received } = generatorTypes(node, home, project);
    return `${name}: ${yielded?.text}, ${returned?.text}, ${received?.text}`;
  });
}

describe('the types that comments say', () => {
  it.each<[string, string, string[], Record<string, string>?]>([
    ['@returns of a declaration', "/** A light.\n * @returns {Generator<'RED', never, 'next'>} as long as it is asked */\nexport function* light() {}", ["light: 'RED', never, 'next'"]],
    ['@return of a constant', "/** @return {Generator<'RED', never, 'next'>} */\nexport const light = function* () {};", ["light: 'RED', never, 'next'"]],
    ['@type of a constant', "/** @type {() => Generator<'A', never, 'x'>} */\nexport const light = function* () {};", ["light: 'A', never, 'x'"]],
    ['@type of a declaration', "/** @type {() => Generator<'A', never, 'x'>} */\nexport default function* light() {}", ["default: 'A', never, 'x'"]],
    ['@typedef of a type', "/** @typedef {'next' | 'stop'} Ev */\n/** @returns {Generator<'A', void, Ev>} */\nexport function* light() {}", ["light: 'A', void, 'next' | 'stop'"]],
    ['@typedef of an object', "/**\n * @typedef {Object} Move\n * @property {'move'} type\n * @property {number} [by] how far\n */\n/** @returns {Generator<'A', void, Move>} */\nexport function* light() {}", ["light: 'A', void, { type: 'move'; by?: number }"]],
    ['@typedef of another module', "/** @typedef {import('./x.js').Ev} Ev */\n/** @returns {Generator<'A', void, Ev>} */\nexport function* light() {}", ["light: 'A', void, 'x'"], { 'x.js': "/** @typedef {'x'} Ev */\nexport {};" }],
    ['@callback', "/** @callback Make\n * @param {string} a\n * @returns {Generator<'A', void, 'x'>} */\n/** @type {Make} */\nexport const light = function* (a) {};", ["light: 'A', void, 'x'"]],
    ['@import', "/** @import { Ev } from './x.ts' */\n/** @returns {Generator<'A', void, Ev>} */\nexport function* light() {}", ["light: 'A', void, 'y'"], { 'x.ts': "export type Ev = 'y';" }],
    ['import() of TypeScript', "/** @returns {Generator<'A', void, import('./x').Ev>} */\nexport function* light() {}", ["light: 'A', void, 'y'"], { 'x.ts': "export type Ev = 'y';" }],
    ['as const', "const NAMES = /** @type {const} */ (['a', 'b']);\n/** @returns {Generator<(typeof NAMES)[number], void, 'x'>} */\nexport function* light() {}", ["light: 'a' | 'b', void, 'x'"]],
    ['of members', "export const t = {\n  /** @returns {Generator<'A', void, 'x'>} */\n  *one() {},\n};\nexport class L {\n  /** @returns {Generator<'B', void, 'x'>} */\n  static *two() {}\n}", ["t.one: 'A', void, 'x'", "L.two: 'B', void, 'x'"]],
    ['of what CommonJS exports', "/** @returns {Generator<'A', void, 'x'>} */\nexports.light = function* () {};\n/** @returns {Generator<'B', void, 'x'>} */\nfunction* other() {}\nmodule.exports.other = other;", ["light: 'A', void, 'x'", "other: 'B', void, 'x'"]],
    ['over several lines', "/**\n * @returns {Generator<'A', never,\n *   | { type: 'go', by: number }\n *   | { type: 'stop' }>}\n */\nexport function* light() {}", ["light: 'A', never, { type: 'go'; by: number } | { type: 'stop' }"]],
    ['in the older way', "/** @returns {Generator.<('A'|'B'), void, 'x'>} */\nexport function* light() {}", ["light: 'A' | 'B', void, 'x'"]],
    ['on one line with others', "/** Goes by `n`. @param {number} n how often @returns {Generator<'A', void, 'x'>} */\nexport function* light(n) {}", ["light: 'A', void, 'x'"]],
    ['of two names on one line', "/** @typedef {'A'} S @typedef {'x' | 'y'} Ev */\n/** @returns {Generator<S, void, Ev>} */\nexport function* light() {}", ["light: 'A', void, 'x' | 'y'"]],
    ['after a tag that is only mentioned', "/** @param {number} n see `@returns {1}` @returns {Generator<'A', void, 'x'>} */\nexport function* light(n) {}", ["light: 'A', void, 'x'"]],
    ['in the words of older comments', "/** @returns {Generator<String, Void, Number|Boolean|Null>} */\nexport function* light() {}", ['light: string, void, number | boolean | null']],
    ['of a class that takes types', "/** @template T\n * @template [D='d'] */\nclass Base {\n  /** @type {T} */ v;\n  /** @type {D} */ d;\n}\n/** @extends {Base<'x'>} */\nclass Own extends Base {}\n/** @returns {Generator<Own['v'], void, Own['d']>} */\nexport function* light() {}", ["light: 'x', void, 'd'"]],
    ['of what is private or stays as it is', "class Own {\n  /** @private */ a = 1;\n  /** @protected */ b = 1;\n  /** @readonly */ c = 'c';\n}\n/** @returns {Generator<keyof Own, void, Own['c']>} */\nexport function* light() {}", ["light: 'c', void, 'c'"]],
    ['of a class that assigns to itself', "class Own {\n  a = 1;\n  constructor() { this.b = 1; }\n}\n/** @returns {Generator<'A', void, keyof Own>} */\nexport function* light() {}", ["light: 'A', void, keyof Own"]],
    ['of an empty object that is filled', "const table = {};\ntable.a = 1;\n/** @returns {Generator<'A', void, keyof typeof table>} */\nexport function* light() {}", ["light: 'A', void, keyof typeof table"]],
    ['of members of members', "/**\n * @typedef {object} Move\n * @property {'move'} type\n * @property {object} [to]\n * @property {number} to.x\n * @property {object[]} by\n * @property {'b'} by[].kind\n */\n/** @returns {Generator<'A', void, Move>} */\nexport function* light() {}", ["light: 'A', void, { type: 'move'; to?: { x: number }; by: { kind: 'b' }[] }"]],
    ['that do not parse', "/** @returns {Generator<'A' 'B', void>} */\nexport function* light() {}", ['light: undefined, undefined, undefined']],
    ['that are no TypeScript', "/** @returns {Generator<?string, void, 'x'>} */\nexport function* light() {}", ['light: undefined, undefined, undefined']],
    ['with code between', "/** @returns {Generator<'A', void, 'x'>} */\nconst a = 1;\nexport function* light() {}", ['light: undefined, undefined, undefined']],
    ['in a comment of another kind', "/* @returns {Generator<'A', void, 'x'>} */\nexport function* light() {}", ['light: undefined, undefined, undefined']],
  ])('%s', (_, text, expected, others) => {
    expect(types(text, others)).toEqual(expected);
  });

  it('are those of parameters, too', () => {
    const { module } = parseModule('a.js', '/**\n * @template {string} T\n * @param {T} first\n * @param {number} [second] maybe\n * @param {{ a: 1 }} third\n * @param {...string} rest\n */\nexport function f(first, second, { a }, ...rest) {}\nexport const g = (/** @type {string} */ x, /** @type {1} */ y = 1) => x;');
    const text = (node: { typeAnnotation?: unknown } | undefined): string | undefined => {
      const at = (node?.typeAnnotation as { typeAnnotation: { start: number; end: number } } | undefined)?.typeAnnotation;
      return at && module!.text.slice(at.start, at.end);
    };
    const [f, g] = [module!.exports.get('f'), module!.exports.get('g')].map((one) => one!.binding!.declarations[0] as never as { params: never[]; init: { params: { left?: object }[] }; typeParameters: { start: number; end: number } });
    expect(f!.params.map(text)).toEqual(['T', 'number', '{ a: 1 }', '(string)[]']);
    expect(g!.init.params.map((param) => text(param.left ?? param))).toEqual(['string', '1']);
    expect(module!.text.slice(f!.typeParameters.start, f!.typeParameters.end)).toBe('<T extends string>');
  });

  it('are told in the words of TypeScript', () => {
    const { module } = parseModule('a.js', "/** @param {String} a @param {Array} b @param {Object<string, Number>} c @param {{ String: 'Number' }} d @param {typeof String} e @param {object} o @param {Boolean} o.p */\nexport function f(a, b, c, d, e, o) {}");
    const { params } = module!.exports.get('f')!.binding!.declarations[0] as never as { params: { typeAnnotation: { typeAnnotation: { start: number; end: number } } }[] };
    expect(params.map(({ typeAnnotation: { typeAnnotation: { start, end } } }) => module!.text.slice(start, end))).toEqual(['string', 'any[]', 'Record<string, number>', "{ String: 'Number' }", 'typeof String', '{ p: boolean; }']);
  });

  it('are left alone in TypeScript', () => {
    expect(parseModule('a.ts', "/** @typedef {'x'} Ev */\nexport const a = 1;").module?.exports.has('Ev')).toBe(false);
  });

  it('never move what is written, and never fail', () => {
    const piece = fc.constantFrom('/** ', ' */', '@type', '@param', '@returns', '@typedef', '@template', '@callback', '@import', '{', '}', '(', ')', '<', '>', "'A'", 'x', ' = ', 'function* f() {}', 'const y', ';', '\n', '\n * ', 'export ', '[', ']', '//', '*');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const { module } = parseModule('a.js', text);
        if (module) expect(module.text.startsWith(text)).toBe(true);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
  });
});

describe('tags', () => {
  it('are cut at the next one, with their type, name and whether they are optional', () => {
    expect(tagsIn('* Words with an @ sign, and a@b.c.\n * @param {{ a: "}" }} [name=1] what\n *   it is\n * @returns {?string}\n ')).toEqual([
      { tag: 'param', type: '{ a: "}" }', name: 'name', optional: true, rest: '[name=1] what\n  it is' },
      { tag: 'returns', type: '(string) | null', name: '', optional: false, rest: '' },
    ]);
    expect(tagsIn('* @type {() => void} ').map(({ type }) => type)).toEqual(['() => void']);
    expect(tagsIn('* @param {string=} a ').map(({ type, optional }) => [type, optional])).toEqual([['string', true]]);
  });
});
