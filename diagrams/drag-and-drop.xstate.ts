import { assign, setup } from 'xstate';

interface Point {
  readonly x: number;
  readonly y: number;
}

type PointerDown = { type: 'pointer down'; x: number; y: number };
type PointerMove = { type: 'pointer move'; x: number; y: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

/** The value and all that can be reached from it, copied as one: what was shared stays shared, prototypes stay. */
function copy<T>(value: T, copies = new Map<unknown, unknown>()): T {
  if (typeof value !== 'object' || value === null) return value;
  if (copies.has(value)) return copies.get(value) as T;
  let made: any;
  if (Array.isArray(value)) made = [];
  else if (value instanceof Map) made = new Map();
  else if (value instanceof Set) made = new Set();
  else if (value instanceof Date) made = new Date(value);
  else if (value instanceof RegExp) made = new RegExp(value);
  else if (Object.prototype.toString.call(value) === '[object Object]') made = {};
  else return value;
  copies.set(value, Object.setPrototypeOf(made, Object.getPrototypeOf(value)));
  if (value instanceof Map) value.forEach((item, key) => Map.prototype.set.call(made, copy(key, copies), copy(item, copies)));
  if (value instanceof Set) value.forEach((item) => Set.prototype.add.call(made, copy(item, copies)));
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)!;
    Object.defineProperty(made, key, 'value' in property ? { ...property, value: copy(property.value, copies) } : property);
  }
  return made;
}

export const dragAndDrop = setup({
  types: {
    context: {} as {
      show: (box: Point) => void;
      drop: (box: Point) => void;
      box: { x: number; y: number };
      grip:
        | { type: 'pointer down' | 'pointer move'; x: number; y: number }
        | { type: 'pointer up' | 'shift down' | 'shift up' | 'escape' };
      home: { x: number; y: number };
    },
    events: {} as
      | PointerDown
      | PointerMove
      | { type: 'pointer up' }
      | { type: 'shift down' }
      | { type: 'shift up' }
      | { type: 'escape' }
      | Thrown
      | Returned,
    input: {} as [show: (box: Point) => void, drop: (box: Point) => void],
    output: {} as {} | null | undefined,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'grip = event, home = box': assign(({ context, event: message }) => {
      const { box } = context;
      let { grip, home } = context;
      const event = message as PointerDown;
      grip = event;
      home = box;
      return { grip, home };
    }),
    'box = { x: home.x + event.x - grip.x, y: home.y + event.y - gri…': assign(({ context, event: message }) => {
      const { grip, show } = context;
      let { box, home } = copy({ box: context.box, home: context.home });
      const event = message as PointerMove;
      box = { x: home.x + event.x - (grip as { type: 'pointer down' | 'pointer move'; x: number; y: number }).x, y: home.y + event.y - (grip as { type: 'pointer down' | 'pointer move'; x: number; y: number }).y };
      show(box);
      return { box, home };
    }),
    'drop(box)': assign(({ context }) => {
      const { drop } = context;
      const { box, home } = copy({ box: context.box, home: context.home });
      drop(box);
      return { box, home };
    }),
    'box = home, show(home)': assign(({ context }) => {
      const { show } = context;
      let { box, home } = copy({ box: context.box, home: context.home });
      box = home;
      show(home);
      return { box, home };
    }),
    'box = { x: home.x + event.x - grip.x, y: home.y }, show(box)': assign(({ context, event: message }) => {
      const { grip, show } = context;
      let { box, home } = copy({ box: context.box, home: context.home });
      const event = message as PointerMove;
      box = { x: home.x + event.x - (grip as { type: 'pointer down' | 'pointer move'; x: number; y: number }).x, y: home.y };
      show(box);
      return { box, home };
    }),
  },
}).createMachine({
  id: 'dragAndDrop',
  description: 'Dragging a box with the pointer, along one axis while shift is held. Escape puts it back.',
  context: ({ input: [show, drop] }) =>
    ({ show, drop, box: { x: 0, y: 0 }, grip: undefined!, home: undefined! }),
  initial: 'idle',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    idle: {
      meta: { yields: 'idle', at: 'machines/beside-xstate/drag-and-drop.ts:17:18' },
      on: { 'pointer down': { target: 'free', actions: 'grip = event, home = box' } },
    },
    free: {
      meta: { yields: 'free', at: 'machines/beside-xstate/drag-and-drop.ts:23:32' },
      on: {
        'pointer move': {
          target: 'free',
          actions: 'box = { x: home.x + event.x - grip.x, y: home.y + event.y - gri…',
        },
        'pointer up': { target: 'idle', actions: 'drop(box)' },
        'shift down': { target: 'locked' },
        escape: { target: 'idle', actions: 'box = home, show(home)' },
      },
    },
    locked: {
      meta: { yields: 'locked', at: 'machines/beside-xstate/drag-and-drop.ts:23:32' },
      on: {
        'pointer move': {
          target: 'locked',
          actions: 'box = { x: home.x + event.x - grip.x, y: home.y }, show(box)',
        },
        'pointer up': { target: 'idle', actions: 'drop(box)' },
        'shift up': { target: 'free' },
        escape: { target: 'idle', actions: 'box = home, show(home)' },
      },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
