/** A machine that was found, and what was made of it, in; what a caller is told out. */
import { refuses, type Span } from '../diagnostic/diagnostic.ts';
import { placeOf } from '../syntax/lines.ts';
import type { Found } from '../syntax/machines.ts';
import type { Charting } from './chart-of.ts';
import type { Machine } from './machine.ts';

export type About = Pick<Machine, 'name' | 'file' | 'stem' | 'place' | 'span'>;

/** What it is called, and where it stands. */
export function aboutOf(found: Found, file: string): About {
  const { module, name, exporter } = found;
  const stands = module === exporter ? found.node : found.exportNode;
  return { name, file, stem: kebabCase(found.fileStem), place: placeOf(exporter, stands.start), span: statementOf(found) };
}

/** The explanation may be made only when it is asked for. */
export function machineOf(about: About, charting: Charting): Machine {
  const { chart, diagnostics } = charting;
  return {
    ...about,
    ...(chart && !diagnostics.some(refuses) ? { chart } : {}),
    diagnostics,
    get explanation() {
      return charting.explanation;
    },
  };
}

/** The statement that exports it, from the comment above. */
function statementOf({ exporter, exportNode }: Found): Span {
  const statement = exporter.program.body.find((one) => one.start <= exportNode.start && exportNode.end <= one.end) ?? exportNode;
  const comment = exporter.comments.findLast((one) => one.end <= statement.start && /^\s*$/.test(exporter.text.slice(one.end, statement.start)));
  return { start: comment?.start ?? statement.start, end: statement.end };
}

function kebabCase(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1-$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2').replaceAll(/[._\s]+/g, '-').toLowerCase();
}
