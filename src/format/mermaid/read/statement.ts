/**
 * One line of a state diagram in, what it says out. What Mermaid would draw otherwise than it reads (a `;` in a label
 * is a state, `direction LR` swallows its line) is said.
 */
import type { Line } from './lines.ts';
import { unescape } from '../escape.ts';

export type Statement =
  /** A state is mentioned by itself. */
  | { readonly kind: 'state'; readonly id: string }
  /** `state "text" as id`, `id : text`. Its text has line breaks where Mermaid breaks it. */
  | { readonly kind: 'text'; readonly id: string; readonly text: string }
  | { readonly kind: 'shape'; readonly id: string; readonly shape: Shape }
  /** The block of a state begins, the next of its regions, or it ends. */
  | { readonly kind: 'open'; readonly id: string; readonly text?: string }
  | { readonly kind: 'divide' }
  | { readonly kind: 'close' }
  | { readonly kind: 'note'; readonly id: string; readonly side: 'left' | 'right'; readonly text: string }
  /** The label is still escaped, its lines apart. */
  | { readonly kind: 'arrow'; readonly from: string; readonly to: string; readonly labels: readonly string[] }
  /** Looks only, or nothing at all. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unsupported'; readonly construct: string }
  | { readonly kind: 'wrong'; readonly message: string };

/** Mermaid has no history; people write one all the same. */
export type Shape = 'choice' | 'fork' | 'join' | 'history' | 'deep history';

/** @example readStatement(line('A --> B : go')) // { kind: 'arrow', from: 'A', to: 'B', labels: ['go'] } */
export function readStatement(line: Line): Statement {
  const { text } = line;
  if (text === '}') return { kind: 'close' };
  if (/^--\s*(?:(?:%%|#).*)?$/.test(text)) return { kind: 'divide' };
  if (LOOKS.test(text)) return { kind: 'nothing' };
  const note = NOTE.exec(text);
  if (note) return noteStatement(note, line.body);
  if (/direction\s+(?:TB|BT|RL|LR)/i.test(text)) return { kind: 'wrong', message: 'Mermaid takes this whole line for a direction. Write the word `direction` as `#100;irection` here.' };
  return blockStatement(text) ?? shapeStatement(text) ?? stateStatement(text) ?? arrowStatement(text) ?? plainStatement(text) ?? { kind: 'wrong', message: 'This is no line that a state diagram has.' };
}

const ID = String.raw`[^\s:\-{}"]+`;
const STYLE = String.raw`(?::::[\w-]+)?`;
const REMARK = String.raw`(?:\s*(?:%%|\s#).*)?`;
const TEXT = String.raw`(?:\s*:(.*)|${REMARK})`;

const LOOKS = /^(?:#.*|direction\s+(?:TB|BT|RL|LR)|hide empty description|scale\s+\d+\s+width|(?:classDef|class|style|click)\s.*|accTitle\s*:.*|accDescr\s*[:{].*|note\s+".*)$/i;
const NOTE = /^note\s+(left|right) of\s+([^\s:]+)(?:\s*:(.*))?$/i;
const ARROW = new RegExp(`^(${ID})${STYLE}\\s*-->\\s*(${ID})${STYLE}${TEXT}$`);
const DESCRIBED = new RegExp(`^(${ID})${STYLE}${TEXT}$`);
const QUOTED = new RegExp(`^state\\s+"([^"]*)"\\s*as\\s+(${ID})${STYLE}${REMARK}$`, 'i');
const SHAPED = new RegExp(`^state\\s+(${ID})\\s*(?:<<([^>]*)>>|\\[\\[(\\w+)\\]\\])${REMARK}$`, 'i');
const NAMED = new RegExp(`^state\\s+(${ID})${STYLE}${REMARK}$`, 'i');
const BLOCK = new RegExp(`^state\\s+(?:"([^"]*)"\\s*as\\s+)?(${ID})${STYLE}\\s*\\{$`, 'i');

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['choice', 'choice'],
  ['fork', 'fork'],
  ['join', 'join'],
  ['history', 'history'],
  ['shallowhistory', 'history'],
  ['history*', 'deep history'],
  ['deephistory', 'deep history'],
]);

function noteStatement([, side, id, inline]: RegExpExecArray, body: readonly string[] | undefined): Statement {
  const text = body?.join('\n') ?? inline;
  if (text === undefined) return { kind: 'wrong', message: 'This note has neither a text after a colon nor an `end note`.' };
  if (!body && hasLooseSemicolon(text)) return SEMICOLON;
  return { kind: 'note', id: id!, side: side!.toLowerCase() === 'left' ? 'left' : 'right', text: shown(text) };
}

function blockStatement(text: string): Statement | undefined {
  const [, label, id] = BLOCK.exec(text) ?? [];
  return id === undefined ? undefined : { kind: 'open', id, ...(label !== undefined && { text: shown(label) }) };
}

function shapeStatement(text: string): Statement | undefined {
  const [, id, word, square] = SHAPED.exec(text) ?? [];
  if (id === undefined) return undefined;
  const said = (word ?? square)!.trim().toLowerCase();
  const shape = SHAPES.get(said);
  return shape ? { kind: 'shape', id, shape } : { kind: 'unsupported', construct: `A ${said} (\`<<${said}>>\`)` };
}

function stateStatement(text: string): Statement | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted) return { kind: 'text', id: quoted[2]!, text: shown(quoted[1]!) };
  const id = NAMED.exec(text)?.[1];
  return id === undefined ? undefined : { kind: 'state', id };
}

function arrowStatement(text: string): Statement | undefined {
  const found = ARROW.exec(text);
  if (!found) return undefined;
  const [, from, to, label = ''] = found;
  if (hasLooseSemicolon(label)) return SEMICOLON;
  return { kind: 'arrow', from: from!, to: to!, labels: split(label) };
}

function plainStatement(text: string): Statement | undefined {
  const found = DESCRIBED.exec(text);
  if (!found || /^(?:state|note|default)$/i.test(found[1]!)) return undefined;
  const [, id, label = ''] = found;
  if (hasLooseSemicolon(label)) return SEMICOLON;
  return label.trim() === '' ? { kind: 'state', id: id! } : { kind: 'text', id: id!, text: shown(label) };
}

/** Mermaid ends a text at a `;` that is not the end of a code like `#59;`. */
function hasLooseSemicolon(text: string): boolean {
  return text.includes(';') && text.replace(/#\w+;/g, '').includes(';');
}

const SEMICOLON: Statement = { kind: 'wrong', message: 'Mermaid ends the text at the `;` and draws the rest as states. Write `#59;` for it.' };

function shown(text: string): string {
  return split(text).map(unescape).join('\n');
}

function split(text: string): readonly string[] {
  return text.split(/<br\s*\/?>|\\n|\n/i).map((line) => line.trim());
}
