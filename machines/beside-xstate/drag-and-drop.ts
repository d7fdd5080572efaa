/** Dragging a box with the pointer, along one axis while shift is held. Escape puts it back. */
interface Point {
  readonly x: number;
  readonly y: number;
}

type DragEvent =
  | { type: 'pointer down' | 'pointer move'; x: number; y: number }
  | { type: 'pointer up' | 'shift down' | 'shift up' | 'escape' };

export function* dragAndDrop(
  show: (box: Point) => void,
  drop: (box: Point) => void,
): Generator<'idle' | 'free' | 'locked', never, DragEvent> {
  let box: Point = { x: 0, y: 0 };
  while (true) {
    const grip = yield 'idle';
    if (grip.type !== 'pointer down') continue;

    const home = box;
    let state: 'free' | 'locked' = 'free';
    dragging: while (true) {
      const event: DragEvent = yield state;
      switch (event.type) {
        case 'pointer move':
          if (state === 'free') box = { x: home.x + event.x - grip.x, y: home.y + event.y - grip.y };
          else box = { x: home.x + event.x - grip.x, y: home.y };
          show(box);
          break;
        case 'shift down':
          state = 'locked';
          break;
        case 'shift up':
          state = 'free';
          break;
        case 'pointer up':
          drop(box);
          break dragging;
        case 'escape':
          box = home;
          show(box);
          break dragging;
      }
    }
  }
}
