/** Alignment buttons of which one at most is pressed. Pressing it again lets it go. */
type Alignment = 'left' | 'center' | 'right';

export function* toggleGroup(): Generator<Alignment | 'none', never, Alignment> {
  let pressed: Alignment | 'none' = 'none';
  while (true) {
    const button: Alignment = yield pressed;
    pressed = button === pressed ? 'none' : button;
  }
}
