// Types from elsewhere.
import type { Ev, Pressed as Press, Of } from './events';
import { Color, STATES, Light, type Klass, type Shown, make, type Renamed } from './events';
import type Default from './events';
import * as events from './events';
import type * as types from './more';
import { all, type Event, NAMES, type State, type More, type Key, type Local, type Both } from './more';
import type { default as Passed } from './more';
import table from './default-const';
import type Events from './default-type';
import { Space } from './events';
import req = require('./events');
type State2 = import('./events').State;
type Color2 = Color.Red;

export function* ev(): Generator<Ev['type'], void, Ev> {}
export function* press(): Generator<'s', void, Press | Of<'of', { n: 1 }>> {}
export function* color(): Generator<Color, void, Color2> {}
export function* states(): Generator<(typeof STATES)[number], void, State2> {}
export function* light(): Generator<Light, void, keyof typeof Light> {}
export function* klass(): Generator<'s', void, Klass> {}
export function* shown(): Generator<Shown, void, Renamed> {}
export function* byDefault(): Generator<'s', void, Default | Passed> {}
export function* space(): Generator<events.State, void, events.Ev | events.Color.Blue> {}
export function* spaceDeep(): Generator<events.Space.Inner, void, Space.Inner> {}
export function* typeSpace(): Generator<types.State, void, types.all.State> {}
export function* allSpace(): Generator<all.Light, void, typeof all.Light.RED> {}
export function* event(): Generator<(typeof NAMES)[0], void, Event> {}
export function* over(): Generator<State, void, More> {}
export function* key(): Generator<'s', void, Key> {}
export function* local(): Generator<Local, void, Both> {}
export function* tableT(): Generator<keyof typeof table, void, (typeof table)['a' | 'b']> {}
export function* defaultType(): Generator<'s', void, Events> {}
export function* made(): Generator<'s', void, ReturnType<typeof make>> {}
export function* required(): Generator<req.State, void, req.Ev> {}
export function* imported(): Generator<import('./events').Light, void, import('./more').Event> {}
export function* importedOf(): Generator<'s', void, import('./events').Of<'x', { y: 1 }>> {}
export function* importedDeep(): Generator<'s', void, import('./events').Space.Inner> {}
export function* importedTypeof(): Generator<'s', void, (typeof import('./events'))['STATES'][number]> {}
export function* importedDefault(): Generator<'s', void, import('./default-type').default> {}
export function* missing(): Generator<'s', void, typeof events.STATES | keyof typeof events.Light> {}
export function* excluded(): Generator<Exclude<Color, Color.Red>, void, Extract<Ev, { n: number }>> {}
export function shadowed() { type Ev = 'shadow'; return function* inner(): Generator<'s', void, Ev | Press> {}; }
