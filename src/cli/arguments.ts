/** In: a command and the words after its name. Out: one call of it, or a `UsageError` that names what is wrong. */
import { parseArgs } from 'node:util';
import { nearest } from '../diagnostic/nearest.ts';
import { type Call, type Command, type Option, UsageError } from './command.ts';

export function parseCall(command: Command, words: readonly string[]): Call {
  const known: Readonly<Record<string, Option>> = { ...command.options, help: { type: 'boolean', says: 'print help' } };
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: { ...Object.fromEntries(Object.entries(known).map(([name, { type }]) => [name, { type }])), help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    // We check the options ourselves: Node's messages speak of its own API.
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = known[token.name];
    if (!option) throw new UsageError(`${command.name} has no option ${token.rawName}.${didYouMean(token.name, Object.keys(known))}`);
    if (option.type === 'boolean' && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
    if (option.type === 'string' && (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))) {
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${option.value ?? 'VALUE'}.`);
    }
    // The parser would keep the last, and nobody would know.
    if (option.type === 'string' && tokens.some((other) => other.kind === 'option' && other.name === token.name && other.index < token.index)) {
      throw new UsageError(`${token.rawName} is given twice, and takes one ${option.value ?? 'VALUE'}.`);
    }
  }
  const options = values as Call['options'];
  if (options.help) return { arguments: positionals, options };

  const { least, most, called } = command.arguments;
  if (positionals.length < least) throw new UsageError(`${command.name} needs ${called}.`);
  if (positionals.length > most) throw new UsageError(`${command.name} takes only ${called}, so what is ${positionals[most]} for?`);
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required && options[name] === undefined) throw new UsageError(`${command.name} needs --${name} ${option.value}: ${option.says}.`);
  }
  return { arguments: positionals, options };
}

/** ` Did you mean --against?`, where one known name is close. */
export function didYouMean(given: string, known: readonly string[], dashes = '--'): string {
  const meant = nearest(given, known);
  return meant === undefined ? '' : ` Did you mean ${dashes}${meant}?`;
}
