/** The three buttons above a text field: each is on or off, whatever the others are. */
type Format = 'bold' | 'italic' | 'underline';
type Switch = 'on' | 'off';

export function* wordProcessor(): Generator<
  `bold ${Switch}, italic ${Switch}, underline ${Switch}`,
  never,
  Format | 'clear'
> {
  let bold: Switch = 'off';
  let italic: Switch = 'off';
  let underline: Switch = 'off';
  const toggled = (state: Switch) => (state === 'on' ? 'off' : 'on');
  while (true) {
    const button: Format | 'clear' = yield `bold ${bold}, italic ${italic}, underline ${underline}`;
    if (button === 'bold') bold = toggled(bold);
    else if (button === 'italic') italic = toggled(italic);
    else if (button === 'underline') underline = toggled(underline);
    else bold = italic = underline = 'off';
  }
}
