/**
 * Text in, Mermaid text out, and back. Mermaid takes `#59;` for the character 59, so whatever its lexer, its sanitiser,
 * its Markdown or its icons would take for something else is written that way, and nothing more: a renderer without HTML
 * labels shows the codes as they stand, so an ordinary guard has none.
 */

/** Where the text stands: `state "…" as`, after an arrow's colon, or after a note's. */
export type Spot = 'state' | 'arrow' | 'note';

/**
 * `text` as Mermaid 11 and 12 show it again, on one line. A line break becomes `<br/>`; on an arrow, where `<br/>`
 * parts one label from the next, it stays a character (`#10;`).
 *
 * @example escape('a; b', 'arrow') // 'a#59; b'
 */
export function escape(text: string, spot: Spot): string {
  if (spot === 'arrow') return escapeLine(text, spot);
  return text.split('\n').map((line) => escapeLine(line, spot)).join('<br/>');
}

function escapeLine(line: string, spot: Spot): string {
  return PLAIN.test(line) ? line : line.replace(HAZARDS[spot], entity);
}

/** A word without anything that could be one of the hazards. */
const PLAIN = /^(?!.*direction$)[a-z0-9]*$/i;

function entity(character: string): string {
  return `#${character.codePointAt(0)};`;
}

const ALWAYS = [
  /[;\\`~ﬂ°¶]/, // statement ends, Markdown, Mermaid's own stand-ins for `#` and `;`
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u, // control, format and odd space characters
  /^ | $|(?<= ) /, // spaces that would be trimmed or run together
  /<(?![ =])/, // tags
  /&(?=[A-Za-z#])/, // HTML entities
  /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/, // emphasis
  /(?<! )\*|\*(?! )/,
  /\$(?=\$)|(?<=\$)\$/, // formulas
  /%(?=[%{])|(?<=%)%/, // comments and directives
  /\](?=[([:])/, // links
  /(?<=\S)@/, // mail addresses
  /[wW](?=[wW]{2}\.)/,
  /[dD](?=[iI][rR][eE][cC][tT][iI][oO][nN](?:\s+(?:[tT][bB]|[bB][tT]|[rR][lL]|[lL][rR])|\s*$))/, // `direction LR` swallows its line
  /[eE](?=[nN][dD]\s+[nN][oO][tT][eE])/,
];

function hazards(more: readonly RegExp[]): RegExp {
  return new RegExp(`(?!${HARMLESS.source})(?:${[...ALWAYS, ...more].map((hazard) => hazard.source).join('|')})`, 'gu');
}

/** What no hazard begins with, and most texts are made of: to ask this first is several times as fast. */
const HARMLESS = /[a-cf-vx-zA-CF-VX-Z0-9.,()=+\-/'?!|{}>^]/;

const HAZARDS: Readonly<Record<Spot, RegExp>> = {
  state: hazards([/"/, /:(?! \S)/, /\[(?=\[)|(?<=\[)\[/]),
  arrow: hazards([/:/]),
  note: hazards([/:/]),
};

/**
 * What Mermaid shows for `text`: its codes (`#59;`, `#quot;`) and HTML's names decoded. Unknown ones stay as they are.
 *
 * @example unescape('a#59; b') // 'a; b'
 */
export function unescape(text: string): string {
  if (!/[#&]/.test(text)) return text;
  return text.replace(/#(\d+);|[#&](\w+);/g, (whole, code: string | undefined, name: string) => {
    if (code === undefined) return NAMED.get(name) ?? whole;
    return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole;
  });
}

/** Those that people write in diagrams. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['quot', '"'], ['apos', "'"], ['amp', '&'], ['lt', '<'], ['gt', '>'], ['nbsp', '\u00a0'], ['semi', ';'], ['colon', ':'], ['num', '#'],
  ['lsqb', '['], ['rsqb', ']'], ['lbrace', '{'], ['rbrace', '}'], ['lpar', '('], ['rpar', ')'], ['vert', '|'], ['sol', '/'], ['bsol', '\\'],
]);
