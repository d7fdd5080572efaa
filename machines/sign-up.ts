/** A form in steps, forward and back. Shows an index into a list of names: each value of it is a state. */
const steps = ['account', 'address', 'payment', 'review'] as const;

type Answers = Readonly<Record<string, string>>;
type SignUpEvent = { type: 'next'; answers: Answers } | { type: 'back' } | { type: 'cancel' };

export function* signUp(known: Answers = {}): Generator<(typeof steps)[number], Answers | 'cancelled', SignUpEvent> {
  let answers = known;
  let step = 0;
  while (step < steps.length) {
    const event = yield steps[step]!;
    switch (event.type) {
      case 'next':
        answers = { ...answers, ...event.answers };
        step += 1;
        break;
      case 'back':
        if (step > 0) step -= 1;
        break;
      case 'cancel':
        return 'cancelled';
    }
  }
  return answers;
}

export const samples = {
  signUp: {
    args: [{ country: 'PT' }],
    events: [{ type: 'next', answers: { name: 'Ada' } }, { type: 'back' }, { type: 'cancel' }],
  },
};
