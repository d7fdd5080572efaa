/**
 * Blocks that only lead on are passed by: whoever leads to one leads to where it leads. The ends of a thousand nested
 * statements are one step, not a thousand.
 */
import type { Block, BlockId, Terminal } from './graph.ts';

export function thread(blocks: readonly Block[]): void {
  const ends = new Map<BlockId, BlockId>();
  const endOf = (from: BlockId): BlockId => {
    const passed: BlockId[] = [];
    let at = from;
    // A loop of nothing is left as it is: it is found to spin.
    for (const seen = new Set<BlockId>(); !seen.has(at) && !ends.has(at); ) {
      const { instructions, terminal } = blocks[at]!;
      if (instructions.length > 0 || terminal.kind !== 'goto') break;
      seen.add(at);
      passed.push(at);
      at = terminal.target;
    }
    const end = ends.get(at) ?? at;
    for (const one of passed) ends.set(one, end);
    return end;
  };
  for (const block of blocks) block.terminal = threaded(block.terminal, endOf);
}

function threaded(terminal: Terminal, endOf: (block: BlockId) => BlockId): Terminal {
  switch (terminal.kind) {
    case 'goto':
      return { ...terminal, target: endOf(terminal.target) };
    case 'branch':
      return { ...terminal, then: endOf(terminal.then), else: endOf(terminal.else) };
    case 'region':
      return { ...terminal, enter: endOf(terminal.enter), exit: endOf(terminal.exit) };
    case 'yield': {
      const { resume, thrown, returned } = terminal;
      return { ...terminal, resume: endOf(resume), ...(thrown && { thrown: { ...thrown, target: endOf(thrown.target) } }), ...(returned && { returned: { ...returned, target: endOf(returned.target) } }) };
    }
    case 'return':
    case 'throw':
    case 'unsupported':
      return terminal;
  }
}
