/** Wrong readings, made of right ones: a type in, types that each differ from it in one thing out. */
import type { Constant } from '../../src/chart/chart.ts';
import type { Type } from '../../src/syntax/types/type.ts';

const planted: Type = { kind: 'literal', constant: { kind: 'string', value: 'planted' }, text: "'planted'" };

export function plantedIn(type: Type): Type[] {
  switch (type.kind) {
    case 'literal':
      return [...otherConstants(type.constant).map((constant): Type => ({ ...type, constant })), ...(type.of === undefined ? [] : [{ ...type, of: undefined }])];
    case 'primitive':
      return [...(type.text === type.name ? [{ ...type, ...(type.name === 'string' ? { name: 'number', text: 'number' } : { name: 'string', text: 'string' }) } as Type] : [{ ...type, text: type.name }]), planted];
    case 'never':
      return [planted];
    case 'instance':
      return [{ ...type, name: `${type.name}2` }, planted];
    case 'function':
      return [planted, ...(type.returns ? plantedIn(type.returns).map((returns): Type => ({ ...type, returns })) : [])];
    case 'union':
      return [...type.members.map((_, left): Type => ({ ...type, members: type.members.filter((_, index) => index !== left) })), { ...type, members: [...type.members, planted] }];
    case 'array': {
      const { items } = type;
      if (!items) return [{ ...type, mutable: !type.mutable }, ...plantedIn(type.element).map((element): Type => ({ ...type, element }))];
      return [{ ...type, mutable: !type.mutable }, { ...type, items: undefined }, { ...type, items: [...items, planted] }, ...items.flatMap((item, at) => plantedIn(item).map((other): Type => ({ ...type, items: items.with(at, other) })))];
    }
    case 'object': {
      const { fields } = type;
      const within = fields.flatMap((field, at) => {
        // What may be left out may be `undefined` too, said or not.
        const others = field.optional ? (field.type.kind === 'union' ? [] : plantedIn(field.type).filter((other) => other.kind !== 'literal' || other.constant.kind !== 'undefined')) : plantedIn(field.type);
        return [...others.map((other) => ({ ...field, type: other })), { ...field, optional: !field.optional }].map((other): Type => ({ ...type, fields: fields.with(at, other) }));
      });
      return [...within, ...fields.map((_, left): Type => ({ ...type, fields: fields.filter((_, index) => index !== left) })), { ...type, fields: [...fields, { name: 'planted', type: planted, optional: true }] }];
    }
    case 'unknown':
      return type.text === 'any' || type.text === 'void' ? [planted, { ...type, text: type.text === 'any' ? 'void' : 'any' }] : [];
  }
}

function otherConstants(constant: Constant): Constant[] {
  switch (constant.kind) {
    case 'string':
      return [{ ...constant, value: `${constant.value}!` }];
    case 'number':
      return [{ ...constant, value: constant.value + 1 }, { kind: 'string', value: String(constant.value) }, { kind: 'bigint', value: '1' }];
    case 'bigint':
      return [{ ...constant, value: `${constant.value}0` }, { kind: 'number', value: Number(constant.value) }];
    case 'boolean':
      return [{ ...constant, value: !constant.value }, { kind: 'string', value: String(constant.value) }];
    case 'null':
      return [{ kind: 'undefined' }, { kind: 'string', value: 'null' }];
    case 'undefined':
      return [{ kind: 'null' }];
  }
}
