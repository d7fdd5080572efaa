import { assign, setup } from 'xstate';
import { DownloadFailed, NetworkError } from '../machines/download.ts';

type Chunk = { type: 'chunk'; bytes: number };
type Thrown = { type: 'coroutine.throw'; error: unknown };
type Returned = { type: 'coroutine.return'; value: unknown };

export const download = setup({
  types: {
    context: {} as {
      url: string;
      request: (url: string, from: number) => void;
      retries: number;
      bytes: number;
      attempt: number;
      output: unknown;
    },
    events: {} as Chunk | { type: 'complete' } | { type: 'timeout' } | Thrown | Returned,
    input: {} as [url: string, request: (url: string, from: number) => void, retries?: number],
    output: {} as {} | null | undefined,
  },
  guards: {
    'attempt === retries': ({ context }) => context.attempt === context.retries,
    'error instanceof NetworkError && attempt === retries': ({ context, event }) =>
      (event as Thrown).error instanceof NetworkError && context.attempt === context.retries,
    'error instanceof NetworkError && attempt !== retries': ({ context, event }) =>
      (event as Thrown).error instanceof NetworkError && context.attempt !== context.retries,
  },
  actions: {
    fail: assign(({ event }) => {
      throw (event as Thrown).error;
    }),
    'bytes += event.bytes': assign({ bytes: ({ context, event }) => context.bytes + (event as Chunk).bytes }),
    'return { bytes }': assign({ output: ({ context }) => ({ bytes: context.bytes }) }),
    'throw new DownloadFailed(`${url}: gave up after ${retries} retries`)': assign(({ context }) => {
      throw new DownloadFailed(`${context.url}: gave up after ${context.retries} retries`);
    }),
    'attempt += 1': assign({ attempt: ({ context }) => context.attempt + 1 }),
    'request(url, bytes)': ({ context }) => {
      const { request, url, bytes } = context;
      request(url, bytes);
    },
  },
}).createMachine({
  id: 'download',
  description:
    'Downloads in chunks and tries again when the network fails. Shows timeouts as events, an error thrown in ' +
    'and caught,\n' +
    'an output that was computed, and a machine that fails with an error of its own.',
  context: ({ input: [url, request, retries = 2] }) => ({
    url,
    request,
    retries,
    bytes: 0,
    attempt: 0,
    output: undefined,
  }),
  initial: { target: 'downloading', actions: 'request(url, bytes)' },
  on: {
    'coroutine.throw': { actions: 'fail' },
    'coroutine.return': { target: '.returned' },
  },
  output: ({ event }) => event.output,
  states: {
    downloading: {
      description: 'What has arrived is kept: the next request goes on from there.',
      meta: { yields: 'downloading', at: 'machines/download.ts:26:23' },
      on: {
        chunk: { target: 'downloading', actions: 'bytes += event.bytes' },
        complete: { target: 'done', actions: 'return { bytes }' },
        timeout: [
          {
            guard: 'attempt === retries',
            actions: 'throw new DownloadFailed(`${url}: gave up after ${retries} retries`)',
          },
          { target: 'waiting to retry' },
        ],
        'coroutine.throw': [
          {
            guard: 'error instanceof NetworkError && attempt === retries',
            actions: 'throw new DownloadFailed(`${url}: gave up after ${retries} retries`)',
          },
          { guard: 'error instanceof NetworkError && attempt !== retries', target: 'waiting to retry' },
        ],
      },
    },
    'waiting to retry': {
      meta: { yields: 'waiting to retry', at: 'machines/download.ts:35:13' },
      on: { timeout: { target: 'downloading', actions: ['attempt += 1', 'request(url, bytes)'] } },
    },
    done: { meta: { at: 'machines/download.ts:28:45' }, type: 'final', output: ({ context }) => context.output },
    returned: { type: 'final', output: ({ event }) => (event as Returned).value },
  },
});
