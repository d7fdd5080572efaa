/**
 * What of the language only looks: methods that leave what they are called on as it is, and functions that everyone has.
 */

export const pureStringMethods = new Set('at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare match normalize padEnd padStart replace replaceAll search slice split startsWith substring toLowerCase toUpperCase toString trim trimEnd trimStart valueOf toFixed toPrecision'.split(' '));
export const pureArrayMethods = new Set('at concat every filter find findIndex findLast findLastIndex flat flatMap includes indexOf join keys lastIndexOf map reduce reduceRight slice some toReversed toSorted toSpliced with entries values'.split(' '));
export const mutators = new Set('push pop shift unshift splice sort reverse fill copyWithin set add delete clear'.split(' '));
/** Methods that change an array in place and return it: harmless on one that nobody else has seen. */
export const freshMutators = new Set(['fill', 'sort', 'reverse']);
export const pureCollectionMethods = new Set('has get keys values entries'.split(' '));
/** What can be asked of a collection without changing it, or giving it away. */
export const readers = new Set([...pureArrayMethods, ...pureCollectionMethods, 'size', 'length']);
export const pureGlobals = new Set('Array String Number Boolean BigInt parseInt parseFloat isNaN isFinite encodeURIComponent'.split(' '));
export const pureNamespaces: Readonly<Record<string, (method: string) => boolean>> = {
  Math: (method) => method !== 'random',
  Number: () => true,
  String: () => true,
  Array: () => true,
  Object: (method) => ['keys', 'values', 'entries', 'fromEntries', 'is', 'hasOwn', 'freeze', 'isFrozen'].includes(method),
  JSON: (method) => method === 'stringify',
};
