/** Snake: a step with each tick, longer with each bite, over when it hits the wall or itself. */
import type { Cell, Direction, Snake } from './snake/rules.ts';
import { crashes, eats, foodFor, hatched, headOf, opposite } from './snake/rules.ts';

type SnakeEvent = { type: 'tick' } | { type: 'turn'; to: Direction } | { type: 'restart' };

export function* snakeGame(
  size: number,
  draw: (board: { snake: Snake; food: Cell }) => void,
): Generator<`moving ${Direction}` | 'game over', never, SnakeEvent> {
  while (true) {
    let direction: Direction = 'right';
    let snake = hatched;
    let food = foodFor(snake, size);
    draw({ snake, food });
    while (true) {
      const event: SnakeEvent = yield `moving ${direction}`;
      if (event.type === 'turn' && event.to !== opposite[direction]) direction = event.to;
      if (event.type !== 'tick') continue;

      const head = headOf(snake, direction);
      if (crashes(snake, head, size)) break;
      if (eats(head, food)) {
        snake = [head, ...snake];
        food = foodFor(snake, size);
      } else {
        snake = [head, ...snake.slice(0, -1)];
      }
      draw({ snake, food });
    }
    while ((yield 'game over').type !== 'restart');
  }
}
