/** A machine that was found, and what was made of it, in; what a caller is told out. */
import { refuses, type Span } from '../diagnostic/diagnostic.ts';
import { placeOf } from '../syntax/lines.ts';
import type { Found } from '../syntax/machines.ts';
import type { Charting } from './chart-of.ts';
import type { Machine } from './machine.ts';

export type About = Pick<Machine, 'name' | 'file' | 'stem' | 'place' | 'span'>;

/** What it is called, and where it stands. */
export function aboutOf(found: Found, file: string): About {
  const { module, name } = found;
  return { name, file, stem: kebabCase(found.fileStem), place: placeOf(module, found.node.start), span: statementOf(found) };
}

export function machineOf(about: About, { chart, ...rest }: Charting): Machine {
  return rest.diagnostics.some(refuses) || !chart ? { ...about, ...rest } : { ...about, chart, ...rest };
}

/** The statement that exports it, from the comment above. */
function statementOf({ module, exportNode }: Found): Span {
  const statement = module.program.body.find((one) => one.start <= exportNode.start && exportNode.end <= one.end) ?? exportNode;
  const comment = module.comments.findLast((one) => one.end <= statement.start && /^\s*$/.test(module.text.slice(one.end, statement.start)));
  return { start: comment?.start ?? statement.start, end: statement.end };
}

function kebabCase(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1-$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2').replaceAll(/[._\s]+/g, '-').toLowerCase();
}
