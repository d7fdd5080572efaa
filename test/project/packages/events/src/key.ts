/** The keys of the kiosk. */
enum Key {
  Up = 'up',
  Down = 'down',
  Choose = 'choose',
  Back = 'back',
}

export default Key;
