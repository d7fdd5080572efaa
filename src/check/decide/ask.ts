/**
 * Something that asks questions in, what comes of it under every way of answering out. Nothing is known of the questions but that
 * two values of one subject exclude each other, and what its place among the numbers says; so each is answered both ways, and what asks is run anew for each.
 */
import type { Atom } from './condition.ts';
import { type Compared, forcedBy } from './number-line.ts';

/** One way of answering: what was asked, in order, and the answers that were free to be given. */
export interface Way<Result> {
  readonly answers: readonly Answered[];
  readonly result: Result;
}

export interface Answered {
  readonly text: string;
  readonly holds: boolean;
}

/** `key`: two questions of one key have one answer, however often they are asked. */
export type Ask = (atom: Atom, key: string) => boolean;

/** Every way, by depth: the first says yes to all. At most `limit` of them, each with at most `DEEPEST` questions, and then `cut`. */
export function everyWay<Result>(run: (ask: Ask) => Result, limit: number): { readonly ways: readonly Way<Result>[]; readonly cut: boolean } {
  const ways: Way<Result>[] = [];
  // The answers still to be tried, as they are to be given in order.
  const pending: (readonly boolean[])[] = [[]];
  for (let script = pending.pop(); script; script = pending.pop()) {
    if (ways.length === limit) return { ways, cut: true };
    const answers: Answered[] = [];
    const known = new Map<string, boolean>();
    const lines = new Map<string, readonly Compared[]>();
    const result = unlessTooDeep(() => run((atom, key) => {
      const before = known.get(key);
      if (before !== undefined) return before;
      const { equals, comparison } = atom;
      if (equals && known.get(subjectOf(key, atom, equals.subject))) return false;
      const line = comparison && subjectOf(key, atom, comparison.subject);
      const answered = (line !== undefined && lines.get(line)) || [];
      const forced = comparison && forcedBy(answered, comparison);
      if (forced !== undefined) return forced;
      const given = script[answers.length];
      if (given === undefined) pending.push([...answers.map(({ holds }) => holds), false]);
      if (answers.length === DEEPEST) throw new TooDeep();
      const holds = given ?? true;
      answers.push({ text: atom.text, holds });
      known.set(key, holds);
      if (equals && holds) known.set(subjectOf(key, atom, equals.subject), true);
      if (line !== undefined) lines.set(line, [...answered, { comparison: comparison!, holds }]);
      return holds;
    }));
    if (result === tooDeep) return { ways, cut: true };
    ways.push({ answers, result });
  }
  return { ways, cut: false };
}

/** A step that asks more is most often one that goes round, and asks anew each time. */
const DEEPEST = 100;

class TooDeep extends Error {}

const tooDeep = Symbol('too deep');

function unlessTooDeep<Result>(run: () => Result): Result | typeof tooDeep {
  try {
    return run();
  } catch (error) {
    if (error instanceof TooDeep) return tooDeep;
    throw error;
  }
}

/** What stands for a subject, asked about at the same time. */
function subjectOf(key: string, { text }: Atom, subject: string): string {
  return `${key.slice(text.length)} is ${subject}`;
}
