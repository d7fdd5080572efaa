/** Undo and redo: a past, a present and a future. What can be undone and redone is what the machine is called. */
interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

type Strokes = readonly string[];

function remember<T>({ past, present }: History<T>, next: T): History<T> {
  return { past: [...past, present], present: next, future: [] };
}

function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: past[past.length - 1]!, future: [present, ...future] };
}

function redo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  const [next, ...rest] = future;
  return { past: [...past, present], present: next!, future: rest };
}

function nameOf({ past, future }: History<unknown>) {
  if (past.length === 0) return future.length === 0 ? 'blank' : 'all undone';
  return future.length === 0 ? 'latest' : 'partly undone';
}

type DrawingEvent = { type: 'draw'; stroke: string } | { type: 'undo' } | { type: 'redo' } | { type: 'save' };

export function* drawingHistory(): Generator<ReturnType<typeof nameOf>, Strokes, DrawingEvent> {
  let history: History<Strokes> = { past: [], present: [], future: [] };
  while (true) {
    const event: DrawingEvent = yield nameOf(history);
    switch (event.type) {
      case 'draw':
        history = remember(history, [...history.present, event.stroke]);
        break;
      case 'undo':
        history = undo(history);
        break;
      case 'redo':
        history = redo(history);
        break;
      case 'save':
        return history.present;
    }
  }
}

export const samples = {
  drawingHistory: { events: [{ type: 'draw', stroke: 'line' }, { type: 'undo' }, { type: 'redo' }, { type: 'save' }] },
};
