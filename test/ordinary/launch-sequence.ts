/** The checks before a launch, one after the other, from a frozen list. */
const CHECKS = Object.freeze([
  { name: 'range', critical: true },
  { name: 'weather', critical: false },
  { name: 'propellant', critical: true },
  { name: 'guidance', critical: true },
] as const);

type Call = 'go' | 'no go' | 'abort';

export function* launchSequence(
  announce: (text: string) => void,
): Generator<(typeof CHECKS)[number]['name'], 'launched' | 'scrubbed', Call> {
  let waived = 0;
  for (const { name, critical } of CHECKS) {
    const call = yield name;
    if (call === 'abort' || (call === 'no go' && critical)) return 'scrubbed';
    if (call === 'no go') {
      waived += 1;
      announce(`${name} is waived`);
    }
  }
  announce(`lift-off, ${waived} waived`);
  return 'launched';
}

export const samples = { launchSequence: { args: [() => {}], events: ['go', 'no go', 'abort'] } };
