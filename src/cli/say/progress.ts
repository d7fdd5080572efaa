/** What a person sees of work that takes longer than a second; nothing at all where nobody watches. */
import type { Stream } from './terminal.ts';

export interface Progress {
  /** The next piece of work begins. */
  step(name: string): void;
  /** All is done: the line is wiped. */
  end(): void;
}

export function progress(stream: Stream, total: number, now: () => number = Date.now): Progress {
  const start = now();
  let count = 0;
  let shown = false;
  return {
    step(name) {
      count += 1;
      if (!stream.live || now() - start < PATIENCE) return;
      shown = true;
      stream.write(`${WIPE}${count} of ${total}: ${name}`);
    },
    end() {
      if (shown) stream.write(WIPE);
    },
  };
}

/** Milliseconds of silence that nobody minds. */
const PATIENCE = 1000;
const WIPE = '\r\u001b[2K';
