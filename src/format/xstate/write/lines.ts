/**
 * Code of several lines in, the same code further in or out. A line that begins inside a template literal belongs to a string and stays as
 * it is: moving it would change what the code means.
 */

/** The lines after the first, moved right by `pad`. */
export function indent(code: string, pad: string): string {
  return mapLines(code, (line) => (line === '' ? line : pad + line));
}

/** The lines after the first, moved left together as far as they go. */
export function dedent(code: string): string {
  const depths: number[] = [];
  mapLines(code, (line) => {
    if (line.trim() !== '') depths.push(line.length - line.trimStart().length);
    return line;
  });
  const depth = depths.reduce((least, one) => Math.min(least, one), Infinity);
  return depths.length === 0 ? code : mapLines(code, (line) => line.slice(Math.min(depth, line.length - line.trimStart().length)));
}

function mapLines(code: string, map: (line: string) => string): string {
  if (!code.includes('\n')) return code;
  const fixed = templateLines(code);
  return code
    .split('\n')
    .map((line, index) => (index === 0 || fixed.has(index) ? line : map(line)))
    .join('\n');
}

/** The numbers of the lines that begin inside a template literal. Regular expressions that contain a backtick are not known for what they are. */
function templateLines(code: string): ReadonlySet<number> {
  const found = new Set<number>();
  if (!code.includes('`')) return found;
  // What we are in, outermost first: a template, or braces (those of a `${` or any other).
  const inside: ('`' | '{')[] = [];
  let line = 0;
  for (let at = 0; at < code.length; ) {
    const inTemplate = inside.at(-1) === '`';
    const pattern = inTemplate ? IN_TEMPLATE : IN_CODE;
    pattern.lastIndex = at;
    const token = pattern.exec(code)![0];
    at = pattern.lastIndex;
    for (let end = token.indexOf('\n'); end >= 0; end = token.indexOf('\n', end + 1)) {
      line += 1;
      if (inTemplate) found.add(line);
    }
    if (token === '`' && inTemplate) inside.pop();
    else if (token === '`' || token === '{') inside.push(token);
    else if (token === '${') inside.push('{');
    else if (token === '}') inside.pop();
  }
  return found;
}

const IN_TEMPLATE = /[^\\`$]+|\\[\s\S]|\$\{|[\s\S]/y;
const IN_CODE = /[^'"`{}/]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[\s\S]/y;
