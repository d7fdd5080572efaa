/** Rings at the door. */
export function ring() {
  console.log('ding dong');
}
