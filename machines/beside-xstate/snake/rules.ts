/** The rules of snake, on a square board: where a step leads, what it hits, and where the next bite lies. */
export type Direction = 'up' | 'down' | 'left' | 'right';

export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** The head first. */
export type Snake = readonly Cell[];

export const hatched: Snake = [{ x: 1, y: 1 }, { x: 0, y: 1 }];

export const opposite = { up: 'down', down: 'up', left: 'right', right: 'left' } as const;

const dx = { up: 0, down: 0, left: -1, right: 1 } as const;
const dy = { up: -1, down: 1, left: 0, right: 0 } as const;

export function headOf([head]: Snake, direction: Direction): Cell {
  return { x: head!.x + dx[direction], y: head!.y + dy[direction] };
}

export function crashes(snake: Snake, { x, y }: Cell, size: number): boolean {
  return x < 0 || x >= size || y < 0 || y >= size || snake.some((cell) => cell.x === x && cell.y === y);
}

export function eats({ x, y }: Cell, food: Cell): boolean {
  return x === food.x && y === food.y;
}

/** A free cell, and always the same one for the same snake. */
export function foodFor(snake: Snake, size: number): Cell {
  const cells = Array.from({ length: size * size }, (_, at) => ({ x: at % size, y: Math.floor(at / size) }));
  const free = cells.filter((cell) => !snake.some(({ x, y }) => cell.x === x && cell.y === y));
  return free[(snake.length * 7) % free.length] ?? hatched[0]!;
}
