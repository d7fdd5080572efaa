/** In: the words of a command line. Out: what the process ends with. Here every mistake gets its exit code. */
import { didYouMean, parseCall } from './arguments.ts';
import { bugWords } from './say/bug.ts';
import { type Command, type Exit, UsageError, exits } from './command.ts';
import { check } from './commands/check.ts';
import { compileCommand } from './commands/compile.ts';
import { diff } from './commands/diff.ts';
import { explain } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { list } from './commands/list.ts';
import { commandHelp, generalHelp } from './say/help.ts';
import { OutputError, type Terminal, print } from './say/terminal.ts';
import { version } from './version.ts';

export const commands: readonly Command[] = [list, exportCommand, compileCommand, check, diff, explain];

export async function main(words: readonly string[], terminal: Terminal): Promise<Exit> {
  try {
    return await run(words, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      const command = commands.find(({ name }) => name === words[0]);
      print(terminal.err, `yieldchart: ${error.message}\nSee yieldchart ${command ? `${command.name} ` : ''}--help.`);
      return exits.usage;
    }
    if (error instanceof OutputError) {
      print(terminal.err, `yieldchart: ${error.message}`);
      return exits.usage;
    }
    print(terminal.err, bugWords(error, `yieldchart ${words.join(' ')}`));
    return exits.bug;
  }
}

async function run([name, ...rest]: readonly string[], terminal: Terminal): Promise<Exit> {
  const { out } = terminal;
  if (name === undefined) {
    print(terminal.err, generalHelp(commands, terminal.err.colour));
    return exits.usage;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const about = commands.find((command) => command.name === rest[0]);
    print(out, about ? commandHelp(about, out.colour) : generalHelp(commands, out.colour));
    return exits.fine;
  }
  if (name === '--version' || name === '-v') {
    print(out, version());
    return exits.fine;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new UsageError(`There is no command ${name}.${didYouMean(name, [...commands.map((candidate) => candidate.name), '--help', '--version'], '')}`);
  const call = parseCall(command, rest);
  if (call.options['help']) {
    print(out, commandHelp(command, out.colour));
    return exits.fine;
  }
  return command.run(call, terminal);
}
