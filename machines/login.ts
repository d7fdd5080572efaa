/** A session that is blocked after too many wrong tries. Shows input with a default, a counter that only guards, and a final state. */
export function* login(limit = 3): Generator<'asking' | 'in' | 'blocked', string, { type: 'try'; ok: boolean } | { type: 'logout' }> {
  let failed = 0;
  while (failed < limit) {
    const event = yield 'asking';
    if (event.type !== 'try') continue;
    if (!event.ok) { failed += 1; continue; }
    failed = 0;
    while ((yield 'in').type !== 'logout');
  }
  return 'blocked';
}
