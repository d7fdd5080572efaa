/**
 * What a watcher shows: what changed, what is said of it, what was written, how long it took. On a terminal that a person watches, each time
 * on an empty screen; else line by line.
 */
import { palette } from '../../diagnostic/colour.ts';
import { counted } from '../say/count.ts';
import { type Stream, print } from '../say/terminal.ts';

export interface Screen {
  /** Before anything else is said of a round. `changed`: the files, as they are shown. */
  begin(changed: readonly string[]): void;
  /** `words` sum up; `isFine`: nothing is broken or refused. */
  end(words: string, isFine: boolean, milliseconds: number): void;
}

export function createScreen(out: Stream, hasKeys: boolean): Screen {
  const { bold, dim, green, red, cyan } = palette(out.colour);
  const rounds = { count: 0 };
  return {
    begin(changed) {
      rounds.count += 1;
      if (out.live) out.write(CLEAR);
      const shown = changed.length > MOST ? [...changed.slice(0, MOST), `${counted(changed.length - MOST, 'file')} more`] : changed;
      out.write(` ${bold(cyan(rounds.count === 1 ? 'WATCH' : 'AGAIN'))} ${shown.join(', ')}`.trimEnd() + '\n\n');
    },
    end(words, isFine, milliseconds) {
      const label = isFine ? bold(green('PASS')) : bold(red('FAIL'));
      const hints = hasKeys ? [`       ${dim('press')} ${bold('r')} ${dim('to do all again, press')} ${bold('q')} ${dim('to quit')}`] : [];
      print(out, [` ${words}`, ` ${dim('Time')} ${Math.round(milliseconds)} ms`, '', ` ${label} ${isFine ? '' : 'Something is wrong. '}Waiting for file changes...`, ...hints, ''].join('\n'));
    },
  };
}

/** The screen and what was scrolled off it, and back to its start. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';
const MOST = 4;
