#!/usr/bin/env node
/** The edge: the process's own words, streams and exit code. */
import { main } from './main.ts';
import { processStream } from './stream.ts';

const terminal = { cwd: process.cwd(), out: processStream(1, process.env), err: processStream(2, process.env) };
// All is written by now. Waiting for Node to see that nothing is left to do takes longer than asking it.
void main(process.argv.slice(2), terminal).then((exit) => process.exit(exit));
