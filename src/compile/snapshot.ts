/** A host that may change in; the same as it is now out: what was asked once is answered the same for good. */
import type { Host } from '../host.ts';

export function snapshotOf(host: Host): Host {
  const texts = new Map<string, string | undefined>();
  const meanings = new Map<string, string | undefined>();
  return {
    read: (path) => known(texts, path, () => host.read(path)),
    ...(host.resolve ? { resolve: (specifier: string, fromPath: string) => known(meanings, `${fromPath}\n${specifier}`, () => host.resolve?.(specifier, fromPath)) } : {}),
    ...(host.types ? { types: host.types } : {}),
  };
}

function known(answers: Map<string, string | undefined>, question: string, ask: () => string | undefined): string | undefined {
  const before = answers.get(question);
  if (before !== undefined || answers.has(question)) return before;
  const answer = ask();
  answers.set(question, answer);
  return answer;
}
