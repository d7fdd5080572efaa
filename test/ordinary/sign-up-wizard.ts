/** Signing up in three pages. A page is left for the next one only when what was typed passes its check. */
type Page = 'email' | 'password' | 'profile';
type SignUpEvent = { type: 'next'; value: string } | { type: 'back' } | { type: 'cancel' };
type Answers = Partial<Record<Page, string>>;

const pages: readonly { readonly name: Page; readonly isValid: (value: string) => boolean }[] = [
  { name: 'email', isValid: (value) => /^\S+@\S+\.\S+$/.test(value) },
  { name: 'password', isValid: (value) => value.length >= 8 },
  { name: 'profile', isValid: (value) => value.trim() !== '' },
];

export function* signUpWizard(): Generator<Page | `${Page} invalid`, Answers | undefined, SignUpEvent> {
  const answers: Answers = {};
  let at = 0;
  let invalid = false;

  while (at < pages.length) {
    const page = pages[at]!;
    const event: SignUpEvent = yield invalid ? (`${page.name} invalid` as const) : page.name;
    invalid = false;
    switch (event.type) {
      case 'cancel':
        return;
      case 'back':
        at = Math.max(0, at - 1);
        break;
      case 'next':
        if (page.isValid(event.value)) {
          answers[page.name] = event.value;
          at += 1;
        } else {
          invalid = true;
        }
        break;
    }
  }
  return answers;
}
