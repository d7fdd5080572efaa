/**
 * Downloads in chunks and tries again when the network fails. Shows timeouts as events, an error thrown in and caught,
 * an output that was computed, and a machine that fails with an error of its own.
 */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

export class DownloadFailed extends Error {
  override readonly name = 'DownloadFailed';
}

type DownloadEvent = { type: 'chunk'; bytes: number } | { type: 'complete' } | { type: 'timeout' };

export function* download(
  url: string,
  request: (url: string, from: number) => void,
  retries = 2,
): Generator<'downloading' | 'waiting to retry', { bytes: number }, DownloadEvent> {
  let bytes = 0;
  for (let attempt = 0; ; attempt += 1) {
    request(url, bytes);
    try {
      for (let stalled = false; !stalled; ) {
        // What has arrived is kept: the next request goes on from there.
        const event = yield 'downloading';
        if (event.type === 'chunk') bytes += event.bytes;
        else if (event.type === 'complete') return { bytes };
        else stalled = true;
      }
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
    }
    if (attempt === retries) throw new DownloadFailed(`${url}: gave up after ${retries} retries`);
    while ((yield 'waiting to retry').type !== 'timeout');
  }
}

export const samples = {
  download: {
    args: ['https://example.org/file', () => {}, 1],
    events: [{ type: 'chunk', bytes: 512 }, { type: 'complete' }, { type: 'timeout' }],
  },
};
