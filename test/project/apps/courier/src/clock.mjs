/** @param {string} shift */
export function start(shift) {
  console.log(`${shift} begins`);
}
