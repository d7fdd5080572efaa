/** Asks for the money; the answer comes later. */
export function charge(cents: number): void {
  console.log(`The bank is asked for ${cents}.`);
}

export function giveBack(cents: number): void {
  console.log(`The bank is to give back ${cents}.`);
}
