/** A printer with a queue in front of it. The queue is a class of this module, as one has in every project. */
class Queue<T> {
  private items: T[] = [];

  enqueue(item: T): void {
    this.items.push(item);
  }

  dequeue(): T | undefined {
    return this.items.shift();
  }

  peek(): T | undefined {
    return this.items[0];
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }
}

type State = 'idle' | 'printing' | 'jammed';
type PrinterEvent = { type: 'submit'; name: string } | { type: 'printed' } | { type: 'jammed' } | { type: 'cleared' };

export function* printQueue(print: (name: string | undefined) => void): Generator<State, never, PrinterEvent> {
  const jobs = new Queue<string>();
  let state = 'idle' as State;
  const start = () => {
    print(jobs.peek());
    state = 'printing';
  };

  while (true) {
    const event: PrinterEvent = yield state;
    switch (event.type) {
      case 'submit':
        jobs.enqueue(event.name);
        if (state === 'idle') start();
        break;
      case 'printed':
        if (state !== 'printing') break;
        jobs.dequeue();
        if (jobs.isEmpty) state = 'idle';
        else start();
        break;
      case 'jammed':
        if (state === 'printing') state = 'jammed';
        break;
      case 'cleared':
        if (state === 'jammed') start();
        break;
    }
  }
}

export const samples = {
  printQueue: {
    args: [() => {}],
    events: [{ type: 'submit', name: 'a.pdf' }, { type: 'submit', name: 'b.pdf' }, { type: 'printed' }, { type: 'jammed' }, { type: 'cleared' }],
  },
};
