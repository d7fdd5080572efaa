/** Messages that pop up one after the other, each until it times out or is waved away. */
type ToastEvent = { type: 'show'; text: string } | { type: 'timeout' } | { type: 'dismiss' } | { type: 'clear' };

export function* toastQueue(render: (text: string | null) => void): Generator<'empty' | 'showing', never, ToastEvent> {
  const queue: string[] = [];

  while (true) {
    const first = yield 'empty';
    if (first.type !== 'show') continue;
    queue.push(first.text);

    while (queue.length > 0) {
      render(queue[0]!);
      let event: ToastEvent;
      do {
        event = yield 'showing';
        if (event.type === 'show' && !queue.includes(event.text)) queue.push(event.text);
      } while (event.type === 'show');
      if (event.type === 'clear') queue.length = 0;
      else queue.shift();
    }
    render(null);
  }
}
