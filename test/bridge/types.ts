/** Not run: compiled, like the types of the runtime. Every line under `@ts-expect-error` must fail to compile. */
import { expectTypeOf } from 'vitest';
import { createActor } from 'xstate';
import { atm } from '../../machines/atm.ts';
import { demo } from '../../machines/demo.ts';
import { login } from '../../machines/login.ts';
import { order } from '../../machines/order.ts';
import { runningAverage } from '../../machines/running-average.ts';
import { thermostat } from '../../machines/thermostat.ts';
import { trafficLight } from '../../machines/traffic-light.ts';
import { type BareEvent, fromCoroutine, type InputOf, returned, type ReturnedEvent, sent, thrown, yielded } from '../../src/xstate.ts';

expectTypeOf(sent('next')).toEqualTypeOf<{ readonly type: 'next' }>();
expectTypeOf(sent('xstate.stop')).toEqualTypeOf<BareEvent<'xstate.stop'>>();
expectTypeOf(sent('next' as string)).toEqualTypeOf<{ readonly type: string } | BareEvent<string>>();
expectTypeOf(sent({ type: 'try', ok: true })).toEqualTypeOf<{ type: 'try'; ok: boolean }>();
expectTypeOf(sent(42 as number | null)).toEqualTypeOf<BareEvent<number> | BareEvent<null>>();
expectTypeOf(returned(1)).toEqualTypeOf<ReturnedEvent<number>>();

const light = createActor(fromCoroutine(trafficLight)).start();
light.send(sent('next'));
light.send({ type: 'next' });
light.send(thrown(new Error('any error')));
expectTypeOf(light.getSnapshot().value).toEqualTypeOf<'RED' | 'GREEN' | 'YELLOW' | undefined>();
expectTypeOf(yielded(light.getSnapshot())).toEqualTypeOf<'RED' | 'GREEN' | 'YELLOW' | undefined>();
// @ts-expect-error: not an event of the machine
light.send(sent('stop'));
// @ts-expect-error: an event, not the string
light.send('next');
// @ts-expect-error: it never returns
light.send(returned('RED'));
// @ts-expect-error: it takes no input
createActor(fromCoroutine(trafficLight), { input: 1 });

const average = createActor(fromCoroutine(runningAverage)).start();
average.send(sent(10));
average.send(sent(null));
average.send(returned());
// @ts-expect-error: not a number
average.send(sent('ten'));

createActor(fromCoroutine(demo)).send(sent({ anything: 'at all' }));

const session = createActor(fromCoroutine(login, { objects: 'all' }), { input: 5 }).start();
session.send(sent({ type: 'try', ok: true }));
session.send(sent({ type: 'logout' }));
createActor(fromCoroutine(login, { objects: ['logout'] }));
// @ts-expect-error: it has an event without fields: is that an object or a string?
fromCoroutine(login);
// @ts-expect-error: an event with fields is an object anyway
fromCoroutine(login, { objects: ['try'] });
// @ts-expect-error: not the type of the input
createActor(fromCoroutine(login, { objects: 'all' }), { input: 'five' });
// @ts-expect-error: a field is missing
session.send(sent({ type: 'try' }));
fromCoroutine(thermostat);

createActor(fromCoroutine(order, { objects: 'all' }), { input: ['o-1', 'tea', 'cup'] });
// @ts-expect-error: several arguments stand in an array
createActor(fromCoroutine(order, { objects: 'all' }), { input: 'o-1' });
// @ts-expect-error: the input is needed
createActor(fromCoroutine(atm, { objects: 'all' }));

expectTypeOf<InputOf<[]>>().toEqualTypeOf<undefined>();
expectTypeOf<InputOf<[limit: number]>>().toEqualTypeOf<number>();
expectTypeOf<InputOf<[limit?: number]>>().toEqualTypeOf<number | [limit?: number] | undefined>();
expectTypeOf<InputOf<[list: string[]]>>().toEqualTypeOf<[list: string[]]>();
expectTypeOf<InputOf<[from: number, by?: number]>>().toEqualTypeOf<[from: number, by?: number]>();
