/**
 * Every diagnostic there is: what is said, why it is so, and the way out. `yieldchart explain CODE` prints an entry;
 * the docs' list of what is refused is generated from here.
 *
 * `error`: the code is wrong, or does not load. `unsupported`: right code that the compiler cannot chart exactly.
 * Both refuse the machine. `imprecise` and `hint` do not.
 */
export type Severity = 'error' | 'unsupported' | 'imprecise' | 'hint';

interface Entry<F> {
  readonly severity: Severity;
  readonly say: (facts: F) => string;
  readonly why: string;
  readonly fix: string;
}

function entry<F>(entry: Entry<F>): Entry<F> {
  return entry;
}

export const catalogue = {
  'file-not-found': entry<{ file: string }>({
    severity: 'error',
    say: ({ file }) => `There is no file ${file}.`,
    why: 'Each FILE names a TypeScript or JavaScript module, from the current folder.',
    fix: 'Check the path. Globs are expanded by the shell, not by yieldchart.',
  }),
  'syntax-error': entry<{ message: string }>({
    severity: 'error',
    say: ({ message }) => message,
    why: 'The file does not parse, so nothing in it can be read.',
    fix: 'Mend the syntax at the place shown.',
  }),
  'nested-too-deep': entry<Record<never, never>>({
    severity: 'unsupported',
    say: () => 'The code is nested more than a thousand levels deep here.',
    why: 'Whatever reads code goes as deep as it is nested: brackets in brackets, but also `else if` after `else if`, or one sum of ten thousand terms. Deeper than this, the parser would run out of stack, so the file is not read.',
    fix: 'Split the expression or the statement, or keep what it holds in a flat list.',
  }),
  'no-machine': entry<{ file: string; is?: 'a folder' | 'no module' }>({
    severity: 'error',
    say: ({ file, is }) => (is === 'no module' ? `${file} is no TypeScript or JavaScript module.` : is === 'a folder' ? `No module in ${file} exports a generator function.` : `${file} exports no generator function.`),
    why: 'A machine is an exported generator function: `export function* light() { … }`, an exported object with generator methods, or an exported class with static ones.',
    fix: 'Export the generator function. A diagram, or an XState machine, can be held against something: `yieldchart check FILE --against OTHER`.',
  }),
  'machine-not-found': entry<{ file: string; name: string; names: string }>({
    severity: 'error',
    say: ({ file, name, names }) => `${file} has no machine called ${name}. It has: ${names}.`,
    why: 'What follows # is the name of an export, or a dotted path to a method (`Lights.pedestrian`).',
    fix: 'Use one of the names listed.',
  }),
  'same-name': entry<{ name: string; other: string }>({
    severity: 'error',
    say: ({ name, other }) => `Two machines would be written as ${name}: this one and ${other}.`,
    why: 'Each machine is written to files of its own name, in one folder.',
    fix: 'Rename one of them, or compile them into different folders.',
  }),
  'not-supported': entry<{ construct: string }>({
    severity: 'unsupported',
    say: ({ construct }) => `${construct} is not charted yet.`,
    why: 'The compiler refuses what it cannot follow exactly, rather than draw a chart that is wrong.',
    fix: 'Write it another way, or move it into a function without a yield: a call is charted as an action.',
  }),
  'drawn-elsewhere': entry<{ state: string; drawn: string; meant: string }>({
    severity: 'imprecise',
    say: ({ state, drawn, meant }) => `Mermaid draws ${state} in ${drawn}, because this line mentions it there; it is read as a state of ${meant}.`,
    why: 'Mermaid puts a state into the last block that mentions it, even where its own block stands elsewhere; where that is its own block, it fails.',
    fix: 'Write the arrows that cross the border of a block at the end of the diagram, after all blocks.',
  }),
  'words-ignored': entry<{ words: string }>({
    severity: 'hint',
    say: ({ words }) => `Nothing is waited for at the start: ${words} is read as a remark.`,
    why: 'The arrow out of `[*]` is taken as soon as the machine starts, or its state is entered.',
    fix: 'Leave it out, write what is done there as `/ action`, or draw a state that waits for the event.',
  }),
  'loop-needs-list': entry<{ loop: 'for…of' | 'for…in' | 'yield*' | 'pattern'; reason: string; instead: string }>({
    severity: 'unsupported',
    say: ({ loop, reason, instead }) => `This ${loop === 'pattern' ? 'pattern takes apart' : `\`${loop}\` goes through`} something ${reason}, and the machine waits or leaves in the middle: write \`${instead}\`.`,
    why: 'A machine that waits in the middle remembers how far it has come: a place in a list. No other iterator can be kept, copied or resumed.',
    fix: 'Go through a list of its own: `[...items]`, `Object.keys(object)`.',
  }),
  'loop-can-spin': entry<Record<never, never>>({
    severity: 'unsupported',
    say: () => 'This loop can go round without reaching a yield, and the compiler cannot see that it ends.',
    why: 'A chart has no arrow for a machine that never waits again.',
    fix: 'Yield in the loop, or move the loop into a function of its own.',
  }),
  'recursion-unbounded': entry<{ limit: number }>({
    severity: 'unsupported',
    say: ({ limit }) => `This \`yield*\` comes back to the generator that it stands in, and was followed ${limit} times without reaching an end.`,
    why: 'A stack of coroutines that grows without end is not a finite number of states.',
    fix: 'Let each generator return which one comes next, and delegate to one after the other: `while (true) current = yield* states[current]();`.',
  }),
  'not-finite': entry<{ limit: number }>({
    severity: 'unsupported',
    say: ({ limit }) => `This machine has more than ${limit} configurations.`,
    why: 'Variables that name states are unfolded: one state for each combination of their values.',
    fix: 'Name states by fewer values, so that the rest is remembered as context.',
  }),
  'too-large': entry<{ limit: number }>({
    severity: 'unsupported',
    say: ({ limit }) => `Following this machine takes more than ${limit.toLocaleString('en')} steps; it was given up.`,
    why: 'From each state, the code is followed for each event that can arrive, through every condition, with all that is remembered: the work is the product of these.',
    fix: 'Split the machine; look events up in a table instead of asking for one after the other; remember less across a yield.',
  }),
  'state-name-unknown': entry<{ expression: string; reason: string }>({
    severity: 'imprecise',
    say: ({ expression, reason }) => `What \`${expression}\` yields is only known at run time (${reason}), so the state is not named by it.`,
    why: 'A state is named by the value it yields, where that is one of finitely many constants.',
    fix: 'Give the variable a type that is a union of literals, or yield a literal.',
  }),
  'alphabet-unread': entry<{ type: string; events: string }>({
    severity: 'hint',
    say: ({ type, events }) => `What events \`${type}\` stands for cannot be read; taken from the code: ${events}.`,
    why: 'Types that are written out somewhere in the project are read; the rest TypeScript would compute, but there is none that could be asked, or it does not know either.',
    fix: "Write the events out: `type Event = 'next' | { type: 'stop' }`; or install `typescript` beside the file.",
  }),
  'typescript-not-asked': entry<{ version: string; reason: string }>({
    severity: 'hint',
    say: ({ version, reason }) => `TypeScript ${version} was not asked for the types that only TypeScript can compute: ${reason}.`,
    why: 'What is not written plainly is asked of the TypeScript that is installed beside the file. Its API is another in each major version; without an answer, these types are unknown.',
    fix: 'Install TypeScript 5, 6 or 7.0 beside the file; or write the events out.',
  }),
  'import-not-found': entry<{ name: string; from: string; reason: string }>({
    severity: 'imprecise',
    say: ({ name, from, reason }) => `The machine uses ${name} of '${from}', which is not found: ${reason}.`,
    why: 'What is imported is read where it stands: tables, helpers, machines and types. Without it, nothing is known of what it does or what its values are.',
    fix: 'Correct the import, or make the file (a generated one may not be there yet).',
  }),
  'alphabet-open': entry<{ events: string }>({
    severity: 'hint',
    say: ({ events }) => `The events are not declared; taken from the comparisons in the code: ${events}, and anything else.`,
    why: 'The third type argument of Generator names the events: Generator<Yielded, Returned, Event>.',
    fix: "Annotate the machine: `Generator<string, void, 'next' | 'stop'>`.",
  }),
  'pragma-not-followed': entry<{ pragma: string; reason: string }>({
    severity: 'hint',
    say: ({ pragma, reason }) => `\`${pragma}\` is not followed: ${reason}.`,
    why: '`@control` and `@context` overrule what the compiler would make of a variable of the machine that outlives a yield.',
    fix: 'Begin a line of a comment with it, right above the declaration of such a variable; `--max-values` says how many values control may have.',
  }),
  'not-exported': entry<{ name: string; reason: string }>({
    severity: 'unsupported',
    say: ({ name, reason }) => `The machine uses ${name}, which its module does not export (${reason}).`,
    why: 'The XState module never runs the generator: it imports what the code refers to, and what is not exported can only be copied where a copy means the same.',
    fix: 'Export it.',
  }),
  'event-ambiguous': entry<{ type: string }>({
    severity: 'error',
    say: ({ type }) => `Both the string '${type}' and an object { type: '${type}' } without other fields are events here.`,
    why: "In XState both are { type: … }: they could not be told apart.",
    fix: 'Keep one of the two.',
  }),
  'machine-not-read': entry<{ construct: string; place: string }>({
    severity: 'unsupported',
    say: ({ construct, place }) => `${place} has ${construct}, which is not read yet.`,
    why: 'What is compared must be read whole: a part left out would make two machines look the same that are not.',
    fix: 'Compare a machine without it.',
  }),
} as const;

export type DiagnosticCode = keyof typeof catalogue;
export type Facts<C extends DiagnosticCode> = (typeof catalogue)[C] extends Entry<infer F> ? F : never;
