#!/usr/bin/env node
/** The edge: the process's own words, streams and exit code. */
import { main } from './main.ts';
import type { Stream } from './terminal.ts';

function streamOf(stream: NodeJS.WriteStream): Stream {
  const live = stream.isTTY === true;
  const colour = live && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  // Who reads may stop early (`yieldchart list … | head -1`): that is no mistake of anyone's.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return { write: (text) => void stream.write(text), live, colour };
}

process.exitCode = await main(process.argv.slice(2), { cwd: process.cwd(), out: streamOf(process.stdout), err: streamOf(process.stderr) });
