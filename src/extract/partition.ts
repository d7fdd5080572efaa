/**
 * Configurations that yield the same and behave alike are one state: partition refinement (Moore, 1956).
 * It starts from what is yielded, and splits a class while its members lead to different classes.
 */

/** The class of each key; `signature` is asked again with the classes as they are. */
export function refine(keys: readonly string[], first: (key: string) => string, signature: (key: string, classOf: (key: string) => number) => string): ReadonlyMap<string, number> {
  let classes = number(keys, first);
  for (;;) {
    const before = classes;
    const classOf = (key: string): number => before.get(key)!;
    const next = number(keys, (key) => `${classOf(key)} ${signature(key, classOf)}`);
    if (size(next) === size(before)) return before;
    classes = next;
  }
}

function number(keys: readonly string[], label: (key: string) => string): Map<string, number> {
  const numbers = new Map<string, number>();
  return new Map(keys.map((key) => {
    const text = label(key);
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return [key, numbers.get(text)!];
  }));
}

function size(classes: ReadonlyMap<string, number>): number {
  return new Set(classes.values()).size;
}
