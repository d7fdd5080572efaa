/** Signing in with a password and, for some, a code. Three refusals lock the account. */
type AuthEvent =
  | { type: 'submit'; user: string; password: string }
  | { type: 'accepted'; needsCode: boolean }
  | { type: 'rejected' }
  | { type: 'enter code'; code: string }
  | { type: 'cancel' }
  | { type: 'sleep' | 'wake' | 'sign out' };

const ATTEMPTS = 3;

export function* authentication(
  checkPassword: (credentials: { user: string; password: string }) => void,
  checkCode: (entered: { code: string }) => void,
): Generator<
  'signed out' | 'checking password' | 'entering code' | 'checking code' | 'active' | 'asleep',
  { lockedOut: string },
  AuthEvent
> {
  let failures = 0;
  while (true) {
    const submitted = yield 'signed out';
    if (submitted.type !== 'submit') continue;
    const { user, password } = submitted;
    checkPassword({ user, password });

    let answer = yield* answerTo('checking password');
    if (answer.type === 'accepted' && answer.needsCode) {
      const code = yield* codeEntered();
      if (code === undefined) continue;
      checkCode({ code });
      answer = yield* answerTo('checking code');
    }

    if (answer.type === 'rejected') {
      failures += 1;
      if (failures === ATTEMPTS) return { lockedOut: user };
    } else if (answer.type === 'accepted') {
      failures = 0;
      yield* session();
    }
  }
}

function* answerTo<Question extends string>(question: Question) {
  while (true) {
    const event: AuthEvent = yield question;
    if (event.type === 'accepted' || event.type === 'rejected' || event.type === 'cancel') return event;
  }
}

function* codeEntered(): Generator<'entering code', string | undefined, AuthEvent> {
  while (true) {
    const event = yield 'entering code';
    if (event.type === 'enter code') return event.code;
    if (event.type === 'cancel') return undefined;
  }
}

/** Until the user signs out, awake or not. */
function* session(): Generator<'active' | 'asleep', void, AuthEvent> {
  let state: 'active' | 'asleep' = 'active';
  while (true) {
    const { type }: AuthEvent = yield state;
    if (type === 'sign out') return;
    if (type === 'sleep') state = 'asleep';
    else if (type === 'wake') state = 'active';
  }
}
