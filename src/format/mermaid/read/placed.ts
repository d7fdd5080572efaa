/**
 * Which block a state belongs to, and in which order: the lines that mention it in, the scopes with their boxes out.
 *
 * People mention a state in several places. Its own block says it best; else it belongs to the innermost block that
 * mentions it, as Mermaid mostly draws it: a line outside of all blocks may speak of any state. Where Mermaid draws it
 * elsewhere (it goes by the last line that is in any block), that is said.
 */
import { type Diagnostic, diagnose } from '../../../diagnostic/diagnostic.ts';
import { DOT } from '../write/arrows.ts';
import type { ArrowLine, At, Box, Gathered, Mention, Scope } from './boxes.ts';

/** Fills in `scope` of each box and `boxes` of each scope. */
export function place({ root, boxes }: Gathered, at: At): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const box of boxes.values()) {
    const history = historyOwner(box, boxes);
    // A block lies where it is opened, and what a line outside of all blocks says of a state may be said of any.
    const mentions = box.opened ? [box.opened] : box.mentions.filter(({ scope }) => scope.owner);
    const chosen = history?.body ? history.body.at(-1)! : innermost(mentions) ?? CLASSES.map((how) => innermost(mentions.filter((mention) => mention.how === how))).find((scope) => scope);
    if (!chosen && mentions.length > 0) {
      diagnostics.push(diagnose('syntax-error', { message: `${box.id} is mentioned in ${listed(mentions)}, and only one of them can have it: write the arrows from one block to another after both.` }, { ...at, span: mentions.at(-1)!.line.span }));
    }
    box.scope = chosen ?? root;
    box.scope.boxes.push(box);
    if ((!chosen && mentions.length > 0) || history || box.shape === 'fork' || box.shape === 'join') continue;
    const drawn = box.mentions.findLast(({ scope }) => scope.owner);
    if (drawn && drawn.scope !== box.scope && !(drawn.scope.owner === box.scope.owner && !box.opened)) {
      diagnostics.push(diagnose('drawn-elsewhere', { state: box.id, drawn: drawn.scope.owner === box ? 'its own block' : blockName(drawn.scope), meant: blockName(box.scope) }, { ...at, span: drawn.line.span }));
    }
  }
  for (const scope of new Set([...boxes.values()].map((box) => box.scope))) scope.boxes = inOrder(scope, boxes);
  return diagnostics;
}

const CLASSES: readonly Mention['how'][] = ['own', 'moves', 'reached'];

/** The state whose history it is: `X[H]`. */
function historyOwner(box: Box, boxes: ReadonlyMap<string, Box>): Box | undefined {
  const name = /^(.+)\[H\*?\]$/i.exec(box.id)?.[1];
  return name === undefined ? undefined : boxes.get(name);
}

/** The innermost of scopes that lie in each other; nothing where they do not, or there are none. */
function innermost(mentions: readonly Mention[]): Scope | undefined {
  let found: Scope | undefined;
  for (const { scope } of mentions) {
    if (!found || (scope !== found && around(scope).includes(found))) found = scope;
    else if (scope !== found && !around(found).includes(scope)) return undefined;
  }
  return found;
}

/** The scopes around one, by where their blocks are opened. */
function around(scope: Scope): readonly Scope[] {
  const found: Scope[] = [];
  for (let outer = scope.owner?.opened?.scope; outer; outer = outer.owner?.opened?.scope) found.push(outer);
  return found;
}

/**
 * Regions stand as they are first mentioned. Others stand where their arrows among themselves or their blocks begin, else where a line is about
 * one alone, else where it is mentioned.
 */
function inOrder(scope: Scope, boxes: ReadonlyMap<string, Box>): Box[] {
  const areRegions = scope.owner !== undefined && scope.starts.length === 0;
  const isAmong = ({ scope: drawn, to }: ArrowLine): boolean => drawn === scope && (to === DOT || (boxes.get(to)?.scope === scope && boxes.get(to)?.shape !== 'fork'));
  const rank = (box: Box): readonly [number, number] => {
    const here = box.mentions.find((mention) => mention.scope === scope)?.line;
    if (areRegions && here) return [0, here.line];
    const starts = [box.arrows.find(isAmong)?.line, box.opened?.line].filter((line) => line !== undefined);
    if (starts.length > 0) return [0, Math.min(...starts.map(({ line }) => line))];
    const own = box.mentions.find(({ how }) => how === 'own')?.line;
    return own ? [1, own.line] : [2, (here ?? box.line).line];
  };
  const ranked = scope.boxes.map((box) => ({ box, rank: rank(box) }));
  return ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]).map(({ box }) => box);
}

function blockName({ owner }: Scope): string {
  return owner ? `the block of ${owner.id}` : 'the diagram itself';
}

function listed(mentions: readonly Mention[]): string {
  const names = [...new Set(mentions.map(({ scope }) => blockName(scope)))];
  return names.length === 1 ? `several regions of ${names[0]!.replace('the block of ', '')}` : names.join(' and ');
}
