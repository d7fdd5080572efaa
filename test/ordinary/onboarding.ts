/** A chat that gets a newcomer started: each part of the talk is a coroutine of its own, with a result. */
interface Profile {
  readonly name: string;
  readonly theme: string;
}

function* pick(question: string, options: readonly string[]): Generator<string, string, string> {
  while (true) {
    const reply = yield question;
    if (options.includes(reply)) return reply;
  }
}

function* yesNo(question: string): Generator<string, boolean, string> {
  while (true) {
    const reply = yield question;
    if (reply === 'yes') return true;
    if (reply === 'no') return false;
  }
}

export function* onboarding(invite: (address: string) => void): Generator<string, Profile, string> {
  const name = (yield 'What is your name?') || (yield 'A nickname, then?') || 'anonymous';
  const profile: Profile = { name, theme: yield* pick('Light or dark?', ['light', 'dark']) };
  while (yield* yesNo('Invite a colleague?')) invite(yield 'At which address?');
  if (yield* yesNo('Take the tour?')) {
    for (const page of ['inbox', 'calendar']) yield `This is your ${page}.`;
  }
  return profile;
}

export const samples = {
  onboarding: {
    args: [() => {}],
    events: ['', 'Robin', 'light', 'dark', 'yes', 'no'],
  },
};
