/** The few colours there are, as data: the plain palette says the same words without them. */

export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
}

export type Paint = (text: string) => string;

export function palette(colour: boolean): Palette {
  const paint = (on: number, off: number): Paint => (text) => (colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { bold: paint(1, 22), dim: paint(2, 22), red: paint(31, 39), yellow: paint(33, 39), green: paint(32, 39), cyan: paint(36, 39) };
}
