/**
 * The entry of the compiler: source text in; charts, and what each notation makes of a chart, out. The way of one machine through
 * the rooms is in `compile/chart-of.ts`.
 */
import { aboutOf, machineOf } from './compile/about.ts';
import { chartOf } from './compile/chart-of.ts';
import { compileFiles } from './compile/files.ts';
import type { Compilation, Options } from './compile/machine.ts';
import { remembering } from './compile/parsed.ts';
import { snapshotOf } from './compile/snapshot.ts';
import type { Host } from './host.ts';
import { findMachines } from './syntax/machines.ts';
import { parseModule } from './syntax/parse.ts';
import { createProject } from './syntax/project.ts';

export type { Chart } from './chart/chart.ts';
export { type Compiler, createCompiler } from './compile/incremental.ts';
export type { Compilation, Machine, Options } from './compile/machine.ts';
export type { Diagnostic } from './diagnostic/diagnostic.ts';
export type { Explanation } from './extract/explain.ts';
export type { ExplainedEvent } from './extract/explain-events.ts';
export type { ExplainedVariable } from './extract/explain-variables.ts';
export type { Host } from './host.ts';
export { toDot } from './format/dot/dot.ts';
export { toSvg } from './format/dot/svg.ts';
export { fromMermaid, type Read, type ReadOptions } from './format/mermaid/read/read.ts';
export { toMermaid } from './format/mermaid/write/write.ts';
export { toXStateJson } from './format/xstate/write/json.ts';
export { toXState } from './format/xstate/write/module.ts';
export { fromXState } from './format/xstate/read/read.ts';

/**
 * Reads every file for its machines, and charts each; `file` may be `FILE#NAME` for one machine in it.
 *
 * @example
 * const source = `export function* light(): Generator<'on' | 'off', never, 'press'> {
 *   while (true) { yield 'off'; yield 'on'; }
 * }`;
 * const { machines } = compile(['light.ts'], { read: (path) => (path === 'light.ts' ? source : undefined) });
 * machines[0].chart.states.map((state) => state.id); // ['off', 'on']
 */
export function compile(files: readonly string[], host: Host, options: Options = {}): Compilation {
  const now = snapshotOf(host);
  const parse = remembering(parseModule);
  return compileFiles(files, now, (file) => {
    const project = createProject(now, parse);
    const { module, diagnostics } = project.module(file);
    return {
      isRead: module !== undefined,
      diagnostics,
      found: module ? findMachines(module, project) : [],
      machine: (found, alone) => machineOf(aboutOf(found, file), chartOf(found, project, options, alone)),
    };
  });
}
