/** Dragging with a pointer: it only becomes a drag when the pointer has moved far enough. */
type PointerInput = { type: 'down' | 'move' | 'up'; x: number; y: number } | { type: 'cancel' };

const THRESHOLD = 5;

export function* dragAndDrop(
  moveGhost: (dx: number, dy: number) => void,
  drop: (x: number, y: number) => void,
): Generator<'idle' | 'pressed' | 'dragging', never, PointerInput> {
  idle: while (true) {
    const start = yield 'idle';
    if (start.type !== 'down') continue;

    let event: PointerInput;
    do {
      event = yield 'pressed';
      if (event.type === 'up' || event.type === 'cancel') continue idle;
    } while (event.type !== 'move' || Math.hypot(event.x - start.x, event.y - start.y) < THRESHOLD);

    while (true) {
      if (event.type === 'move') {
        const { x, y } = event;
        moveGhost(x - start.x, y - start.y);
      } else if (event.type === 'up') {
        drop(event.x, event.y);
        break;
      } else if (event.type === 'cancel') {
        moveGhost(0, 0);
        break;
      }
      event = yield 'dragging';
    }
  }
}
