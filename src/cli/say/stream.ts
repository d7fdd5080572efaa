/**
 * The process's own outputs. Written at once and not through `process.stdout`: that takes longer to set up than a diagram
 * takes to draw, and may still hold words when the process ends.
 */
import { fstatSync, writeSync } from 'node:fs';
import { errorCode, systemWords } from '../read/disk.ts';
import { OutputError, type Stream } from './terminal.ts';

export function processStream(descriptor: 1 | 2, environment: NodeJS.ProcessEnv): Stream {
  // A terminal is a character device. So is /dev/null, where nobody minds colours.
  const live = fstatSync(descriptor).isCharacterDevice();
  const forced = environment['FORCE_COLOR'];
  const wanted = forced ? !/^(?:0|false)$/.test(forced) : live && environment['TERM'] !== 'dumb';
  const colour = wanted && !environment['NO_COLOR'];
  return { write: (text) => writeAll(descriptor, Buffer.from(text)), live, colour };
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      // A pipe that does not wait is full: let its reader catch up.
      if (errorCode(error) === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      // There is nowhere left to say that nobody hears what is said.
      else if (descriptor === 2) return;
      // Who reads may stop early (`yieldchart list … | head -1`): that is no mistake of anyone's.
      else if (errorCode(error) === 'EPIPE') process.exit();
      else throw new OutputError(`The output cannot be written: ${systemWords(error)}.`, { cause: error });
    }
  }
}
