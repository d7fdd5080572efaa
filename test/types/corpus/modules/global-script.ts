// A script, not a module: what it declares is everyone's.
interface GlobalEvents { fromScript: 2 }
type ScriptType = 'script';
declare const scriptValue: { v: 'sv' };
