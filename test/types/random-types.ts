/**
 * Programs of types made up at random: declarations of every kind, each made of those before it, and types that ask
 * about them, at the top and in a function that gives some of the names another meaning.
 */
import fc from 'fast-check';

/** A type with holes, each of which will be some name that is declared before it. */
type Sketch = string;

const hole = fc.nat(1000).map((at) => `‹${at}›`);
const key = fc.constantFrom("'a'", "'b'", "'c'", "'type'", '1', "'0'", 'number', "'length'", "'a' | 'b'", 'keyof ‹1›');
/** In a true branch, TypeScript does not take what is the very type that was asked about for itself. */
const yes = fc.tuple(fc.constantFrom("'yes'", '{ yes: 3 }', "['yes', 3]", "(() => 'yes')"), fc.nat(1_000_000)).map(([text, other]) => text.replace(/yes|3/g, (part) => (part === '3' ? String(other + 10) : `yes${other}`)));
const fieldName = fc.constantFrom('a', 'b', 'c', 'type', '1', "'d e'");

const sketch: fc.Arbitrary<Sketch> = fc.letrec<{ any: Sketch }>((tie) => {
  const any = tie('any');
  const fields = fc.uniqueArray(fc.record({ name: fieldName, optional: fc.boolean(), type: any, readonly: fc.boolean() }), { maxLength: 3, selector: ({ name }) => name }).map((all) => `{ ${all.map(({ name, optional, type, readonly }) => `${readonly ? 'readonly ' : ''}${name}${optional ? '?' : ''}: ${type}`).join('; ')} }`);
  return {
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 6, arbitrary: hole },
      { weight: 5, arbitrary: fc.constantFrom("'a'", "'b'", "'c'", "'x'", '1', '2', 'true', 'null', 'undefined', 'string', 'number', 'boolean', 'never', '{}', '1n', '-1', 'any', 'unknown', 'void', 'object', 'symbol', '`x${string}`', '`${string}a`') },
      { weight: 3, arbitrary: fc.tuple(any, any).map(([a, b]) => `(${a} | ${b})`) },
      { weight: 2, arbitrary: fc.tuple(any, any).map(([a, b]) => `(${a}) & (${b})`).map((text) => `(${text})`) },
      { weight: 3, arbitrary: fields },
      { weight: 2, arbitrary: fc.tuple(any, key).map(([type, key]) => `(${type})[${key}]`) },
      { weight: 1, arbitrary: hole.map((name) => `${name}[keyof ${name}]`) },
      { weight: 2, arbitrary: any.map((type) => `(keyof (${type}))`) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom('Extract', 'Exclude', 'Omit', 'First', 'Second'), any, any).map(([name, a, b]) => `${name}<${a}, ${b}>`) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom('Partial', 'Required', 'Readonly', 'NonNullable', 'First', 'Awaited'), any).map(([name, type]) => `${name}<${type}>`) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom('Uppercase', 'Capitalize'), any).map(([name, type]) => `${name}<Extract<${type}, string>>`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([keys, value]) => `Record<Extract<${keys}, string>, ${value}>`) },
      { weight: 1, arbitrary: any.map((type) => `(${type})[]`) },
      { weight: 1, arbitrary: any.map((type) => `(readonly (${type})[])`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([a, b]) => `[${a}, ${b}]`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([a, b]) => `[...[${a}], ${b}]`) },
      { weight: 2, arbitrary: fc.tuple(any, any, yes, any).map(([a, b, c, d]) => `(${a} extends ${b} ? ${c} : ${d})`) },
      { weight: 1, arbitrary: fc.tuple(any, yes, any).map(([a, c, d]) => `(${a} extends (infer U)[] ? [U, ${c}] : ${d})`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([a, d]) => `(${a} extends { a: infer U } ? U : ${d})`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([a, d]) => `(${a} extends [infer U, ...infer V] ? { a: U; b: V } : ${d})`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([a, d]) => `(${a} extends readonly [infer U, ...unknown[]] ? U : ${d})`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([a, d]) => `(Readonly<[${a}, ${d}]> extends readonly [...string[], infer U] ? U : ${d})`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([a, b]) => `ReturnType<Made<${a}> | Made<${b}>>`) },
      { weight: 1, arbitrary: any.map((type) => `ReturnType<Made<${type}>>`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([a, d]) => `(${a} extends () => infer U ? U : ${d})`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([a, d]) => `(${a} extends \`\${infer U}a\${infer V}\` ? [U, V] : ${d})`) },
      { weight: 1, arbitrary: fc.tuple(any, any).map(([keys, type]) => `{ [K in Extract<${keys}, string>]: [K, ${type}] }`) },
      { weight: 1, arbitrary: any.map((type) => `{ [K in keyof (${type})]: (${type})[K] }`) },
      { weight: 1, arbitrary: fc.tuple(hole, fc.constantFrom('?', '-?', '')).map(([name, optional]) => `{ [K in keyof ${name}]${optional}: K }`) },
      { weight: 1, arbitrary: any.map((type) => `{ [K in 'a' | 'b' as \`\${K}\${Extract<${type}, string | number>}\`]: K }`) },
      { weight: 1, arbitrary: any.map((type) => `\`a\${Extract<${type}, string | number | boolean>}\``) },
      { weight: 1, arbitrary: any.map((type) => `(() => ${type})`) },
      { weight: 1, arbitrary: any.map((type) => `ReturnType<() => ${type}>`) },
    ),
  };
}).any;

/** What a declaration declares under its name, and how it is named from then on. */
interface Declaration {
  readonly text: (name: string, fill: (sketch: Sketch, more?: readonly string[]) => string) => string;
  readonly uses: (name: string, argument: (at: number) => string) => readonly string[];
}

const plain = (name: string): readonly string[] => [name];
const several = (sketches: readonly Sketch[], fill: (sketch: Sketch, more?: readonly string[]) => string, more?: readonly string[]): string => sketches.map((one, index) => `${'abc'[index]}${index === 1 ? '?' : ''}: ${fill(one, more)}`).join('; ');
const some = fc.array(sketch, { minLength: 1, maxLength: 3 });
const constant = fc.constantFrom("'a'", "'b'", '1', 'true', "['a', 'b']", "{ a: 'x', b: 1 }", "[{ type: 'a' }, { type: 'b', a: 1 }]", 'null');

const declaration: fc.Arbitrary<Declaration> = fc.oneof(
  sketch.map((type): Declaration => ({ text: (name, fill) => `type ${name} = ${fill(type)};`, uses: plain })),
  fc.tuple(sketch, sketch).map(([type, other]): Declaration => ({ text: (name, fill) => `type ${name}<X, Y = X> = ${fill(type, ['X', 'Y', 'X', 'Y'])};`, uses: (name, argument) => [`${name}<${argument(0)}>`, `${name}<${argument(1)}, ${other.length % 2 ? argument(2) : "'y'"}>`] })),
  fc.constantFrom('{ [K in keyof X]: X[K] }', '{ [K in keyof X]?: X[K] }', '{ [K in keyof X]-?: [X[K]] }', '{ [K in keyof X]: { type: K } & X[K] }[keyof X]', '{ [K in keyof X as `${K & string}!`]: X[K] }', 'X extends string ? `${X}?` : X', '[X] extends [string] ? 1 : 2', 'X extends (infer U)[] ? U : never', 'X extends { type: infer T } ? T : X', "X extends { type: 'a' } ? X : never", 'keyof X', 'X extends unknown ? keyof X : never', 'Pick<X, keyof X>', 'X extends object ? { [K in keyof X]: X[K] } : X', '{ [K in keyof X as X[K] extends string ? K : never]: 1 }', "[X] extends [string] ? (X extends 'a' ? 1 : 2) : 3", "X extends 'a' ? 4 : [X] extends [string] ? { [K in X]: K } : X", '[X] extends [object] ? { [K in keyof X]-?: X[K] } : X', "X extends readonly [infer U, ...infer V] ? [V['length'], U] : X").map((body): Declaration => ({ text: (name) => `type ${name}<X> = ${body};`, uses: (name, argument) => [`${name}<${argument(0)}>`, `${name}<${argument(1)}>`] })),
  fc.constantFrom('{ [P in K]: X[P] }', '{ [P in K]-?: X[P] }', 'K extends string ? { [P in K]: X[P] } : never', 'K extends unknown ? { [P in K]: X[P] } : never', '[K] extends [keyof X] ? { [P in K]-?: X[P] } : never', "K extends 'a' ? never : { [P in K]: X[P] }", '{ [P in K & string]: X[P] }', '{ [P in K as `${P & string}!`]: P }', 'X extends unknown ? { [P in K]: X[P] } : never').map((body): Declaration => ({ text: (name) => `type ${name}<X, K extends keyof X = keyof X> = ${body};`, uses: (name, argument) => [`${name}<${argument(0)}>`, `${name}<${argument(1)}>`, `${name}<{ a?: 1; b: ${argument(2)} }, 'a'>`] })),
  fc.constantFrom('{ [P in K]: { a?: 1; b: 2 }[P] }', 'K extends unknown ? { [P in K]: P } : never').map((body): Declaration => ({ text: (name) => `type ${name}<K extends keyof { a?: 1; b: 2 }> = ${body};`, uses: (name) => [`${name}<'a'>`, `${name}<'a' | 'b'>`] })),
  some.map((fields): Declaration => ({ text: (name, fill) => `interface ${name} { ${several(fields, fill)} }`, uses: plain })),
  fc.tuple(some, some).map(([fields, others]): Declaration => ({ text: (name, fill) => `interface ${name} { ${several(fields, fill)} } interface ${name} { type: '${others.length}'; '${'de'[others.length % 2]}': ${fill(others[0]!)} }`, uses: plain })),
  fc.tuple(some, sketch).map(([fields, other]): Declaration => ({ text: (name, fill) => `interface ${name}Base<X> { ${several(fields, fill, ['X', 'X'])}; base: X } interface ${name} extends ${name}Base<${fill(other)}> { own: 1 }`, uses: plain })),
  fc.uniqueArray(fc.constantFrom("'a'", "'b'", '1', '2', "'x'", '1 << 2', '-1'), { minLength: 1, maxLength: 3 }).map((values): Declaration => ({ text: (name) => `enum ${name} { ${values.map((value, index) => `${'PQR'[index]} = ${value}`).join(', ')} }`, uses: (name) => [name, `${name}.P`, `keyof typeof ${name}`] })),
  fc.tuple(constant, constant, fc.constantFrom('', ' as const')).map(([a, b, frozen]): Declaration => ({ text: (name) => `const ${name} = { a: ${a}, b: ${b}, type: 'v' }${frozen};`, uses: (name) => [`typeof ${name}`, `(typeof ${name})['a']`, `keyof typeof ${name}`] })),
  fc.tuple(constant, constant).map(([a, b]): Declaration => ({ text: (name) => `const ${name} = [${a}, ${b}] as const;`, uses: (name) => [`typeof ${name}`, `(typeof ${name})[number]`, `(typeof ${name})[0]`] })),
  fc.tuple(sketch, sketch).map(([type, other]): Declaration => ({ text: (name, fill) => `namespace ${name} { export type T = ${fill(type)}; export interface I { a: T } } namespace ${name} { export interface I { b: ${fill(other)} } }`, uses: (name) => [`${name}.T`, `${name}.I`] })),
  fc.tuple(sketch, sketch).map(([type, other]): Declaration => ({ text: (name, fill) => `class ${name} { a!: ${fill(type)}; b?: ${fill(other)}; readonly type = 'k'; private hidden = 1; use() { return this.hidden; } }`, uses: (name) => [`${name}['a']`, `${name}['b']`, `keyof ${name}`, name] })),
);

export interface TypeProgram {
  readonly text: string;
  /** The names of the aliases that ask, each on a line of its own. */
  readonly asked: readonly string[];
}

const prelude = 'export {}; type First<A, B = A> = { a: A; b?: B }; type Second<A, B> = B extends A ? [A] : { type: B }; type Made<T> = T extends string ? () => T : (a: T) => [T];';

/** Declarations, then types that ask about them; some of the names mean something else in a function below. */
export const typeProgram: fc.Arbitrary<TypeProgram> = fc.record({ declarations: fc.array(declaration, { minLength: 3, maxLength: 7 }), asked: fc.array(sketch, { minLength: 8, maxLength: 8 }), shadows: fc.array(fc.tuple(fc.nat(6), declaration), { maxLength: 2 }), inside: fc.array(sketch, { minLength: 4, maxLength: 4 }) }).map(({ declarations, asked, shadows, inside }) => {
  const pool: string[] = ["'a'", "{ a: 'b'; b?: 1 }", "'a' | 'b'"];
  const fill = (sketch: Sketch, more: readonly string[] = []): string => {
    const names = [...more, ...pool.slice().reverse()];
    return sketch.replace(/‹(\d+)›/g, (_, at: string) => `(${names[Number(at) % names.length]})`);
  };
  const lines = [prelude];
  const uses = new Map<string, readonly string[]>();
  const declare = (name: string, { text, uses: usesOf }: Declaration): void => {
    lines.push(text(name, fill));
    const named = usesOf(name, (at) => pool[(at * 7 + name.length) % pool.length]!);
    uses.set(name, named);
    pool.push(...named);
  };
  for (const [index, one] of declarations.entries()) declare(`D${index}`, one);
  const names: string[] = [];
  const ask = (sketch: Sketch): void => {
    names.push(`Asked${names.length}`);
    lines.push(`type ${names.at(-1)} = ${fill(sketch)};`);
  };
  for (const one of asked) ask(one);
  for (const [, named] of uses) for (const one of named.slice(0, 1)) ask(one);
  lines.push('function inner() {');
  // A name that is declared anew is in force above its line too: what is said of it here is only what it says itself.
  const before = [...pool];
  const shadowed = new Set<string>();
  for (const [at, one] of shadows) {
    const name = `D${at % declarations.length}`;
    if (shadowed.has(name)) continue;
    shadowed.add(name);
    pool.splice(0, pool.length, ...before.slice(0, 3));
    lines.push(one.text(name, fill).replace(/^namespace.*$/, `type ${name} = 'shadow';`));
    pool.splice(0, pool.length, ...before.filter((use) => !new RegExp(`\\b${name}\\b`).test(use)), ...(lines.at(-1)!.endsWith("'shadow';") ? [name] : one.uses(name, () => "'a'")));
  }
  for (const one of inside) ask(one);
  lines.push('}', 'void inner;');
  return { text: lines.join('\n'), asked: names };
});
