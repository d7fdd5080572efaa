/**
 * `npm run fuzz -- --programs N --seed S`: random programs, each failure shrunk, two of each kind told.
 *
 * `--workers` processes share the work, one for each core unless said otherwise.
 *
 * `npm run fuzz -- FILES…` replays programs that were found instead: each exports the generator `m`, and `events`.
 *
 * `--without try,finally,inside,opaque,anything` leaves constructs out, `--mask PATTERN` programs, and `--skip TEXT` kinds of failure: to search past what is known.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { campaign } from './crew.ts';
import { everyday, type Weights } from './grammar.ts';
import { replay } from './replay.ts';
import { summary } from './report.ts';

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    programs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    workers: { type: 'string' },
    without: { type: 'string', default: '' },
    skip: { type: 'string', multiple: true, default: [] },
    mask: { type: 'string' },
  },
});

const left: Record<string, Partial<Weights>> = { try: { try: 0 }, finally: { finally: 0 }, inside: { inside: false }, opaque: { opaque: 0 }, anything: { withoutAlphabets: [6] } };
const weights = values.without.split(',').reduce((sofar, name) => ({ ...sofar, ...left[name] }), everyday);

if (files.length > 0) {
  for (const file of files) {
    const verdict = replay(readFileSync(file, 'utf8'));
    console.log(`${file}: ${verdict.kind === 'failed' ? `${verdict.what}: ${verdict.about}\n\n${verdict.story}\n` : verdict.kind}`);
    if (verdict.kind !== 'same') process.exitCode = 1;
  }
} else {
  const made = await bundle();
  const done = await campaign(made, {
    programs: Number(values.programs),
    seed: Number(values.seed),
    ...(values.workers !== undefined && { workers: Number(values.workers) }),
    weights,
    skip: values.skip,
    ...(values.mask !== undefined && { mask: values.mask }),
    told: (failure) => console.log(`—— ${failure}\n`),
  });
  made.remove();
  console.log(summary(done));
  process.exitCode = done.failures.length > 0 ? 1 : 0;
}
