/** The states of each gallery machine, drawn by hand before the compiler was asked, held against what it draws. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { byHand } from './by-hand.ts';

const files = readdirSync('machines').filter((file) => file.endsWith('.ts')).map((file) => `machines/${file}`);
const { machines, diagnostics } = compile(files, { read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined) });

describe('the compiler draws what a person would', () => {
  it('has something to say of every machine of the gallery, and nothing against any', () => {
    expect(diagnostics).toEqual([]);
    expect(machines.flatMap((machine) => machine.diagnostics).filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(machines.map((machine) => machine.name).sort()).toEqual(Object.keys(byHand).sort());
  });

  for (const machine of machines) {
    it(`${machine.name} waits where a person would say it waits`, () => {
      const states = machine.chart!.states;
      expect(states.filter((state) => state.kind === 'atomic').map((state) => state.id).sort()).toEqual([...byHand[machine.name]!.states].sort());
      expect(states.filter((state) => state.kind === 'final').map((state) => state.id).sort()).toEqual([...byHand[machine.name]!.finals].sort());
    });
  }
});
