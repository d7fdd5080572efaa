/** docs/bench.md: each benchmark writes its own part, and leaves the others as they are. */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'docs/bench.md';

/** Writes the part under a heading anew, or adds it at the end, and shows it. */
export function writePart(heading: string, lines: readonly string[]): void {
  const [top, ...parts] = readFileSync(FILE, 'utf8').split(/^(?=## )/m);
  const part = `## ${heading}\n\n${lines.join('\n')}\n`;
  const at = parts.findIndex((other) => other.startsWith(`## ${heading}\n`));
  const all = (at < 0 ? [...parts, part] : parts.with(at, part)).map((text) => text.trimEnd());
  writeFileSync(FILE, `${[top!.trimEnd(), ...all].join('\n\n')}\n`);
  process.stdout.write(`${part}\n`);
}

/** The middle one, the greater of two. */
export function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
}
