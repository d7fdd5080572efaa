/**
 * Configurations that yield the same and behave alike are one state: partition refinement (Moore, 1956).
 * It starts from what is yielded, and splits a class while its members lead to different classes.
 *
 * When a class is split, its largest part keeps its number, and only who leads to one of the others is asked again
 * (Hopcroft, 1971: a long line of states that look the same comes apart one by one).
 */

/** The class of each key; `signature` says how a key behaves, in terms of the classes as they are. */
export function refine(keys: readonly string[], first: (key: string) => string, signature: (key: string, classOf: (key: string) => number) => string): ReadonlyMap<string, number> {
  const classes: Class[] = [];
  const byLabel = new Map<string, number>();
  const classOf = new Map<string, number>();
  for (const key of keys) {
    const label = first(key);
    const number = byLabel.get(label) ?? classes.push({ members: new Set(), signature: undefined }) - 1;
    byLabel.set(label, number);
    classes[number]!.members.add(key);
    classOf.set(key, number);
  }

  const askers = new Map<string, Set<string>>();
  const asked = (key: string): string => signature(key, (other) => {
    askers.set(other, (askers.get(other) ?? new Set()).add(key));
    return classOf.get(other)!;
  });
  for (let pending = new Set(keys); pending.size > 0; ) {
    const parts = new Map<number, Map<string, string[]>>();
    for (const key of pending) {
      const number = classOf.get(key)!;
      // What is alone is not split any more, whatever it leads to.
      if (classes[number]!.members.size === 1) continue;
      const text = asked(key);
      const groups = parts.get(number) ?? new Map<string, string[]>();
      parts.set(number, groups);
      const alike = groups.get(text) ?? [];
      groups.set(text, alike);
      alike.push(key);
    }
    pending = new Set();
    for (const [number, groups] of parts) {
      for (const key of split(classes, number, groups, classOf)) for (const asker of askers.get(key) ?? []) pending.add(asker);
    }
  }
  return classOf;
}

interface Class {
  readonly members: Set<string>;
  /** How its members behave; those that are pending may by now behave otherwise. */
  signature: string | undefined;
}

/** Those of the class that behave otherwise than before, by how they do; out come the keys that are in another class now. */
function split(classes: Class[], number: number, groups: ReadonlyMap<string, readonly string[]>, classOf: Map<string, number>): readonly string[] {
  const whole = classes[number]!;
  const moving = [...groups].filter(([text]) => text !== whole.signature);
  if (moving.length === 0) return [];
  const staying = whole.members.size - moving.reduce((sum, [, keys]) => sum + keys.length, 0);
  const [largest] = moving.toSorted(([, a], [, b]) => b.length - a.length);
  const moved: string[] = [];
  const move = (keys: readonly string[], text: string | undefined): void => {
    const made = classes.push({ members: new Set(keys), signature: text }) - 1;
    for (const key of keys) {
      whole.members.delete(key);
      classOf.set(key, made);
      moved.push(key);
    }
  };
  const stays = largest![1].length > staying ? largest! : undefined;
  for (const [text, keys] of moving) if (text !== stays?.[0]) move(keys, text);
  if (stays) {
    const rest = new Set(whole.members);
    for (const key of stays[1]) rest.delete(key);
    if (rest.size > 0) move([...rest], whole.signature);
    whole.signature = stays[0];
  }
  return moved;
}
