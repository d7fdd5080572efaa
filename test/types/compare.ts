/**
 * Our reading of a type held against what TypeScript tells: two types in, every difference out, as a place and a
 * sentence. What we call unknown may be anything; all else must be the same.
 */
import type { Constant } from '../../src/chart/chart.ts';
import { constantText } from '../../src/chart/label.ts';
import { membersOf } from '../../src/syntax/types/make.ts';
import type { Type } from '../../src/syntax/types/type.ts';
import type { Told } from './told.ts';

export interface Comparison {
  readonly differences: readonly string[];
  /** Whether a part of ours is not known. */
  readonly holdsUnknown: boolean;
}

export function compare(ours: Type, told: Told): Comparison {
  const differences: string[] = [];
  let holdsUnknown = false;
  hold(ours, told, '');
  return { differences, holdsUnknown };

  function hold(ours: Type, told: Told, place: string): void {
    const differ = (what: string): void => void differences.push(`${place === '' ? '' : `${place}: `}${what}`);
    const isOther = (): void => differ(`we say ${short(ours.text)}, it is ${short(told.text)}`);
    if (ours.kind === 'unknown') {
      // These words have a meaning of their own.
      const isWord = ours.text === 'any' || ours.text === 'void';
      if (isWord && told.kind !== ours.text) isOther();
      if (!isWord && told.kind !== 'unknown') holdsUnknown = true;
      return;
    }
    const mine = expanded(ours);
    if (mine.length !== 1 || told.kind === 'union') {
      if (told.kind === 'any' || told.kind === 'unknown' || told.kind === 'other') {
        if (mine.some(({ kind }) => kind === 'unknown')) holdsUnknown = true;
        else isOther();
        return;
      }
      holdUnion(mine, told.kind === 'union' ? told.members : told.kind === 'never' ? [] : [told], place, isOther);
      return;
    }
    switch (ours.kind) {
      case 'never':
        if (told.kind !== 'never') isOther();
        return;
      case 'literal':
        if (told.kind !== 'literal' || !isSame(ours.constant, told.constant) || (ours.of !== undefined) !== told.isMember) isOther();
        return;
      case 'primitive':
        if (ours.text === ours.name ? told.kind !== 'primitive' || told.name !== ours.name : told.kind !== 'template' || told.text !== ours.text) isOther();
        return;
      case 'instance':
        if (told.kind !== 'instance' || told.name !== ours.name) isOther();
        return;
      case 'function': {
        if (told.kind !== 'function') return isOther();
        const returns = told.returns();
        if (ours.returns && !returns) differ('we say what it returns, it has several signatures');
        else if (ours.returns && returns) hold(ours.returns, returns, `${place}()`);
        return;
      }
      case 'array': {
        if (told.kind !== 'array' || told.mutable !== ours.mutable || (ours.items === undefined) !== (told.items === undefined)) return isOther();
        const items = told.items?.();
        if (ours.items?.length !== items?.length) return isOther();
        if (ours.items) for (const [index, item] of ours.items.entries()) hold(item, items![index]!, `${place}[${index}]`);
        hold(ours.element, told.element(), `${place}[]`);
        return;
      }
      case 'object': {
        if (told.kind !== 'object') return isOther();
        const fields = told.fields();
        const missing = fields.filter(({ name }) => !ours.fields.some((field) => field.name === name));
        if (missing.length > 0) differ(`we miss ${missing.map(({ name }) => name).join(', ')} of ${short(told.text)}`);
        for (const field of ours.fields) {
          const its = fields.find(({ name }) => name === field.name);
          if (!its) differ(`it has no ${field.name}: ${short(told.text)}`);
          else if (its.optional !== field.optional) differ(`${field.name} is ${its.optional ? '' : 'not '}optional in ${short(told.text)}`);
          else if (field.optional) holdOptional(field.type, its.type, `${place}.${field.name}`);
          else hold(field.type, its.type, `${place}.${field.name}`);
        }
        return;
      }
      case 'union':
        return isOther();
    }
  }

  /** What may be left out may be `undefined` too, written or not. */
  function holdOptional(ours: Type, told: Told, place: string): void {
    if ((ours.kind === 'unknown' && ours.text !== 'void') || told.kind === 'any' || told.kind === 'unknown') return hold(ours, told, place);
    const isThere = (type: Told): boolean => !(type.kind === 'literal' && type.constant.kind === 'undefined');
    const mine = expanded(ours).filter((type) => !(type.kind === 'literal' && type.constant.kind === 'undefined'));
    const its = (told.kind === 'union' ? told.members : told.kind === 'never' ? [] : [told]).filter(isThere);
    holdUnion(mine, its, place, () => differences.push(`${place}: we say ${short(ours.text)}, it is ${short(told.text)}`));
  }

  /** Each member must have its like on the other side, whatever the order. */
  function holdUnion(mine: readonly Type[], its: readonly Told[], place: string, isOther: () => void): void {
    const isAlike = (one: Type, other: Told): boolean => {
      const inner = compare(one, other);
      if (inner.differences.length === 0) holdsUnknown ||= inner.holdsUnknown;
      return inner.differences.length === 0;
    };
    const isOpen = mine.some(({ kind, text }) => kind === 'unknown' && text !== 'any' && text !== 'void');
    const isTaken = (one: Type): boolean => one.kind === 'unknown' || its.some((other) => isAlike(one, other) || (isOpen && one.kind === 'literal' && (other.kind === 'template' || (other.kind === 'primitive' && other.name === one.constant.kind))));
    if (mine.length === 1 && its.length === 1) return hold(mine[0]!, its[0]!, place);
    if (!mine.every(isTaken) || (!isOpen && !its.every((other) => mine.some((one) => isAlike(one, other))))) return isOther();
    holdsUnknown ||= isOpen;
  }
}

/** The members, `boolean` as its two. */
function expanded(type: Type): readonly Type[] {
  return membersOf(type).flatMap((member): readonly Type[] => {
    if (member.kind !== 'primitive' || member.name !== 'boolean') return [member];
    return [false, true].map((value) => ({ kind: 'literal', constant: { kind: 'boolean', value }, text: String(value) }));
  });
}

function isSame(a: Constant, b: Constant): boolean {
  return constantText(a) === constantText(b);
}

function short(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
