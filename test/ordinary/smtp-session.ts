/** The server's side of an SMTP session: greeting, envelope, data, and again. */
type Command =
  | { type: 'EHLO'; domain: string }
  | { type: 'MAIL'; from: string }
  | { type: 'RCPT'; to: string }
  | { type: 'DATA' }
  | { type: 'line'; text: string }
  | { type: 'RSET' }
  | { type: 'QUIT' };

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

export function* smtpSession(
  reply: (code: number) => void,
  deliver: (mail: Mail) => void,
): Generator<'greeting' | 'ready' | 'has sender' | 'has recipients' | 'receiving', void, Command> {
  reply(220);
  let command = yield 'greeting';
  for (; command.type !== 'EHLO' && command.type !== 'QUIT'; command = yield 'greeting') reply(503);

  session: while (command.type !== 'QUIT') {
    reply(250);
    command = yield 'ready';
    while (command.type !== 'MAIL') {
      if (command.type === 'QUIT') break session;
      reply(command.type === 'RSET' ? 250 : 503);
      command = yield 'ready';
    }
    const { from } = command;
    let to: readonly string[] = [];
    reply(250);

    envelope: while (true) {
      command = yield to.length > 0 ? 'has recipients' : 'has sender';
      switch (command.type) {
        case 'RCPT':
          to = [...to, command.to];
          reply(250);
          break;
        case 'RSET':
          continue session;
        case 'QUIT':
          break session;
        case 'DATA':
          if (to.length > 0) break envelope;
          reply(503);
          break;
        default:
          reply(503);
      }
    }

    reply(354);
    let text = '';
    while (true) {
      command = yield 'receiving';
      if (command.type !== 'line') continue;
      if (command.text === '.') break;
      text += `${command.text}\n`;
    }
    deliver({ from, to, text });
  }
  reply(221);
}

export const samples = {
  smtpSession: {
    args: [() => {}, () => {}],
    events: [
      { type: 'EHLO', domain: 'example.org' },
      { type: 'MAIL', from: 'ada@example.org' },
      { type: 'RCPT', to: 'grace@example.org' },
      { type: 'DATA' },
      { type: 'line', text: 'Hello' },
      { type: 'line', text: '.' },
      { type: 'RSET' },
      { type: 'QUIT' },
    ],
  },
};
