/** What is explained of a machine is what its chart has: nothing of it is left out, and nothing else is told. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diskHost } from '../src/cli/read/disk.ts';
import { charted } from '../src/cli/read/read.ts';
import { compile } from '../src/compile.ts';

const files = ['machines', 'test/fixtures'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => `${folder}/${file}`)).toSorted();

test.each(files)('the explanation of %s agrees with the chart', (file) => {
  for (const { name, chart, explanation } of charted(compile([file], diskHost('.')).machines)) {
    const told = explanation.variables.filter(({ kind }) => kind === 'context').map((variable) => variable.name);
    const had = chart.context.map((variable) => variable.name);
    const input = explanation.variables.filter(({ kind }) => kind === 'control').map((variable) => variable.name);
    expect(told.filter((one) => !had.includes(one)), `${name}: told as context, and not in the chart`).toEqual([]);
    // Of two variables of one name the chart calls the second `name2`; what input is unfolded from stays input.
    expect(had.filter((one) => !told.includes(one) && !told.includes(one.replace(/\d+$/, '')) && !(input.includes(one) && chart.parameters.some((parameter) => parameter.name === one))), `${name}: context that is not told`).toEqual([]);
    for (const { why, kind } of explanation.variables) expect(why, `${name}: ${kind}`).toMatch(/^[a-z`@]\S* ?.*[^\s,:]$/);

    const states = chart.states.filter(({ kind, id }) => kind !== 'final' && !(kind === 'choice' && chart.initial.target === id));
    expect(states.map(({ id }) => id).filter((id) => !explanation.states.some((state) => state.id === id)), `${name}: states that are not told`).toEqual([]);
    expect(explanation.states.map(({ id }) => id).filter((id) => !chart.states.some((state) => state.id === id)), `${name}: told, and no state`).toEqual([]);
    const waits = explanation.waits.map(({ file: from, line, column }) => `${from}:${line}:${column}`);
    expect(chart.states.filter(({ kind }) => kind === 'atomic').flatMap(({ places }) => places).filter((at) => !waits.includes(`${at.file}:${at.line}:${at.column}`)), `${name}: a state where nothing is yielded`).toEqual([]);
  }
});
