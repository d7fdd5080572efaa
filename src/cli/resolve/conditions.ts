/**
 * In: the `exports` or `imports` of a package.json, what is asked of it, and the conditions that hold. Out: the targets it names, as they
 * are written there; several where a list gives more than one to try. As Node's documentation has it.
 */

/** `.`, `./sub/path` of `exports`; `#name` of `imports`. */
export function targetsOf(map: unknown, asked: string, conditions: ReadonlySet<string>): readonly string[] {
  const entries = isTable(map) && (Object.keys(map).length === 0 || Object.keys(map).every((key) => /^[.#]/.test(key))) ? map : { '.': map };
  const exact = Object.hasOwn(entries, asked) && !asked.includes('*') ? asked : undefined;
  const pattern = exact ?? Object.keys(entries).filter((key) => matched(key, asked) !== undefined).toSorted(byPrecision)[0];
  if (pattern === undefined) return [];
  const rest = exact === undefined ? (matched(pattern, asked) ?? '') : '';
  return chosen(entries[pattern], conditions).map((target) => (exact === undefined ? target.replaceAll('*', () => rest) : target));
}

/** What `typesVersions` says of a path: the targets for the newest TypeScript there may be. */
export function versionsOf(field: unknown, path: string): readonly string[] {
  const [, map] = Object.entries(isTable(field) ? field : {}).find(([range]) => isOpenEnded(range)) ?? [];
  if (!isTable(map)) return [];
  const asked = path.replace(/^\.\//, '');
  const pattern = Object.hasOwn(map, asked) ? asked : Object.keys(map).filter((key) => matched(key, asked) !== undefined).toSorted(byPrecision)[0];
  const rest = pattern === undefined ? undefined : matched(pattern, asked);
  return pattern === undefined ? [] : chosen(map[pattern], new Set()).map((target) => (rest === undefined ? target : target.replace('*', () => rest)));
}

/** `types@>=4.5` */
function isForTypes(condition: string): boolean {
  return condition.startsWith('types@') && isOpenEnded(condition.slice('types@'.length));
}

/** Whether a range has no end: `*`, `>=4.2`. */
function isOpenEnded(range: string): boolean {
  return range.split('||').some((part) => /^(?:\*|>=?\s*[\d.]+)$/.test(part.trim()));
}

/** What stands for the `*` of a pattern; nothing where the pattern does not match. */
function matched(pattern: string, asked: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const fits = asked.startsWith(before) && asked.endsWith(after) && asked.length >= pattern.length;
  return fits ? asked.slice(before.length, asked.length - after.length) : undefined;
}

/** The pattern that says most comes first. */
function byPrecision(a: string, b: string): number {
  return b.indexOf('*') - a.indexOf('*') || b.length - a.length;
}

function chosen(target: unknown, conditions: ReadonlySet<string>): readonly string[] {
  if (typeof target === 'string') return [target];
  if (Array.isArray(target)) return target.flatMap((one) => chosen(one, conditions));
  if (!isTable(target)) return [];
  for (const [condition, inner] of Object.entries(target)) {
    if (condition !== 'default' && !conditions.has(condition) && !(conditions.has('types') && isForTypes(condition))) continue;
    // A condition that leads nowhere leaves the others; one that says `null` does not.
    if (inner === null) return [];
    const found = chosen(inner, conditions);
    if (found.length > 0) return found;
  }
  return [];
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
