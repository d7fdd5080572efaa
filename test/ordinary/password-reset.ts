/** Resetting a password with a code sent by e-mail, which may be typed wrong a few times. */
type ResetEvent =
  | { type: 'email'; address: string }
  | { type: 'code'; code: string }
  | { type: 'resend' }
  | { type: 'password'; password: string };

interface Options {
  maxAttempts?: number;
  minLength?: number;
}

export function* passwordReset(
  sendCode: (address: string) => string,
  save: (address: string, password: string) => void,
  { maxAttempts = 3, minLength = 8 }: Options = {},
): Generator<'enter e-mail' | 'enter code' | 'new password', 'changed' | 'locked out', ResetEvent> {
  let address = '';
  let expected = '';
  let attemptsLeft = maxAttempts;

  function request(to: string) {
    address = to;
    expected = sendCode(to);
  }

  let event: ResetEvent;
  do event = yield 'enter e-mail';
  while (event.type !== 'email');
  request(event.address);

  while (true) {
    event = yield 'enter code';
    if (event.type === 'resend') request(address);
    if (event.type !== 'code') continue;
    if (event.code === expected) break;
    attemptsLeft -= 1;
    if (attemptsLeft === 0) return 'locked out';
  }

  do event = yield 'new password';
  while (event.type !== 'password' || event.password.length < minLength);
  save(address, event.password);
  return 'changed';
}

export const samples = {
  passwordReset: {
    args: [() => '4711', () => {}],
    events: [
      { type: 'email', address: 'robin@example.org' },
      { type: 'code', code: '4711' },
      { type: 'code', code: '0000' },
      { type: 'resend' },
      { type: 'password', password: 'long enough' },
      { type: 'password', password: 'short' },
    ],
  },
};
