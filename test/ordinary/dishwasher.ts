/** A dishwasher: for each phase a function that is told the signal and answers with the next phase. */
type Phase = 'idle' | 'washing' | 'rinsing' | 'drying' | 'door open';
type Signal = 'start' | 'timer' | 'open' | 'shut' | 'cancel';

const program: { readonly [P in Phase]: (signal: Signal) => Phase } = {
  idle: (signal) => (signal === 'start' ? 'washing' : 'idle'),

  washing(signal) {
    switch (signal) {
      case 'timer':
        return 'rinsing';
      case 'open':
        return 'door open';
      case 'cancel':
        return 'idle';
      default:
        return 'washing';
    }
  },

  rinsing: (signal) => ({ timer: 'drying', open: 'door open', cancel: 'idle', start: 'rinsing', shut: 'rinsing' } as const)[signal],

  drying: (signal) => {
    if (signal === 'timer' || signal === 'open') return 'idle';
    return 'drying';
  },

  // The water is cold by then: it begins anew.
  'door open': (signal) => (signal === 'shut' ? 'washing' : signal === 'cancel' ? 'idle' : 'door open'),
};

export function* dishwasher(): Generator<Phase, never, Signal> {
  let phase: Phase = 'idle';
  while (true) phase = program[phase](yield phase);
}
