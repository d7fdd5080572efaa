/**
 * A compiler that remembers notes what each machine looks at. An answer that is kept elsewhere for all machines is found there without looking; and
 * in the next version of a project, it may be another. So whatever the rooms of the compiler keep by node, binding or module has to be one of these.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Answers that rest on nothing but the node's own statement. */
const ownText: Readonly<Record<string, string>> = {
  'syntax/walk.ts': 'what a node hangs below is the same in every statement that is the same',
  'syntax/lines.ts': 'where lines begin; places are moved',
  'syntax/pragma.ts': 'comments by the variables below them: who asks goes by the variable',
  'syntax/binding/scope.ts': 'the references that assign, by a reference in hand',
  'syntax/observed.ts': 'who is told that all was looked at',
  'flow/frame.ts': 'the module of a node that stands in a copy of a function',
  'flow/lower/own-call.ts': 'calls of functions within the function itself',
  'flow/lower/split.ts': 'what stands in an expression',
  'flow/contents.ts': 'what stands in a piece of syntax',
  'interpret/code/spin.ts': 'loops in a piece of syntax',
  'interpret/run/evaluate.ts': 'by what one machine knows',
  'interpret/variables/field.ts': 'a stand-in for a field of a variable of the machine',
  'interpret/values/term.ts': 'a number for each binding, to tell them apart',
  'extract/dependencies.ts': 'what a module writes into: only asked with askOfUses()',
  'extract/explain-variables.ts': 'the variables in each function',
};

/** What belongs to one machine, so that it lives no longer: where it is noted what a machine looks at, it has a project of its own. */
const ofOneMachine = /^(?:Project|Graph|Machine|Typing|Run|Block|readonly Block\[\]|Graph\['blocks'\]|Machine\['\w+'\]|Term|Known|Type|Scope|object|Chart)(?=,|$)/;

test('what outlives a machine rests on nothing but the text of its own statement', () => {
  const files = ['syntax', 'flow', 'interpret', 'extract'].flatMap((room) => readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => `${room}/${file.replaceAll('\\', '/')}`));
  const kept = files.flatMap((file) => [...readFileSync(`src/${file}`, 'utf8').matchAll(/^(?:export )?const \w+ = (?:new (?:WeakMap|WeakSet)<([^\n]*)>\(\)|Symbol\([^)]*\));$/gm)].map(([, key = 'a symbol']) => ({ file, key })));
  const wrong = kept.filter(({ file, key }) => !ofOneMachine.test(key) && !(file in ownText));
  expect(wrong.map(({ file, key }) => `${file} keeps answers by ${key}. Do they rest on other statements or modules? Then keep them with rememberedIn() of syntax/remembered.ts; else say why not in this test.`)).toEqual([]);
  // Who is gone from the code is gone from here.
  expect(Object.keys(ownText).filter((file) => !kept.some((one) => one.file === file))).toEqual([]);
});
