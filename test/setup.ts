/**
 * Random tests draw the same examples on every run, so that a commit is judged by what it changes. `SEED=7 npm test` draws others.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });
