import { describe, expect, test } from 'vitest';
import { createRecorders, outsideRecorders, replaceGlobals } from '../../src/check/index.ts';

describe('recorders', () => {
  test('write down each call, answered as the script says', () => {
    const recorders = createRecorders(replaceGlobals);
    const check = recorders.recorder('check', [() => false, () => true]);
    const { calls, answered, result } = recorders.run([1], 0, () => [check('7'), check({ id: 8 })]);
    expect(result).toEqual([true, false]);
    expect(calls).toEqual(["check('7') → true", 'check({ id: 8 }) → false']);
    expect(answered).toEqual([{ choice: 1, of: 2 }, { choice: 0, of: 2 }]);
  });

  test('stand in for what is global, for their time only', () => {
    const before = [console.log, setTimeout, Math.random, Date, fetch, process.exit];
    const recorders = createRecorders(replaceGlobals);
    const seen = recorders.during(() =>
      recorders.run([2], 1000, () => {
        console.log('to nobody', 1);
        setTimeout(() => {}, 5);
        return [Math.random(), Date.now(), new Date() instanceof Date, new Date(0).getTime(), new Date(2000, 0).getFullYear()];
      }),
    );
    expect(seen.calls).toEqual(["console.log('to nobody', 1)", 'setTimeout(function (anonymous), 5)', 'Math.random() → 0.999']);
    expect(seen.result).toEqual([0.999, 2000, true, 0, 2000]);
    expect(seen.clock).toBe(3000);
    expect([console.log, setTimeout, Math.random, Date, fetch, process.exit]).toEqual(before);
  });

  test('give the globals back when the work throws', () => {
    const { log } = console;
    expect(() => createRecorders(replaceGlobals).during(() => JSON.parse('no'))).toThrow(SyntaxError);
    expect(console.log).toBe(log);
  });

  test('stand for what a module makes of a package while it is loaded: a schema, a client', () => {
    const recorders = createRecorders(replaceGlobals);
    const z = outsideRecorders(recorders)('zod') as { string: () => { optional: () => { parse: (text: string) => unknown } } };
    const schema = z.string().optional();
    expect(recorders.run([], 0, () => schema.parse('x')).calls).toEqual(["zod.string().optional().parse('x') → undefined"]);
  });

  test('stand for a package, whatever is done with it; not for xstate', () => {
    const recorders = createRecorders(replaceGlobals);
    const outside = outsideRecorders(recorders);
    expect(outside('xstate')).toBeUndefined();
    expect(outside('yieldchart/xstate')).toBeUndefined();
    const fs = outside('node:fs') as { readFileSync(path: string): unknown; promises: { open(): unknown }; Stream: new () => object };
    const { calls } = recorders.run([1], 0, () => {
      class Mine extends fs.Stream {}
      return [fs.readFileSync('a'), fs.promises.open(), new Mine() instanceof Mine, `${String(fs)}`];
    });
    expect(calls).toEqual(["node:fs.readFileSync('a') → true", 'node:fs.promises.open() → undefined', 'new node:fs.Stream()']);
  });

  test('cut a step short that calls outside without end', () => {
    const recorders = createRecorders(replaceGlobals);
    const ready = recorders.recorder('ready', [() => false]);
    const run = recorders.run([], 0, () => {
      try {
        while (!ready());
        return 'ready';
      } catch {
        return 'cut';
      }
    });
    expect(run).toMatchObject({ result: 'cut', tooMany: true });
  });
});
