#!/usr/bin/env node
/** The edge: the process's own words, streams and exit code. */
import { exits } from './command.ts';
import { main } from './main.ts';
import { processStream } from './say/stream.ts';
import { print } from './say/terminal.ts';

const terminal = { cwd: process.cwd(), out: processStream(1, process.env), err: processStream(2, process.env) };
// All is written by now. Waiting for Node to see that nothing is left to do takes longer than asking it.
void main(process.argv.slice(2), terminal).then((exit) => process.exit(exit));
// Node would end with 0, as if all were well.
process.once('beforeExit', () => {
  print(terminal.err, 'yieldchart: A module that was loaded waits for a promise that nobody keeps, so nothing more would ever happen.');
  process.exit(exits.usage);
});
