/**
 * Our own reading of types, held against the real TypeScript over the corpus: it may say *unknown*, never anything else
 * than TypeScript does.
 */
import ts from 'ts60';
import { beforeAll, describe, expect, it } from 'vitest';
import { constantText } from '../../src/chart/label.ts';
import { isSettled, membersOf } from '../../src/syntax/types/make.ts';
import { compare } from './compare.ts';
import { aliasOf, corpusTexts, type OurSlot, ourSlots, withAliases } from './corpus.ts';
import { plantedIn } from './planted.ts';
import { complaints, programOf, type Slots, slotsOf } from './slots.ts';

const texts = corpusTexts();
let program: ts.Program;
let theirs: Slots[];
let pairs: { readonly ours: OurSlot; readonly index: number; readonly theirs: Slots }[];

beforeAll(() => {
  const ours = ourSlots(texts);
  program = programOf(withAliases(texts, ours));
  theirs = slotsOf(program, texts.keys());
  const byPlace = new Map(theirs.map((one) => [`${one.path} ${one.body}`, one]));
  pairs = ours.map((slot, index) => ({ ours: slot, index, theirs: byPlace.get(`${slot.path} ${slot.body}`)! }));
});

const place = ({ ours, theirs }: (typeof pairs)[number]): string => `${ours.path.replace('test/types/corpus/', '')} ${theirs.name}, ${ours.name}`;

describe('our own reading of types', () => {
  it('is asked of at least 1200 generators that TypeScript has nothing against', () => {
    expect(theirs.length).toBeGreaterThanOrEqual(1200);
    expect(pairs.length).toBe(theirs.length * 3);
    expect(complaints(program, texts.keys())).toEqual([]);
  });

  it('says what TypeScript says, or that it does not know', () => {
    const count = { same: 0, partly: 0, unknown: 0, nothing: 0 };
    const wrong: string[] = [];
    for (const pair of pairs) {
      const { ours, theirs } = pair;
      const told = theirs.told[ours.name];
      if (!ours.type) count.nothing += 1;
      else if (!told) wrong.push(`${place(pair)}: we say ${ours.type.text}, TypeScript has no such type`);
      else {
        const { differences, holdsUnknown } = compare(ours.type, told);
        wrong.push(...differences.map((difference) => `${place(pair)}: ${difference}`));
        count[!holdsUnknown ? 'same' : ours.type.kind === 'unknown' ? 'unknown' : 'partly'] += 1;
      }
    }
    console.log(`${theirs.length} generators: ${count.same} types are the same, ${count.partly} unknown in part, ${count.unknown} unknown, of ${count.nothing} nothing is said`);
    expect(wrong).toEqual([]);
    expect(count.same).toBeGreaterThanOrEqual(3100);
  });

  it('would be caught saying anything else', () => {
    const missed: string[] = [];
    let count = 0;
    for (const pair of pairs) {
      const told = pair.theirs.told[pair.ours.name];
      if (!pair.ours.type || !told || compare(pair.ours.type, told).holdsUnknown) continue;
      for (const planted of plantedIn(pair.ours.type)) {
        count += 1;
        if (compare(planted, told).differences.length === 0) missed.push(`${place(pair)}: ${JSON.stringify(planted)} for ${told.text}`);
      }
    }
    expect(missed).toEqual([]);
    expect(count).toBeGreaterThan(4500);
  });

  it('is printed in words that mean the same at the top of the module', () => {
    const checker = program.getTypeChecker();
    const wrong: string[] = [];
    for (const pair of pairs) {
      const type = pair.theirs.types[pair.ours.name];
      const told = pair.theirs.told[pair.ours.name];
      if (!pair.ours.type || !type || !told) continue;
      const alias = program.getSourceFile(pair.ours.path)!.statements.findLast((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === aliasOf(pair.index)) as ts.TypeAliasDeclaration;
      const printed = checker.getTypeAtLocation(alias.name);
      const { holdsUnknown } = compare(pair.ours.type, told);
      // A local enum has no name up there: its members are printed as their values.
      if (membersOf(pair.ours.type).some((member) => member.kind === 'literal' && member.of !== undefined && member.text === constantText(member.constant))) continue;
      const isAlike = checker.isTypeAssignableTo(type, printed) && (holdsUnknown || /\bunknown\b/.test(pair.ours.type.text) || checker.isTypeAssignableTo(printed, type));
      if (!isAlike) wrong.push(`${place(pair)}: ${pair.ours.type.text} is not ${told.text}`);
    }
    expect(wrong).toEqual([]);
  });

  it('keeps the members of a union in the order of the source', () => {
    const checker = program.getTypeChecker();
    const wrong: string[] = [];
    let count = 0;
    for (const pair of pairs) {
      const node = pair.theirs.written[pair.ours.name];
      const written = node && writtenIn(node, checker);
      if (!written || !pair.ours.type || !isSettled(pair.ours.type) || membersOf(pair.ours.type).some(({ kind }) => kind === 'unknown')) continue;
      count += 1;
      const ours = membersOf(pair.ours.type).map((member) => (member.kind === 'literal' ? constantText(member.constant) : '?'));
      if (ours.join() !== [...new Set(written)].join()) wrong.push(`${place(pair)}: ${ours.join(' | ')} is written ${written.join(' | ')}`);
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(350);
  });
});

/** The strings of a union as they are written, through aliases; nothing where it is of anything else. */
function writtenIn(node: ts.TypeNode, checker: ts.TypeChecker): string[] | undefined {
  if (ts.isUnionTypeNode(node)) {
    const parts = node.types.map((part) => writtenIn(part, checker));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  if (ts.isParenthesizedTypeNode(node)) return writtenIn(node.type, checker);
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return [constantText({ kind: 'string', value: node.literal.text })];
  if (!ts.isTypeReferenceNode(node) || node.typeArguments) return undefined;
  let symbol = checker.getSymbolAtLocation(node.typeName);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const alias = symbol?.declarations?.find(ts.isTypeAliasDeclaration);
  return alias && !alias.typeParameters ? writtenIn(alias.type, checker) : undefined;
}
