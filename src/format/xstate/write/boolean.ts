/** An expression in, whether it surely gives a boolean out: XState's guards must, an `if` need not. By its operators alone. */
export function isBoolean(expression: string): boolean {
  const text = expression.trim();
  if (/^(?:true|false)$/.test(text)) return true;
  const tokens = outerTokens(text);
  if (tokens.some((token) => /^(?:\?|:|,|\?\?|=>|=)$/.test(token))) return false;
  const parts = partsOf(tokens);
  if (parts.length > 1) return parts.every((part) => isBoolean(part.join('')));
  if (tokens.length === 1 && text.startsWith('(')) return isBoolean(text.slice(1, -1));
  if (tokens.some((token) => /^(?:[<>]=?|[!=]==?|\s(?:instanceof|in)\s)$/.test(token))) return true;
  return tokens[0] === '!' && !tokens.some((token) => /^[-+*/%&|^]$/.test(token));
}

/** The text in pieces, what stands in brackets as one. */
function outerTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  let depth = 0;
  for (const token of text.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|[!=]==?|=>|[<>]{2,3}|[<>]=?|&&|\|\||\?\?|\?\.|\s(?:instanceof|in)\s|[\w$]+|[\s\S]/g) ?? []) {
    if (depth > 0) tokens.push(tokens.pop()! + token);
    else tokens.push(token);
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
  }
  return tokens;
}

function partsOf(tokens: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const token of tokens) {
    if (token === '&&' || token === '||') parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}
