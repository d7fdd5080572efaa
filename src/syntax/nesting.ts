/**
 * A text in, the place out where it nests deeper than it can be read: the parser, and much after it, goes down as deep as
 * the code does, and would leave its stack there without a word.
 *
 * The text is gone over once, by tokens, knowing just enough of strings, templates, comments and regular expressions. What
 * it counts is an upper bound of the depth of the tree: brackets that are open, and at each of their levels the words and
 * operators since the last statement or item began, since `a ? b : c ? d : …`, `if … else if …`, `a => b => …` and
 * `a + b + …` are trees as deep as they are long. Each counts for what the parser needs for it at most.
 */

const WEIGHTS = {
  bracket: 20,
  /** The braces of a statement: `if (a) {`, `try {`. */
  block: 8,
  /** `a<b<c`, as types or as comparisons. */
  angle: 12,
  /** What has its operand on the right: `=`, `=>`, `?`, `new`, `yield`, an `if` without braces. */
  right: 6,
  colon: 4,
  /** What has it on the left: `+`, `.`, `[…]`, and what is quick to read anyhow, as `!` and `-`. */
  left: 2,
  /** Of types, they make a flat list. */
  bar: 1,
} as const;

/** What a stack of four megabytes can take, twice over for most: 1,600 brackets, 2,200 loops, 5,000 `else if`, 16,000 times `+`. */
const MOST = 32_000;

/** Where the text nests too deeply to be read; nothing for any text that a person wrote. */
export function tooDeepAt(text: string): number | undefined {
  if (isShort(text)) return undefined;
  const levels: Level[] = [];
  let level: Level = { open: '', weight: 0, chain: 0, angles: 0, isHead: false };
  let depth = 0;
  let before: Before = { ends: false, text: '' };
  const count = (weight: number): void => {
    level.chain += weight;
    depth += weight;
  };
  const restart = (): void => {
    depth -= level.chain;
    level.chain = 0;
    level.angles = 0;
  };
  const enter = (open: string, isHead: boolean, weight: number = WEIGHTS.bracket): void => {
    levels.push(level);
    level = { open, weight, chain: 0, angles: 0, isHead };
    depth += weight;
  };
  const leave = (): Level => {
    const left = level;
    const outer = levels.pop();
    if (!outer) return left;
    restart();
    depth -= left.weight;
    level = outer;
    return left;
  };

  TOKEN.lastIndex = 0;
  let newLine = false;
  let isOver = false;
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) break;
    const start = TOKEN.lastIndex - token.length;
    at = TOKEN.lastIndex;
    const first = token.charCodeAt(0);
    // What separates: line ends tell where a statement without a semicolon ends.
    if (isSpace(first) || (first === SLASH && (token[1] === '/' || token[1] === '*'))) {
      newLine ||= token.includes('\n');
      continue;
    }
    const isWord = isWordPart(first);
    // Two operands beside each other: the second begins a statement.
    if (before.ends && (newLine || before.text === '}') && (isWord ? !GOES_ON.has(token) : first === QUOTE || first === DOUBLE || token === '{' || token === '@')) restart();
    newLine = false;
    if (isOver && token !== 'else') restart();
    isOver = token === ';';

    if (first === SLASH && !before.ends) {
      at = endOfRegExp(text, start);
      before = OPERAND;
    } else if (token === '`' || (token === '}' && level.open === '${')) {
      if (token === '}') leave();
      else count(WEIGHTS.left);
      at = endOfTemplate(text, at);
      if (text[at - 1] === '{') {
        enter('${', false);
        before = OPERATOR;
      } else before = OPERAND;
    } else if (isWord) {
      if (RIGHT_WORDS.has(token)) count(WEIGHTS.right);
      else if (HEADS.has(token)) count(WEIGHTS.right);
      else if (LEFT_WORDS.has(token)) count(WEIGHTS.left);
      before = { ends: !NOT_OPERANDS.has(token) || before.text === '.', text: token };
    } else {
      switch (token) {
        case '(':
        case '[':
        case '{':
          if (token === '{' && beginsBlock(before)) enter(token, false, WEIGHTS.block);
          else {
            if (before.ends) count(WEIGHTS.left);
            enter(token, token === '(' && HEADS.has(before.text));
          }
          before = { ends: false, text: token };
          break;
        case ')':
        case ']':
        case '}': {
          const { isHead } = leave();
          before = { ends: !isHead, text: token };
          break;
        }
        case ',':
          restart();
          before = OPERATOR;
          break;
        case ';':
          before = { ends: false, text: token };
          break;
        case '<':
          // `<T>x` has its operand on the right of the `>`.
          if (!before.ends) count(WEIGHTS.left);
          level.angles += 1;
          count(WEIGHTS.angle);
          before = OPERATOR;
          break;
        case '>':
        case '>>':
        case '>>>':
          for (let closed = Math.min(token.length, level.angles); closed > 0; closed--) {
            level.angles -= 1;
            count(-WEIGHTS.angle);
          }
          before = OPERATOR;
          break;
        default:
          if (first === QUOTE || first === DOUBLE) before = OPERAND;
          else {
            count(token === ':' ? WEIGHTS.colon : token === '?' || token === '=>' || isAssignment(token) ? WEIGHTS.right : token === '|' || token === '&' ? WEIGHTS.bar : WEIGHTS.left);
            // `x!` and `x++` end an operand, `!x` and `++x` begin one: taken for whichever keeps a `/` a division.
            before = before.ends && (token === '!' || token === '++' || token === '--') ? before : { ends: false, text: token };
          }
      }
    }
    if (depth > MOST) return start;
  }
  return undefined;
}

/** Whether the text cannot be so deep, by what each of its characters can add at most: true of nearly all, and quick to see. */
function isShort(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) depth += AT_MOST[Math.min(text.charCodeAt(at), 128)]!;
  return depth <= MOST;
}

/** By its code; the last is for all others. Half of what `if` adds is more than what is no bracket and no operator does. */
const AT_MOST = Uint8Array.from({ length: 129 }, (_, code) => {
  const character = String.fromCharCode(code);
  if ('([{'.includes(character)) return WEIGHTS.bracket + WEIGHTS.left;
  if (character === '<') return WEIGHTS.angle + WEIGHTS.left;
  if ('=?'.includes(character)) return WEIGHTS.right;
  return character === ':' ? WEIGHTS.colon : WEIGHTS.right / 2;
});

/** Whether a brace after it is that of a statement; where it may be that of a value, it is taken for one. */
function beginsBlock(before: Before): boolean {
  return BLOCKS.has(before.text) || (before.text === ')' && !before.ends);
}

interface Level {
  readonly open: string;
  readonly weight: number;
  /** What has been counted since its statement or item began. */
  chain: number;
  /** How many `<` of it are open. */
  angles: number;
  /** Whether it is `if (…)`: what follows goes on with the statement. */
  readonly isHead: boolean;
}

interface Before {
  /** Whether it can be the end of an operand, so that `/` divides. */
  readonly ends: boolean;
  readonly text: string;
}

const OPERAND: Before = { ends: true, text: '' };
const OPERATOR: Before = { ends: false, text: '' };

/** Space, comment, string, word or number, operator; anything else by itself. */
const TOKEN = /\s+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:[^'\\\n]|\\[^])*'?|"(?:[^"\\\n]|\\[^])*"?|[\w$#\\\x80-\uffff]+|=>|[!=]==?|\?\.(?!\d)|\?\?=?|&&=?|\|\|=?|\*\*=?|<<=|>>>?=|>>>?|\+\+|--|[-+*%&|^]=|[^]/y;

const RIGHT_WORDS = new Set('new yield await keyof infer unique readonly asserts'.split(' '));
const HEADS = new Set('if while for with do switch catch'.split(' '));
const LEFT_WORDS = new Set('typeof void delete as satisfies in of instanceof extends is'.split(' '));
/** Words that no operand ends with: after them, `/` begins a regular expression. */
const NOT_OPERANDS = new Set([...RIGHT_WORDS, ...HEADS, ...LEFT_WORDS, ...'return throw case else default'.split(' ')]);
/** After them, a brace begins a block. */
const BLOCKS = new Set('{ ; do else try finally'.split(' '));
/** Words that go on with what stands before them. */
const GOES_ON = new Set('else catch finally while in of instanceof as satisfies is extends'.split(' '));

const [SLASH, QUOTE, DOUBLE] = [47, 39, 34];

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || (code > 127 && /\s/.test(String.fromCharCode(code)));
}

function isWordPart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36 || code === 35 || code === 92 || code > 127;
}

function isAssignment(token: string): boolean {
  return token.endsWith('=') && !/^[!=<>]=/.test(token);
}

function endOfRegExp(text: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const one = text[at];
    if (one === '\n') return at;
    if (one === '\\') at += 1;
    else if (one === '[') inClass = true;
    else if (one === ']') inClass = false;
    else if (one === '/' && !inClass) return at + 1;
  }
  return text.length;
}

/** After the backtick that ends it, or after the `${` that interrupts it. */
function endOfTemplate(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const one = text[at];
    if (one === '\\') at += 1;
    else if (one === '`') return at + 1;
    else if (one === '$' && text[at + 1] === '{') return at + 2;
  }
  return text.length;
}
