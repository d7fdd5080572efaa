/** In: a function. Out: the path of the file that it was loaded from, as the engine remembers it; nothing where the engine cannot be asked, or does not tell. */
import { type Debugger, type Runtime, Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** The engine's debugger is asked about a global: the function is one for as long. */
const KEY = '__yieldchart_asked__';

export function originOf(fn: (...args: never[]) => unknown): string | undefined {
  const session = new Session();
  const urls = new Map<string, string>();
  let location: Debugger.Location | undefined;
  session.connect();
  try {
    session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));
    session.post('Debugger.enable');
    Object.defineProperty(globalThis, KEY, { value: fn, configurable: true });
    session.post('Runtime.evaluate', { expression: `globalThis.${KEY}` }, (_, evaluated) => {
      const objectId = evaluated?.result.objectId;
      if (objectId === undefined) return;
      session.post('Runtime.getProperties', { objectId, ownProperties: true }, (_, properties) => void (location = locationIn(properties)));
    });
  } finally {
    Reflect.deleteProperty(globalThis, KEY);
    session.disconnect();
  }
  const url = location && urls.get(location.scriptId)?.replace(/[?#].*$/, '');
  if (url === undefined || url === '') return undefined;
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}

function locationIn(properties: Runtime.GetPropertiesReturnType | undefined): Debugger.Location | undefined {
  return properties?.internalProperties?.find(({ name }) => name === '[[FunctionLocation]]')?.value?.value as Debugger.Location | undefined;
}
