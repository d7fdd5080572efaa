/**
 * A trigger in, the key it has under `on` out, and back.
 *
 * An event of a reserved name (empty, `*`, `a.*`, `xstate.…`, `coroutine.…`) travels as a bare value: its transitions stand under `coroutine.send` and
 * ask for it in a guard of their own, `event '*'`. Whatever is wildcarded asks `sent` first, so that no `*` catches what only the machinery sends.
 */
import type { Trigger } from '../../chart/chart.ts';
import { constantText } from '../../chart/label.ts';

export const SEND = 'coroutine.send';
export const THROW = 'coroutine.throw';
export const RETURN = 'coroutine.return';

/** The guard that every `*` has. */
export const SENT = 'sent';

/** Whether an event of this name can only be sent as a bare value. */
export function isReserved(type: string): boolean {
  return type === '' || type === '*' || type.endsWith('.*') || type.startsWith('xstate.') || type.startsWith('coroutine.');
}

/** The key under `on`; nothing where the transition belongs under `always`. */
export function eventKey(trigger: Trigger): string | undefined {
  switch (trigger.kind) {
    case 'event':
      return isReserved(trigger.type) ? SEND : trigger.type;
    case 'value':
      return SEND;
    case 'any':
      return '*';
    case 'throw':
      return THROW;
    case 'return':
      return RETURN;
    case 'always':
      return undefined;
  }
}

/** What a trigger asks beyond its key, as the name of a guard. */
export function eventGuard(trigger: Trigger): string | undefined {
  if (trigger.kind === 'any') return SENT;
  return trigger.kind === 'event' && isReserved(trigger.type) ? `event ${constantText({ kind: 'string', value: trigger.type })}` : undefined;
}

/** A guard's name as it stands in a config in, what it says beyond the event out: `sent && ready` under `*` is `ready`. */
export function readTrigger(key: string, guard: string | undefined): { readonly trigger: Trigger; readonly guard: string | undefined } {
  switch (key) {
    case '*': {
      const any: Trigger = { kind: 'any', but: [] };
      return { trigger: any, guard: guard === SENT ? undefined : guard?.startsWith(`${SENT} && `) ? guard.slice(SENT.length + 4) : guard };
    }
    case SEND: {
      const [, name, rest] = guard?.match(/^event ('(?:[^'\\]|\\.)*')(?: && ([\s\S]*))?$/) ?? [];
      if (name !== undefined) return { trigger: { kind: 'event', type: unquote(name) }, guard: rest };
      return { trigger: { kind: 'value', name: SEND }, guard };
    }
    case THROW:
      return { trigger: { kind: 'throw' }, guard };
    case RETURN:
      return { trigger: { kind: 'return' }, guard };
    default:
      return { trigger: { kind: 'event', type: key }, guard };
  }
}

function unquote(text: string): string {
  const json = text.slice(1, -1).replace(/\\(.)|"/g, (whole, escaped?: string) => (escaped === "'" ? "'" : whole === '"' ? '\\"' : whole));
  return JSON.parse(`"${json}"`) as string;
}
