/**
 * `compile --watch`: what `compile` does, and again whenever a file changes that was read or looked for. Only what the change can have
 * touched is compiled again, and only what came out differently is written. A file that does not parse is what it was when it last did.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { refuses } from '../../diagnostic/diagnostic.ts';
import { bugWords } from '../say/bug.ts';
import { type Exit, exits, UsageError } from '../command.ts';
import { shownPath } from '../read/disk.ts';
import { writtenStem } from '../write/outputs.ts';
import type { Plan } from '../write/plan.ts';
import { everythingSaid, type Reading, readingExit } from '../read/read.ts';
import { sayDiagnostics } from '../say/say.ts';
import { isFolder } from '../read/stat.ts';
import { print, type Terminal } from '../say/terminal.ts';
import { configsOf, textOf } from './configs.ts';
import { createEvents, type Happened } from './events.ts';
import { listen } from './keys.ts';
import { watchPaths } from './paths.ts';
import { beginWorld, isSameReading, type Job, readAgain, writeAgain } from './round.ts';
import { createScreen } from './screen.ts';

/** Ends when it is asked to, with exit 0; at once, as `compile` does, where a path is wrong at the start. `sum` puts into words what was written. */
export async function watchAndCompile(job: Job, terminal: Terminal, sum: (written: number, plan: Plan) => string): Promise<Exit> {
  const { cwd, out, err } = terminal;
  const begun = performance.now();
  const written = resolve(cwd, job.folder);
  let world = await beginWorld(job, cwd);
  let reading = readAgain(job, cwd, world);
  if (readingExit(reading) === exits.usage) {
    sayDiagnostics(everythingSaid(reading), reading.host, err);
    return exits.usage;
  }
  const events = createEvents();
  const keys = listen((key) => events.press(key));
  const screen = createScreen(out, keys.live);
  const watcher = await watchPaths({
    folders: job.words.map((word) => resolve(cwd, word)).filter(isFolder),
    isOutput: (path) => dirname(path) === written && writtenStem(shownPath(path, written)) !== undefined,
    happened: (path, comeOrGone) => events.note(path, comeOrGone),
    unwatched: (reason) => print(err, `yieldchart: Not everything can be watched: ${reason}. Press r, or begin again, after a change that is not seen.`),
  });

  /** Lets a person who wants to end it be heard, however much there is to write. */
  const pause = async (): Promise<void> => {
    await new Promise((done) => void setImmediate(done));
    if (events.isEndAskedFor()) throw new EndAskedFor();
  };
  const show = async (changed: readonly string[], before: Reading, start: number): Promise<void> => {
    screen.begin(changed.map((path) => shownPath(path, cwd)));
    const broken = world.texts.broken();
    sayDiagnostics(broken, world.texts.real, err);
    try {
      const { plan, said, files } = await writeAgain(job, reading, terminal, pause);
      sayDiagnostics(said, reading.host, err);
      if (broken.length + said.length > 0) out.write('\n');
      const stems = new Set(reading.machines.map(({ stem }) => stem));
      for (const { name, stem } of before.machines) if (!stems.has(stem)) print(out, `${name} is gone. Its files in ${job.folder} are left.`);
      screen.end(sum(files, plan), ![...broken, ...said].some(refuses), performance.now() - start);
    } catch (error) {
      // The disk may be put right while we wait.
      if (!(error instanceof UsageError)) throw error;
      print(err, `yieldchart: ${error.message}`);
      screen.end('Nothing more was written.', false, performance.now() - start);
    }
  };
  let configs = configsOf(world.texts.asked(), cwd);
  const late: { timer?: NodeJS.Timeout } = {};
  const follow = (): void => {
    configs = new Map([...configsOf(world.texts.asked(), cwd), ...configs]);
    const added = watcher.follow([...world.texts.asked(), ...configs.keys()]);
    // What changes after it was read, and before it is watched, tells nobody: so it is looked at again.
    const look = (): void => added.forEach((path) => events.note(path, false));
    look();
    if (added.length > 0) late.timer = setTimeout(look, LATE);
  };

  /** The disk, or we, may be put right while we wait. */
  const fail = (error: unknown, changed: readonly string[], start: number): void => {
    if (error instanceof EndAskedFor) throw error;
    follow();
    screen.begin(changed.filter((path) => existsSync(path)).map((path) => shownPath(path, cwd)));
    print(err, error instanceof UsageError ? `yieldchart: ${error.message}\n` : `${bugWords(error, `yieldchart compile ${job.words.join(' ')} --out ${job.folder} --watch`)}\n`);
    screen.end('Nothing was written.', false, performance.now() - start);
  };
  /** What a round did not come to the end of is begun anew by the next. */
  let hasFailed = false;
  const round = async ({ paths, comeOrGone, keys: pressed }: Happened, start: number): Promise<void> => {
    const settings = [...paths].filter((path) => configs.has(path) && configs.get(path) !== textOf(path));
    const isAsked = settings.length > 0 || pressed.has('r') || pressed.has('\r');
    const known = new Set([...paths].filter(world.texts.hasRead));
    const touched = isAsked ? settings : [...paths].filter((path) => world.texts.touch(path));
    const isAnew = isAsked || (hasFailed && (comeOrGone || touched.length > 0));
    if (hasFailed && !isAnew) return;
    hasFailed = true;
    if (isAnew) {
      configs = configsOf(world.texts.asked(), cwd);
      world = await beginWorld(job, cwd);
    } else if (comeOrGone) world.texts.forgetMeanings();
    const before = reading;
    reading = readAgain(job, cwd, world);
    follow();
    hasFailed = false;
    // A file that is gone, and was asked for by nobody any more, is no news.
    if (!isAnew && isSameReading(before, reading) && !touched.some((path) => existsSync(path))) return;
    await show([...touched, ...[...paths].filter((path) => world.texts.hasRead(path) && !known.has(path))], before, start);
  };

  try {
    follow();
    await show([], reading, begun);
    for (;;) {
      const happened = await events.next();
      if (happened.keys.has('q')) return exits.fine;
      const start = performance.now();
      await round(happened, start).catch((error: unknown) => fail(error, [...happened.paths], start));
    }
  } catch (error) {
    if (error instanceof EndAskedFor) return exits.fine;
    throw error;
  } finally {
    clearTimeout(late.timer);
    keys.stop();
    await watcher.close();
  }
}

class EndAskedFor extends Error {
  override readonly name = 'EndAskedFor';
}

/** Milliseconds after which whatever was asked to be watched is. */
const LATE = 500;
