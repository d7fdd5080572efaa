import { assign, setup } from 'xstate';
import { hatched, foodFor, crashes, headOf, eats } from '../machines/beside-xstate/snake/rules.ts';
import type { Snake, Cell } from '../machines/beside-xstate/snake/rules.ts';

type Turn = { type: 'turn'; to: 'up' | 'down' | 'left' | 'right' };
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

export const snakeGame = setup({
  types: {
    context: {} as {
      size: number;
      draw: (board: { snake: Snake; food: Cell }) => void;
      snake: any;
      food: { x: number; y: number };
    },
    events: {} as { type: 'tick' } | Turn | { type: 'restart' } | Thrown | Returned,
    input: {} as [size: number, draw: (board: { snake: Snake; food: Cell }) => void],
    output: {} as {} | null | undefined,
  },
  guards: {
    "crashes(snake, headOf(snake, 'right'), size)": ({ context }) =>
      Boolean(crashes(context.snake, headOf(context.snake, 'right'), context.size)),
    "event.to === 'up'": ({ event }) => (event as Turn).to === 'up',
    "event.to === 'down'": ({ event }) => (event as Turn).to === 'down',
    "crashes(snake, headOf(snake, 'up'), size)": ({ context }) =>
      Boolean(crashes(context.snake, headOf(context.snake, 'up'), context.size)),
    "event.to === 'left'": ({ event }) => (event as Turn).to === 'left',
    "event.to === 'right'": ({ event }) => (event as Turn).to === 'right',
    "crashes(snake, headOf(snake, 'left'), size)": ({ context }) =>
      Boolean(crashes(context.snake, headOf(context.snake, 'left'), context.size)),
    "crashes(snake, headOf(snake, 'down'), size)": ({ context }) =>
      Boolean(crashes(context.snake, headOf(context.snake, 'down'), context.size)),
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    "let head = headOf(snake, 'right'), …": assign(({ context }) => {
      const { size } = context;
      let { draw } = context;
      let { food, snake } = copy({ food: context.food, snake: context.snake });
      let head = headOf(snake, 'right');
      if (eats(head, food)) {
        snake = [head, ...snake];
        food = foodFor(snake, size);
      } else {
        snake = [head, ...snake.slice(0, -1)];
      }
      draw({ snake: snake, food: food });
      return { draw, food, snake };
    }),
    "let head = headOf(snake, 'up'), …": assign(({ context }) => {
      const { size } = context;
      let { draw } = context;
      let { food, snake } = copy({ food: context.food, snake: context.snake });
      let head = headOf(snake, 'up');
      if (eats(head, food)) {
        snake = [head, ...snake];
        food = foodFor(snake, size);
      } else {
        snake = [head, ...snake.slice(0, -1)];
      }
      draw({ snake: snake, food: food });
      return { draw, food, snake };
    }),
    "let head = headOf(snake, 'left'), …": assign(({ context }) => {
      const { size } = context;
      let { draw } = context;
      let { food, snake } = copy({ food: context.food, snake: context.snake });
      let head = headOf(snake, 'left');
      if (eats(head, food)) {
        snake = [head, ...snake];
        food = foodFor(snake, size);
      } else {
        snake = [head, ...snake.slice(0, -1)];
      }
      draw({ snake: snake, food: food });
      return { draw, food, snake };
    }),
    "let head = headOf(snake, 'down'), …": assign(({ context }) => {
      const { size } = context;
      let { draw } = context;
      let { food, snake } = copy({ food: context.food, snake: context.snake });
      let head = headOf(snake, 'down');
      if (eats(head, food)) {
        snake = [head, ...snake];
        food = foodFor(snake, size);
      } else {
        snake = [head, ...snake.slice(0, -1)];
      }
      draw({ snake: snake, food: food });
      return { draw, food, snake };
    }),
    'snake = hatched, …': assign(({ context }) => {
      const { size, draw } = context;
      let { food, snake } = copy({ food: context.food, snake: context.snake });
      snake = hatched;
      food = foodFor(snake, size);
      draw({ snake: snake, food: food });
      return { food, snake };
    }),
  },
}).createMachine({
  id: 'snakeGame',
  description: 'Snake: a step with each tick, longer with each bite, over when it hits the wall or itself.',
  context: ({ input: [size, draw] }) => ({ size, draw, snake: undefined!, food: undefined! }),
  initial: { target: 'moving right', actions: 'snake = hatched, …' },
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    'moving right': {
      meta: { yields: 'moving right', at: 'machines/beside-xstate/snake-game.ts:17:33' },
      on: {
        tick: [
          { guard: "crashes(snake, headOf(snake, 'right'), size)", target: 'game over' },
          { target: 'moving right', actions: "let head = headOf(snake, 'right'), …" },
        ],
        turn: [
          { guard: "event.to === 'up'", target: 'moving up' },
          { guard: "event.to === 'down'", target: 'moving down' },
        ],
      },
    },
    'moving up': {
      meta: { yields: 'moving up', at: 'machines/beside-xstate/snake-game.ts:17:33' },
      on: {
        tick: [
          { guard: "crashes(snake, headOf(snake, 'up'), size)", target: 'game over' },
          { target: 'moving up', actions: "let head = headOf(snake, 'up'), …" },
        ],
        turn: [
          { guard: "event.to === 'left'", target: 'moving left' },
          { guard: "event.to === 'right'", target: 'moving right' },
        ],
      },
    },
    'moving left': {
      meta: { yields: 'moving left', at: 'machines/beside-xstate/snake-game.ts:17:33' },
      on: {
        tick: [
          { guard: "crashes(snake, headOf(snake, 'left'), size)", target: 'game over' },
          { target: 'moving left', actions: "let head = headOf(snake, 'left'), …" },
        ],
        turn: [
          { guard: "event.to === 'up'", target: 'moving up' },
          { guard: "event.to === 'down'", target: 'moving down' },
        ],
      },
    },
    'moving down': {
      meta: { yields: 'moving down', at: 'machines/beside-xstate/snake-game.ts:17:33' },
      on: {
        tick: [
          { guard: "crashes(snake, headOf(snake, 'down'), size)", target: 'game over' },
          { target: 'moving down', actions: "let head = headOf(snake, 'down'), …" },
        ],
        turn: [
          { guard: "event.to === 'left'", target: 'moving left' },
          { guard: "event.to === 'right'", target: 'moving right' },
        ],
      },
    },
    'game over': {
      meta: { yields: 'game over', at: 'machines/beside-xstate/snake-game.ts:31:13' },
      on: { restart: { target: 'moving right', actions: 'snake = hatched, …' } },
    },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
