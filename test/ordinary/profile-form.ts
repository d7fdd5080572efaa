/** A name that can be edited. What is known in each status is in its type; the reducer looks at the status first. */
type Form =
  | { readonly status: 'viewing'; readonly name: string }
  | { readonly status: 'editing'; readonly name: string; readonly draft: string }
  | { readonly status: 'saving'; readonly name: string; readonly draft: string }
  | { readonly status: 'rejected'; readonly name: string; readonly draft: string; readonly reason: string };

type FormEvent =
  | { type: 'edit' }
  | { type: 'change'; text: string }
  | { type: 'submit' }
  | { type: 'cancel' }
  | { type: 'saved' }
  | { type: 'refused'; reason?: string };

function next(form: Form, event: FormEvent): Form {
  switch (form.status) {
    case 'viewing':
      return event.type === 'edit' ? { status: 'editing', name: form.name, draft: form.name } : form;

    case 'editing':
    case 'rejected': {
      const { name, draft } = form;
      switch (event.type) {
        case 'change':
          return { status: 'editing', name, draft: event.text };
        case 'submit':
          return draft.trim() === '' ? form : { status: 'saving', name, draft };
        case 'cancel':
          return { status: 'viewing', name };
        default:
          return form;
      }
    }

    case 'saving': {
      if (event.type === 'saved') return { status: 'viewing', name: form.draft };
      if (event.type !== 'refused') return form;
      const { reason = 'no reason was given' } = event;
      return { ...form, status: 'rejected', reason };
    }
  }
}

export function* profileForm(save: (name: string) => void, name = 'anonymous'): Generator<Form, never, FormEvent> {
  let form: Form = { status: 'viewing', name };
  while (true) {
    const before: Form = form;
    form = next(form, yield form);
    if (form.status === 'saving' && before.status !== 'saving') save(form.draft);
  }
}

export const samples = {
  profileForm: {
    args: [() => {}, 'Ada'],
    events: [
      { type: 'edit' },
      { type: 'change', text: 'Grace' },
      { type: 'change', text: ' ' },
      { type: 'submit' },
      { type: 'cancel' },
      { type: 'saved' },
      { type: 'refused' },
      { type: 'refused', reason: 'taken' },
    ],
  },
};
