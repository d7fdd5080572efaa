/**
 * What kind of state each box is, as a tree: scopes with their boxes in, the parts of the chart out.
 *
 * A block that is divided by `--` is a parallel state. So is one that begins nowhere and is made of blocks that no arrow joins: Mermaid fails to
 * draw some divided blocks, and we write those so. A part of a divided block is a region without a name, or where it is but one state, that state.
 */
import type { State } from '../../../chart/chart.ts';
import { type Diagnostic, diagnose } from '../../../diagnostic/diagnostic.ts';
import { DOT } from '../write/arrows.ts';
import type { ArrowLine, At, Box, Scope } from './boxes.ts';
import { gather, readLabel } from './label.ts';
import { unescape } from '../escape.ts';

export interface Part {
  readonly kind: State['kind'];
  /** Nothing for a region without a name. */
  readonly box?: Box;
  /** What it is called where no text says so. */
  readonly name: string;
  /** Its own, of what is made of others. */
  readonly parts: readonly Part[];
  /** Whose dots are its start and its end. */
  readonly scope?: Scope;
  /** `compound`: the arrows to where it begins. A block with a single state begins in that. */
  readonly starts: readonly (ArrowLine | Part)[];
}

export interface Parts {
  readonly parts: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}

export function partsOf(root: Scope, at: At): Parts {
  const diagnostics: Diagnostic[] = [];
  const say = (message: string, { line }: Box): void => void diagnostics.push(diagnose('syntax-error', { message }, { ...at, span: line.span }));

  const within = (scope: Scope): readonly Part[] => scope.boxes.filter(({ shape }) => shape !== 'fork' && shape !== 'join').map(partOf);

  const partOf = (box: Box): Part => {
    const plain = { box, name: box.id, parts: [], starts: [] };
    const scopes = (box.body ?? []).filter((scope) => scope.boxes.length > 0 || scope.starts.length > 0);
    if (box.shape === 'choice') return { ...plain, kind: 'choice' };
    if (scopes.length === 0 && isHistory(box)) return { ...plain, kind: 'history' };
    if (scopes.length === 0) return { ...plain, kind: isFinal(box) ? 'final' : 'atomic' };
    if (scopes.length > 1) return { ...plain, kind: 'parallel', parts: regions(scopes) };
    return { ...plain, ...blockOf(box, scopes[0]!) };
  };

  const blockOf = (box: Box, scope: Scope): Pick<Part, 'kind' | 'parts' | 'scope' | 'starts'> => {
    const parts = within(scope);
    if (scope.starts.length > 0) return { kind: 'compound', parts, scope, starts: scope.starts };
    const places = parts.filter(({ kind }) => kind !== 'history');
    const joined = scope.boxes.some(({ id, arrows }) => arrows.some((arrow) => arrow.scope === scope && arrow.to !== id));
    if (!joined && places.some(({ parts: inner }) => inner.length > 0)) return { kind: 'parallel', parts, starts: [] };
    if (places.length !== 1) say(`No arrow leaves \`[*]\` in the block of ${box.id}, so the diagram does not say where it begins.`, box);
    return { kind: 'compound', parts, scope, starts: places.slice(0, 1) };
  };

  const regions = (scopes: readonly Scope[]): readonly Part[] => {
    let count = 0;
    return scopes.flatMap((scope): readonly Part[] => {
      const parts = within(scope);
      const [only, ...others] = parts;
      const ends = only?.box!.arrows.some((arrow) => arrow.to === DOT && arrow.scope === scope);
      if (only && others.length === 0 && scope.starts.length === 0 && !ends) {
        if (only.kind !== 'history') count += 1;
        return parts;
      }
      count += 1;
      if (only && others.length === 0 && ends) return [{ kind: 'compound', name: regionName(count), parts, scope, starts: parts }];
      if (scope.starts.length === 0) say(`No arrow leaves \`[*]\` in region ${count} of ${scope.owner!.id}, so the diagram does not say where it begins.`, scope.owner!);
      return [{ kind: 'compound', name: regionName(count), parts, scope, starts: scope.starts }];
    });
  };

  return { parts: within(root), diagnostics };
}

/** What the regions without a name are called: each by its place. */
export function regionName(place: number): string {
  return `region ${place}`;
}

function isHistory({ shape, texts: [text], id, scope }: Box): boolean {
  return shape === 'history' || shape === 'deep history' || (scope.owner !== undefined && /^H\*?$/.test(text ?? id));
}

export function isDeep({ shape, texts: [text], id }: Box): boolean {
  return shape === 'deep history' || (shape === undefined && (text ?? id) === 'H*');
}

/** What an arrow to an end says that comes from a state that only ends: nothing, or what it returns. */
export function isFinal({ arrows }: Box): boolean {
  const [arrow, ...others] = arrows;
  if (!arrow || others.length > 0 || arrow.to !== DOT) return false;
  const texts = gather(arrow.labels, false);
  return texts.length === 1 && /^(?:$|\/\s*return\b)/.test(unescape(texts[0]!)) && readLabel(unescape(texts[0]!), END).throws === undefined && readLabel(unescape(texts[0]!), END).actions === '';
}

const END = { from: 'state', toEnd: true, actors: new Map() } as const;
