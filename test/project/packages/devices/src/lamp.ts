type Brightness = 'off' | 'dim' | 'bright';
type Press = `press:${Exclude<Brightness, 'dim'>}` | 'press';
const NEXT: { readonly [from in Brightness]: Brightness } = { off: 'dim', dim: 'bright', bright: 'off' };

/** The lamp above the till. */
export default function* lamp(): Generator<Brightness, never, Press> {
  let brightness: Brightness = 'off';
  while (true) {
    const press: Press = yield brightness;
    if (press === 'press') brightness = NEXT[brightness];
    else brightness = press === 'press:off' ? 'off' : 'bright';
  }
}
