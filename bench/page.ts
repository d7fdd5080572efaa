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

/** Milliseconds of the processor, not of the clock: others who want it too must not make the longer run look longer yet. */
export function timed(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The slope of a line through the logarithms: time grows as size to this power. */
export function exponent(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (of: (log: readonly [number, number]) => number) => logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const [x, y] = [mean(([size]) => size), mean(([, time]) => time)];
  return mean(([size, time]) => (size - x) * (time - y)) / mean(([size]) => (size - x) ** 2);
}
