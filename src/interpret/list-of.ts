/** The list that a key has in a map of lists, made where there is none yet: adding to it costs no copy. */
export function listOf<Key, One>(lists: Map<Key, One[]>, key: Key): One[] {
  const before = lists.get(key);
  if (before) return before;
  const list: One[] = [];
  lists.set(key, list);
  return list;
}
