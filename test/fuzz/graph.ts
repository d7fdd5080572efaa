/**
 * A program in; its control-flow graph, run as it is, as an object with the generator's own protocol, out.
 *
 * The blocks become the cases of a `switch` in a loop, the variables one `let` each: what is left of the source are
 * statements and expressions without a `yield`. Regions, which are kept both whole and in blocks, are run either way.
 */
import { type Graph, type Instruction, type Terminal } from '../../src/flow/graph.ts';
import { lower } from '../../src/flow/lower/lower.ts';
import { findMachines } from '../../src/syntax/machines.ts';
import { createProject } from '../../src/syntax/project.ts';
import type { Node } from '../../src/syntax/tree.ts';
import { type Coder, coder } from './code.ts';
import { type Files, hostOf } from './compiled.ts';
import { maker } from './evaluate.ts';
import { looked, moduleOf, type Protocol, type Side } from './sides.ts';
import { OUTSIDE } from './world.ts';

/** Comes to what was not lowered: the machine is refused, or what is refused is never come to. */
export class NotLowered extends Error {
  /** The `yield*` that would have to be followed once more. */
  readonly deeper: string | undefined;
  constructor(construct: string, deeper?: string) {
    super(construct);
    this.deeper = deeper;
  }
}

/**
 * `whole`: regions are run as they are written. `copies`: what is no array is gone through by a copy of it, which is for the
 * compiler to judge. `deeper`: the generators that delegate to themselves are followed so far.
 */
export interface Reading {
  readonly whole: boolean;
  readonly copies: boolean;
  readonly deeper: ReadonlySet<string>;
}

export function graphSide(files: Files, { whole, copies, deeper }: Reading): Side {
  const project = createProject(hostOf(files));
  const { module } = project.module('m.ts');
  const [found] = findMachines(module!, project);
  const graph = lower(found!.node, module!, project, deeper);
  const { start, end } = found!.node;
  const source = `${files.source.slice(0, start)}${machineText(graph, whole)}${files.source.slice(end)}`;
  const make = maker<(...args: readonly unknown[]) => Protocol>(moduleOf({ ...files, source }), ['NotLowered', '$list', ...OUTSIDE], 'm');
  return (world, args) => {
    let missed: NotLowered | undefined;
    const list = (value: Iterable<unknown>): readonly unknown[] => {
      if (Array.isArray(value) || copies) return Array.isArray(value) ? value : [...value];
      throw (missed = new NotLowered('A copy of what is no array'));
    };
    // The machine may catch what says that there is none.
    return looked(make(NotLowered, list, ...world.given)(...args), () => missed);
  };
}

function machineText(graph: Graph, whole: boolean): string {
  const write = coder(graph);
  const parameters = graph.parameters.map((binding, at) => parameterText(graph.fn.params[at] as Node, write.name(binding), write));
  const own = new Set(graph.parameters.map(write.name));
  const cases = graph.blocks.map(({ id, instructions, terminal }) => `case ${id}: {\n${[...instructions.map((one) => instructionText(one, write)), ...terminalLines(terminal, write, whole)].join('\n')}\n}`);
  const arrivals = graph.blocks.flatMap(({ id, terminal }) => (terminal.kind === 'yield' ? [`case ${id}: {\n${arrivalLines(terminal, write).join('\n')}\n}`] : []));
  const locals = write.names().filter((name) => !own.has(name));
  return `function ${graph.fn.id?.name ?? 'm'}(${parameters.join(', ')}) {
${locals.length > 0 ? `let ${locals.join(', ')};` : ''}
let $at = ${graph.start}, $life = 'new';
const $run = () => {
for (let blocks = 0; ; blocks += 1) {
if (blocks > 1e6) throw new Error('the graph goes round for ever');
switch ($at) {
${cases.join('\n')}
}
}
};
const $ended = (work) => { $life = 'running'; try { return work(); } catch (error) { $life = 'over'; throw error; } };
const $arrive = ($how, $value) => {
switch ($at) {
${arrivals.join('\n')}
}
};
const $go = ($how, $value) => {
if ($life === 'running') throw new TypeError('Generator is already running');
if ($life === 'new' && $how !== 'next') $life = 'over';
if ($life === 'over') { if ($how === 'throw') throw $value; return { value: $how === 'return' ? $value : undefined, done: true }; }
const first = $life === 'new';
return $ended(() => (first ? undefined : $arrive($how, $value)) ?? $run());
};
return { next: (value) => $go('next', value), throw: (value) => $go('throw', value), return: (value) => $go('return', value) };
}`;
}

function parameterText(parameter: Node, name: string, write: Coder): string {
  if (parameter.type === 'AssignmentPattern') return `${name} = ${write.code(parameter.right)}`;
  return parameter.type === 'RestElement' ? `...${name}` : name;
}

function instructionText(instruction: Instruction, write: Coder): string {
  switch (instruction.kind) {
    case 'bind':
      return `(${write.code(instruction.target as Node)} = ${instruction.list?.of === 'items' ? '$list' : ''}(${instruction.list?.of === 'keys' ? write.code(instruction.list.copy) : instruction.value ? write.code(instruction.value) : 'undefined'}));`;
    case 'evaluate':
      return `(${write.code(instruction.expression)});`;
    case 'attempt':
      return `try { ${instructionText(instruction.instruction, write)} ${write.name(instruction.failed)} = false; } catch ($caught) { ${write.name(instruction.failed)} = true; ${write.name(instruction.error)} = $caught; }`;
    case 'note':
      return `${write.name(instruction.target)} = ${JSON.stringify(instruction.value) ?? 'undefined'};`;
  }
}

function terminalLines(terminal: Terminal, write: Coder, whole: boolean): readonly string[] {
  switch (terminal.kind) {
    case 'goto':
      return go(terminal.target);
    case 'branch':
      return [`$at = (${write.code(terminal.test)}) ? ${terminal.then} : ${terminal.else};`, 'continue;'];
    case 'region':
      if (!whole || !staysInside(terminal.node)) return go(terminal.enter);
      if (!terminal.guarded) return [write.code(terminal.node), ...go(terminal.exit)];
      return [`try { ${write.code(terminal.node)}\n${write.name(terminal.guarded.failed)} = false; } catch ($caught) { ${write.name(terminal.guarded.failed)} = true; ${write.name(terminal.guarded.error)} = $caught; }`, ...go(terminal.exit)];
    case 'yield':
      return [`const $value = (${terminal.value ? write.code(terminal.value) : 'undefined'});`, `$life = 'waiting';`, 'return { value: $value, done: false };'];
    case 'return':
      return [`const $value = (${terminal.value ? write.code(terminal.value) : 'undefined'});`, `$life = 'over';`, 'return { value: $value, done: true };'];
    case 'throw':
      return [`throw (${write.code(terminal.value)});`];
    case 'unsupported':
      return [`throw new NotLowered(${JSON.stringify(terminal.construct)}, ${JSON.stringify(terminal.deeper)});`];
  }
}

/** Where a `next`, `throw` or `return` goes on, or what it ends in. */
function arrivalLines({ resume, received, thrown, returned }: Terminal & { kind: 'yield' }, write: Coder): readonly string[] {
  const on = (how: string, holder: string, target: number): string => `if ($how === '${how}') { ${holder} = $value; $at = ${target}; return; }`;
  return [
    on('next', write.name(received), resume),
    thrown ? on('throw', write.name(thrown.error), thrown.target) : `if ($how === 'throw') throw $value;`,
    returned ? on('return', write.name(returned.value), returned.target) : `$life = 'over';\nreturn { value: $value, done: true };`,
  ];
}

function go(target: number): readonly string[] {
  return [`$at = ${target};`, 'continue;'];
}

/** Whether the region can be run as it is written: it neither jumps out nor declares what outlives it. */
function staysInside(node: Node): boolean {
  return !/"type":"(?:Break|Continue|Return)Statement"|"kind":"var"/.test(JSON.stringify(node, (key, value: unknown) => (key === 'parent' ? undefined : typeof value === 'bigint' ? String(value) : value)));
}
