/** A washing machine: its phase is an enum, kept by an object that is told each signal. The valve is shut whatever happens. */
export enum Phase {
  Idle = 'idle',
  Filling = 'filling',
  Washing = 'washing',
  Spinning = 'spinning',
  Finished = 'finished',
}

type Signal = 'start' | 'full' | 'timer';

const RINSES = 2;

class Washer {
  phase = Phase.Idle;
  private rinses = 0;

  constructor(private readonly valve: (open: boolean) => void) {}

  handle(signal: Signal): void {
    switch (this.phase) {
      case Phase.Idle:
        if (signal === 'start') this.fill();
        break;
      case Phase.Filling:
        if (signal !== 'full') break;
        this.valve(false);
        this.phase = Phase.Washing;
        break;
      case Phase.Washing:
        if (signal !== 'timer') break;
        if (this.rinses < RINSES) {
          this.rinses += 1;
          this.fill();
        } else {
          this.phase = Phase.Spinning;
        }
        break;
      case Phase.Spinning:
        if (signal === 'timer') this.phase = Phase.Finished;
        break;
    }
  }

  private fill(): void {
    this.valve(true);
    this.phase = Phase.Filling;
  }
}

export function* washingMachine(valve: (open: boolean) => void): Generator<Phase, void, Signal> {
  const washer = new Washer(valve);
  try {
    while (washer.phase !== Phase.Finished) washer.handle(yield washer.phase);
  } finally {
    valve(false);
  }
}

export const samples = { washingMachine: { args: [() => {}], events: ['start', 'full', 'timer'] } };
