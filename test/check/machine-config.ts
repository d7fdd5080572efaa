/** A live XState machine's config put another way, on purpose: taken apart and made anew, with its implementations. */
import { type AnyStateMachine, createMachine } from 'xstate';

export type Path = readonly (string | number)[];

/** The machine with what is at a place of its config put another way; taken out, where that is nothing. */
export function edited(machine: AnyStateMachine, path: Path, value: unknown): AnyStateMachine {
  return createMachine(put(machine.config, path, value) as never).provide(machine.implementations as never);
}

/** Where every target in the states of the config stands, and what it is. */
export function targetsIn(machine: AnyStateMachine): readonly { readonly path: Path; readonly state: string; readonly target: string }[] {
  const found: { path: Path; state: string; target: string }[] = [];
  const walk = (part: unknown, path: Path): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, inner] of Object.entries(part)) {
      const at = [...path, Array.isArray(part) ? Number(key) : key];
      if (key === 'target' && typeof inner === 'string') found.push({ path: at, state: String(path[1]), target: inner });
      else walk(inner, at);
    }
  };
  walk({ states: machine.config.states as unknown }, []);
  return found;
}

function put(part: unknown, [key, ...rest]: Path, value: unknown): unknown {
  const inner = key === undefined ? undefined : rest.length === 0 ? value : put((part as Record<string | number, unknown>)[key], rest, value);
  if (Array.isArray(part)) return inner === undefined ? part.toSpliced(key as number, 1) : part.with(key as number, inner);
  const others = Object.entries(part as object).filter(([name]) => name !== key || inner !== undefined);
  return Object.fromEntries(others.map(([name, old]) => [name, name === key ? inner : (old as unknown)]).concat(key !== undefined && key in (part as object) ? [] : [[key, inner]]));
}
