/** A chart in, all that can be sent to its machine out, where that is finite; nothing where it is not. */
import type { Chart } from '../../chart/chart.ts';
import { plain } from '../../syntax/constants/constant-fold.ts';
import { type Sample, always, objectOf } from './sample.ts';
import { type ValueType, parseType } from './type-text.ts';

const MOST = 64;

export function finiteEvents(chart: Chart): readonly Sample[] | undefined {
  const { alphabet } = chart;
  if (alphabet.open) return undefined;
  const lists = alphabet.events.map((event) => {
    if (event.form === 'string') return [always<unknown>(event.type)];
    const fields = event.fields.map((field): readonly (Sample | undefined)[] | undefined => {
      const values = field.values?.map((constant) => always(plain(constant))) ?? finiteValues(parseType(field.type));
      return values && (field.optional ? [...values, undefined] : values);
    });
    const rows = product<Sample | undefined>(fields);
    const names = ['type', ...event.fields.map((field) => field.name)];
    return rows?.map((row) => objectOf(names.filter((_, index) => index === 0 || row[index - 1]), [always(event.type), ...row.filter((part) => part !== undefined)]));
  });
  const values = alphabet.values === undefined ? [] : finiteValues(parseType(alphabet.values));
  const all = [...lists, values];
  return all.every((list) => list !== undefined) && all.flat().length <= MOST ? all.flat() : undefined;
}

function finiteValues(type: ValueType): readonly Sample[] | undefined {
  switch (type.kind) {
    case 'constant':
      return [always(type.value)];
    case 'boolean':
      return [always(false), always(true)];
    case 'never':
      return [];
    case 'union': {
      const members = type.members.map(finiteValues);
      return members.every((list) => list !== undefined) ? members.flat() : undefined;
    }
    default:
      return undefined;
  }
}

function product<T>(lists: readonly (readonly T[] | undefined)[]): readonly (readonly T[])[] | undefined {
  return lists.reduce<readonly (readonly T[])[] | undefined>((rows, list) => (rows && list && rows.length * list.length <= MOST ? rows.flatMap((row) => list.map((item) => [...row, item])) : undefined), [[]]);
}
