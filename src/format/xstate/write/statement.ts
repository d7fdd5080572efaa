/**
 * Several statements on one line in, the same statements as a person would lay them out, one text each, out.
 *
 *     failed = false; try { f(x); } catch (caught) { failed = true; }      failed = false;
 *                                                                          try {
 *                                                                            f(x);
 *                                                                          } catch (caught) {
 *                                                                            failed = true;
 *                                                                          }
 *
 * Line breaks are put behind the semicolons and the braces of statements only: never where JavaScript would read a break as an end. Code that
 * has lines already, or that cannot be told apart by its characters (regular expressions, comments, templates in templates, functions that are values), stays as it is.
 */
export function statementsOf(code: string): readonly string[] {
  if (/\n|\/[/*]|(?:^|[=(,:!&|?{};])\s*\/|\$\{[^}]*`|[^;{}]\s*\bfunction\b/.test(code) || !/;\s*\S|^try\b/.test(code)) return [code];
  const statements: string[] = [];
  // The lines of the statement so far, and the one in hand.
  let lines: string[] = [];
  let line = '';
  // The last token of the line, and the last that is no space; nothing where the line begins.
  let last = '';
  let before = '';
  // The blocks of statements we are in, and the brackets inside the statement.
  let blocks = 0;
  let depth = 0;
  const endLine = (): void => {
    lines.push(line);
    if (blocks === 0) {
      statements.push(lines.join('\n'));
      lines = [];
    }
    line = '  '.repeat(blocks);
    [last, before] = ['', ''];
  };
  const tokens = code.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|[\w$]+|[\s\S]/g) ?? [];
  tokens.forEach((token, index) => {
    if (isSpace(token)) {
      if (last !== '' && !isSpace(last)) line += token;
      if (last !== '') last = token;
    } else if (depth === 0 && token === '{' && BEFORE_BLOCK.has(before)) {
      blocks += 1;
      line += '{';
      endLine();
    } else if (depth === 0 && token === '}') {
      blocks -= 1;
      if (before !== '') lines.push(line.trimEnd());
      line = `${'  '.repeat(blocks)}}`;
      [last, before] = [token, token];
      if (!/^\s*(?:else|catch|finally|while)\b/.test(tokens.slice(index + 1, index + 4).join(''))) endLine();
    } else {
      if ('([{'.includes(token)) depth += 1;
      else if (')]}'.includes(token)) depth -= 1;
      line += token;
      [last, before] = [token, token];
      if (depth === 0 && token === ';') endLine();
    }
  });
  return [...statements, [...lines, line].join('\n')].map((statement) => statement.trimEnd()).filter((statement) => statement !== '');
}

/** What a block of statements follows: nothing else on its line, a bracket, a statement or a word. */
const BEFORE_BLOCK = new Set(['', ')', '}', ';', 'try', 'else', 'do', 'finally']);

function isSpace(token: string): boolean {
  return token.trim() === '';
}
