/** A form in three steps and a review. The server may send a step back. */
type Step = 'details' | 'address' | 'payment';
type Answers = Readonly<Record<string, string>>;

type FormEvent =
  | { type: 'next'; answers: Answers }
  | { type: 'back' | 'submit' | 'cancel' | 'accepted' }
  | { type: 'edit' | 'rejected'; step: Step };

const after = { details: 'address', address: 'payment', payment: 'reviewing' } as const;
const before = { details: 'details', address: 'details', payment: 'address' } as const;

export function* multiStepForm(
  save: (form: { answers: Answers }) => void,
): Generator<Step | 'reviewing' | 'submitting', Answers | 'cancelled', FormEvent> {
  let answers: Answers = {};
  let step: Step | 'reviewing' = 'details';
  while (true) {
    while (step !== 'reviewing') {
      const event: FormEvent = yield step;
      if (event.type === 'cancel') return 'cancelled';
      if (event.type === 'back') step = before[step];
      else if (event.type === 'next' && Object.keys(event.answers).length > 0) {
        answers = { ...answers, ...event.answers };
        step = after[step];
      }
    }

    const event: FormEvent = yield 'reviewing';
    if (event.type === 'cancel') return 'cancelled';
    if (event.type === 'back') step = 'payment';
    if (event.type === 'edit') step = event.step;
    if (event.type !== 'submit') continue;

    save({ answers });
    while (step === 'reviewing') {
      const answer: FormEvent = yield 'submitting';
      if (answer.type === 'accepted') return answers;
      if (answer.type === 'rejected') step = answer.step;
    }
  }
}
