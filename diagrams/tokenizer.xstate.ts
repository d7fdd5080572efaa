import { assign, setup } from 'xstate';
import type { Token } from '../machines/tokenizer.ts';

const isDigit = (char: string | null): char is string => char !== null && char >= '0' && char <= '9';

const isLetter = (char: string | null): char is string => char !== null && /[a-z_]/i.test(char);

type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

/** Whether somebody sent the event: neither an error nor a return, nor a word of XState to itself. */
function sent(event: { type: string }): boolean {
  return !['coroutine.throw', 'coroutine.return'].includes(event.type) && !event.type.startsWith('xstate.');
}

/** What the event stands for: a bare value, an event that is a string, or the event itself. */
function received(event: { type: string; value?: any }): any {
  if (event.type === 'coroutine.send') return event.value;
  return isString(event) ? event.type : event;
}

/** Whether the event stands for a string, its `type`: one with more to say is an object. */
function isString(event: object): boolean {
  return Object.keys(event).length === 1;
}

export const tokenizer = setup({
  types: {
    context: {} as { emit: (token: Token) => void; text: any },
    events: {} as
      | { type: '"' }
      | { type: ' ' }
      | { type: 'coroutine.send'; value: null }
      | Thrown
      | Returned
      | { type: string; [field: string]: any },
    input: {} as (token: Token) => void,
    output: {} as {} | null | undefined,
  },
  guards: {
    'as string': ({ event }) => isString(event),
    'sent && char !== null && isDigit(char)': ({ event }) => {
      if (!sent(event)) return false;
      const char = received(event);
      return Boolean((char as string | null) !== null && isDigit(char as string));
    },
    'sent && char !== null && !isDigit(char) && isLetter(char)': ({ event }) => {
      if (!sent(event)) return false;
      const char = received(event);
      return Boolean((char as string | null) !== null && !isDigit(char as string) && isLetter(char as string));
    },
    'sent && char !== null && !isDigit(char) && !isLetter(char)': ({ event }) => {
      if (!sent(event)) return false;
      const char = received(event);
      return (char as string | null) !== null && !isDigit(char as string) && !isLetter(char as string);
    },
    sent: ({ event }) => sent(event),
    'sent && isDigit(char)': ({ event }) => sent(event) && Boolean(isDigit(received(event) as string | null)),
    'sent && !isDigit(char) && char !== null && isLetter(char)': ({ event }) => {
      if (!sent(event)) return false;
      const char = received(event);
      return Boolean(!isDigit(char as string | null) && (char as string | null) !== null && isLetter(char as string));
    },
    'sent && !isDigit(char) && char !== null && !isLetter(char)': ({ event }) => {
      if (!sent(event)) return false;
      const char = received(event);
      return !isDigit(char as string | null) && (char as string | null) !== null && !isLetter(char as string);
    },
    'sent && isLetter(char) || isDigit(char)': ({ event }) => {
      if (!sent(event)) return false;
      const char = received(event) as string | null;
      return Boolean(isLetter(char) || isDigit(char));
    },
    'sent && !(isLetter(char) || isDigit(char)) && char !== null': ({ event }) => {
      if (!sent(event)) return false;
      const char = received(event) as string | null;
      return !(isLetter(char) || isDigit(char)) && char !== null;
    },
    'sent && char === null': ({ event }) => sent(event) && (received(event) as string | null) === null,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    "text = ''": assign({ text: () => '' }),
    'text = char': assign({ text: ({ event }) => received(event) as string }),
    "emit({ kind: 'sign', text: char })": ({ context, event }) => {
      const { emit } = context;
      const char = received(event) as string;
      emit({ kind: 'sign', text: char });
    },
    "emit({ kind: 'number', text })": ({ context }) => {
      const { emit, text } = context;
      emit({ kind: 'number', text: text });
    },
    'text += char': assign({ text: ({ context, event }) => context.text + (received(event) as string | null) }),
    "emit({ kind: 'number', text }), …": ({ context, event }) => {
      const { emit, text } = context;
      const char = received(event) as string;
      emit({ kind: 'number', text: text });
      emit({ kind: 'sign', text: char });
    },
    "emit({ kind: 'word', text })": ({ context }) => {
      const { emit, text } = context;
      emit({ kind: 'word', text: text });
    },
    "emit({ kind: 'word', text }), emit({ kind: 'sign', text: char })": ({ context, event }) => {
      const { emit, text } = context;
      const char = received(event) as string;
      emit({ kind: 'word', text: text });
      emit({ kind: 'sign', text: char });
    },
    "emit({ kind: 'text', text })": ({ context }) => {
      const { emit, text } = context;
      emit({ kind: 'text', text: text });
    },
    'throw new SyntaxError(`the text is not closed: "${text}`)': assign(({ context }) => {
      throw new SyntaxError(`the text is not closed: "${context.text}`);
    }),
    'text += char // any': assign({ text: ({ context, event }) => context.text + (received(event) as string) }),
  },
}).createMachine({
  id: 'tokenizer',
  description: 'Takes characters, and `null` at the end.',
  context: ({ input: emit }) => ({ emit, text: undefined! }),
  initial: 'between',
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    between: {
      meta: { yields: 'between', at: 'machines/tokenizer.ts:14:14' },
      on: {
        '"': { guard: 'as string', target: 'in a text', actions: "text = ''" },
        ' ': { guard: 'as string' },
        '*': [
          { guard: 'sent && char !== null && isDigit(char)', target: 'in a number', actions: 'text = char' },
          {
            guard: 'sent && char !== null && !isDigit(char) && isLetter(char)',
            target: 'in a word',
            actions: 'text = char',
          },
          {
            guard: 'sent && char !== null && !isDigit(char) && !isLetter(char)',
            target: 'between',
            actions: "emit({ kind: 'sign', text: char })",
          },
          { guard: 'sent', target: 'done' },
        ],
      },
    },
    'in a number': {
      meta: { yields: 'in a number', at: 'machines/tokenizer.ts:18:30' },
      on: {
        '"': { guard: 'as string', target: 'in a text', actions: ["emit({ kind: 'number', text })", "text = ''"] },
        ' ': { guard: 'as string', target: 'between', actions: "emit({ kind: 'number', text })" },
        '*': [
          { guard: 'sent && isDigit(char)', target: 'in a number', actions: 'text += char' },
          {
            guard: 'sent && !isDigit(char) && char !== null && isLetter(char)',
            target: 'in a word',
            actions: ["emit({ kind: 'number', text })", 'text = char'],
          },
          {
            guard: 'sent && !isDigit(char) && char !== null && !isLetter(char)',
            target: 'between',
            actions: "emit({ kind: 'number', text }), …",
          },
          { guard: 'sent', target: 'done', actions: "emit({ kind: 'number', text })" },
        ],
      },
    },
    'in a word': {
      meta: { yields: 'in a word', at: 'machines/tokenizer.ts:21:31' },
      on: {
        '"': { guard: 'as string', target: 'in a text', actions: ["emit({ kind: 'word', text })", "text = ''"] },
        ' ': { guard: 'as string', target: 'between', actions: "emit({ kind: 'word', text })" },
        '*': [
          { guard: 'sent && isLetter(char) || isDigit(char)', target: 'in a word', actions: 'text += char' },
          {
            guard: 'sent && !(isLetter(char) || isDigit(char)) && char !== null',
            target: 'between',
            actions: "emit({ kind: 'word', text }), emit({ kind: 'sign', text: char })",
          },
          { guard: 'sent', target: 'done', actions: "emit({ kind: 'word', text })" },
        ],
      },
    },
    'in a text': {
      meta: { yields: 'in a text', at: 'machines/tokenizer.ts:25:22' },
      on: {
        '"': { guard: 'as string', target: 'between', actions: "emit({ kind: 'text', text })" },
        '*': [
          { guard: 'sent && char === null', actions: 'throw new SyntaxError(`the text is not closed: "${text}`)' },
          { guard: 'sent', target: 'in a text', actions: 'text += char // any' },
        ],
      },
    },
    done: { meta: { at: 'machines/tokenizer.ts:11:8' }, type: 'final' },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
