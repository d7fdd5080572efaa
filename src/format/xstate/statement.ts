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
  let text = '';
  // The blocks of statements we are in, and the brackets inside the statement.
  let blocks = 0;
  let depth = 0;
  const endLine = (): void => {
    if (blocks === 0) {
      statements.push(text);
      text = '';
    } else text += `\n${'  '.repeat(blocks)}`;
  };
  const tokens = code.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|[\w$]+|[\s\S]/g) ?? [];
  tokens.forEach((token, index) => {
    if (/^\s$/.test(token) && /^$|\s$/.test(text)) return;
    if (depth === 0 && token === '{' && /(?:^|[)};\n]|\b(?:try|else|do|finally))\s*$/.test(text)) {
      blocks += 1;
      text += '{';
      endLine();
    } else if (depth === 0 && token === '}') {
      blocks -= 1;
      text = `${text.trimEnd()}\n${'  '.repeat(blocks)}}`;
      if (!/^\s*(?:else|catch|finally|while)\b/.test(tokens.slice(index + 1, index + 4).join(''))) endLine();
    } else {
      if (/^[([{]$/.test(token)) depth += 1;
      else if (/^[)\]}]$/.test(token)) depth -= 1;
      text += token;
      if (depth === 0 && token === ';') endLine();
    }
  });
  return [...statements, text].map((statement) => statement.trimEnd()).filter((statement) => statement !== '');
}
