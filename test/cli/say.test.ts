/** What is said of files on the way to a person: in the order of the code, nothing twice. */
import { expect, test } from 'vitest';
import { folderOf, yieldchart } from './terminal.ts';

test('of several of one code, why it is so and the way out stand once, with the last; each file is told in the order of its lines', async () => {
  const cwd = folderOf({
    'saga.js': "import { call, put } from 'far';\nexport function* saga() {\n  try {\n    yield call(1);\n    yield put(2);\n  } catch (error) {\n    yield put(3);\n  }\n}\n",
  });
  const { err } = await yieldchart('export saga.js --to mermaid', cwd);
  expect([...err.matchAll(/^imprecise state-name-unknown saga\.js:(\d+)/gm)].map(([, line]) => line)).toEqual(['4', '5', '7']);
  expect(err.match(/^Why: A state is named by the value it yields/gm)).toHaveLength(1);
  expect(err.match(/^Fix: Give the variable a type/gm)).toHaveLength(1);
  expect(err.trimEnd()).toMatch(/\n\nWhy: .*\nFix: .*$/);
});
