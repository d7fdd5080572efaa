export function* events(): Generator<keyof GlobalEvents, void, GlobalEvents> {}
export function* script(): Generator<ScriptType, void, typeof scriptValue.v> {}
export function* shadowed(): Generator<'s', void, Local> {}
interface Local { own: 1 }
declare global { interface Local { global: 1 } }
export function* viaGlobalThis(): Generator<'s', void, globalThis.ScriptType> {}
