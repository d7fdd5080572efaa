/**
 * `npm run fuzz -- --programs N --seed S`: random programs, each failure reduced, two of each kind told. `--from I` begins
 * with the program of that number.
 *
 * `--workers` processes share the work, one for each core unless said otherwise. `--minutes` ends it early. `--docs` writes what it came to into docs/fuzzing.md.
 *
 * `npm run fuzz -- FILES…` replays programs that were found instead: each exports the generator `m`, and `events`.
 *
 * `--without NAME,…` leaves forms out, `--mask PATTERN` programs, and `--skip TEXT` kinds of failure: to search past what is known.
 * `--show TEXT` reduces and tells programs that come to this, as if they failed: `--show loop-can-spin`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { campaign } from './crew.ts';
import { replay } from './replay.ts';
import { page, summary } from './report.ts';

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    programs: { type: 'string', default: '2000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    workers: { type: 'string' },
    minutes: { type: 'string' },
    docs: { type: 'boolean', default: false },
    without: { type: 'string', default: '' },
    skip: { type: 'string', multiple: true, default: [] },
    mask: { type: 'string' },
    show: { type: 'string' },
  },
});

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
    from: Number(values.from),
    seed: Number(values.seed),
    ...(values.workers !== undefined && { workers: Number(values.workers) }),
    ...(values.minutes !== undefined && { minutes: Number(values.minutes) }),
    without: values.without.split(',').filter((name) => name !== ''),
    skip: values.skip,
    ...(values.show !== undefined && { show: values.show }),
    ...(values.mask !== undefined && { mask: values.mask }),
    told: (failure) => console.log(`—— ${failure}\n`),
  });
  made.remove();
  console.log(summary(done));
  if (values.docs) writeFileSync('docs/fuzzing.md', page(done));
  process.exitCode = done.failures.length > 0 ? 1 : 0;
}
