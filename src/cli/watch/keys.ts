/** The keys that a person presses while something runs, and the signals that end it. */

export interface Keys {
  /** Whether a person can press any. */
  readonly live: boolean;
  stop(): void;
}

/** `pressed` gets `q` for every way of asking for the end; else the key. */
export function listen(pressed: (key: string) => void): Keys {
  const { stdin } = process;
  const quit = (): void => pressed('q');
  const live = stdin.isTTY === true;
  const heard = (key: string): void => pressed(key === CONTROL_C || key === CONTROL_D ? 'q' : key);
  process.on('SIGINT', quit);
  process.on('SIGTERM', quit);
  if (live) {
    stdin.setRawMode(true);
    stdin.setEncoding('utf8');
    stdin.on('data', heard);
    stdin.resume();
  }
  return {
    live,
    stop() {
      process.off('SIGINT', quit);
      process.off('SIGTERM', quit);
      if (!live) return;
      stdin.off('data', heard);
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}

const CONTROL_C = '\u0003';
const CONTROL_D = '\u0004';
