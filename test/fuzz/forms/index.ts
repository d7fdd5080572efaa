/** Every form there is, by its name. */
import type { Form } from '../form.ts';
import { branches } from './branches.ts';
import { calls } from './calls.ts';
import { changes } from './changes.ts';
import { counts } from './counts.ts';
import { delegates } from './delegates.ts';
import { endings } from './endings.ts';
import { loops } from './loops.ts';
import { tests } from './tests.ts';
import { texts } from './texts.ts';
import { waits } from './waits.ts';
import { yielded } from './yielded.ts';

export const forms: Readonly<Record<string, Form>> = { ...texts, ...counts, ...tests, ...yielded, ...waits, ...changes, ...calls, ...branches, ...loops, ...endings, ...delegates };
