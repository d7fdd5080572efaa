/**
 * Our own reading held against TypeScript's over programs of types made up at random, a batch of them in one program.
 * `TYPES_BATCHES=20 npx vitest run test/types/own-reading-random.test.ts` makes up more.
 */
import fc from 'fast-check';
import ts from 'ts60';
import { expect, it } from 'vitest';
import { readType } from '../../src/syntax/types/annotation.ts';
import { createProject } from '../../src/syntax/project.ts';
import type { TSType } from '../../src/syntax/tree.ts';
import type { Type } from '../../src/syntax/types/type.ts';
import { walk } from '../../src/syntax/walk.ts';
import { compare } from './compare.ts';
import { type TypeProgram, typeProgram } from './random-types.ts';
import { programOf } from './slots.ts';
import { tell } from './told.ts';

const batches = Number(process.env['TYPES_BATCHES'] ?? 1);
const seed = Number(process.env['SEED'] ?? 1);
const programsInBatch = 80;

it('says of types made up at random what TypeScript says, or that it does not know', () => {
  const count = { known: 0, unknown: 0, refused: 0 };
  const wrong: string[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const made = fc.sample(typeProgram, { numRuns: programsInBatch, seed: seed * 1000 + batch });
    for (const difference of differencesIn(made, count)) wrong.push(difference);
  }
  console.log(`${count.known} types are known and the same, ${count.unknown} unknown, at least in part; ${count.refused} are refused by TypeScript itself`);
  expect(wrong).toEqual([]);
  expect(count.known).toBeGreaterThan(200 * batches);
}, 60_000 + batches * 20_000);

function differencesIn(made: readonly TypeProgram[], count: { known: number; unknown: number; refused: number }): string[] {
  const texts = new Map(made.map(({ text }, index) => [`made-up/p${index}.ts`, text]));
  const program = programOf(texts);
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const [path, text] of texts) {
    const file = program.getSourceFile(path)!;
    const isRefused = refusedIn(program, file);
    const ours = readAll(path, text);
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      const type = ts.isTypeAliasDeclaration(node) ? ours.get(node.name.text) : undefined;
      if (!type || !ts.isTypeAliasDeclaration(node)) return;
      if (isRefused(node)) {
        count.refused += 1;
        return;
      }
      const told = tell(checker.getTypeAtLocation(node.name), checker, node);
      const { differences, holdsUnknown } = compare(type, told);
      count[holdsUnknown ? 'unknown' : 'known'] += 1;
      if (differences.length > 0) found.push(`${node.getText()}\n  ${differences[0]}\n  in:\n${text.split('\n').filter((line) => !line.startsWith('type Asked')).join('\n')}`);
    };
    visit(file);
  }
  return found;
}

/** Whether TypeScript refuses a type as it is written, or something that it is made of. */
function refusedIn(program: ts.Program, file: ts.SourceFile): (node: ts.Node) => boolean {
  const lines = file.text.split('\n');
  const lineOf = (start: number): number => file.getLineAndCharacterOfPosition(start).line;
  const refused = new Set([...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start }) => lineOf(start ?? 0)));
  const namesOn = (line: string): readonly string[] => line.match(/\bD\d\b/g) ?? [];
  // In the order in which they are declared, each made of those before.
  const names = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const [, name] = /^(?:export )?(?:type|interface|enum|const|namespace|class) (D\d)/.exec(line) ?? [];
    if (name && (refused.has(index) || namesOn(line).some((one) => one !== name && names.has(one)))) names.add(name);
  }
  return (node) => refused.has(lineOf(node.getStart())) || namesOn(node.getText()).some((name) => names.has(name));
}

function readAll(path: string, text: string): ReadonlyMap<string, Type> {
  const project = createProject({ read: (asked) => (asked === path ? text : undefined) });
  const { module } = project.module(path);
  const found = new Map<string, Type>();
  if (!module) throw new Error(`${path} cannot be parsed:\n${text}`);
  walk(module.program, (node) => {
    if (node.type === 'TSTypeAliasDeclaration' && node.id.name.startsWith('Asked')) found.set(node.id.name, readType(node.typeAnnotation as TSType, module, project));
  });
  return found;
}
