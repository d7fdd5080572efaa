/**
 * For each gallery machine, the states a person would draw: where it waits, and how it ends. Written from the source
 * by thinking, without the compiler, to be held against it.
 *
 * A machine that waits in one place without a name has the state `waiting`. An end is called after what is returned,
 * where that is a constant; all other ends are `done`. Where one name stands for two states, the second says what
 * tells it apart. Choices are not listed: whether one is needed is the compiler's business.
 */
export interface ByHand {
  readonly states: readonly string[];
  readonly finals: readonly string[];
}

export const byHand: Readonly<Record<string, ByHand>> = {
  trafficLight: { states: ['RED', 'GREEN', 'YELLOW'], finals: [] },
  trafficLightByFlow: { states: ['RED', 'GREEN', 'YELLOW'], finals: [] },
  echo: { states: ['waiting'], finals: [] },
  runningAverage: { states: ['waiting'], finals: ['done'] },
  averager: { states: ['waiting'], finals: [] },
  filterAndSquare: { states: ['waiting'], finals: [] },
  producer: { states: ['0', '1', '2', '3', '4'], finals: ['done'] },
  doubler: { states: ['waiting'], finals: [] },
  demo: { states: ['Start', 'Middle', 'Caught ValueError!', 'End'], finals: ['done'] },
  simpleCoroutine: { states: ['waiting'], finals: ['done'] },

  atm: { states: ['idle', 'asking for the PIN', 'menu', 'refused'], finals: [] },
  checkout: { states: ['filling the cart', 'paying', 'paid'], finals: ['cancelled', 'shipped', 'refunded'] },
  circuitBreaker: { states: ['closed', 'open', 'half open'], finals: [] },
  door: { states: ['shut', 'alarm'], finals: [] },
  download: { states: ['downloading', 'waiting to retry'], finals: ['done'] },
  editor: { states: ['clean', 'dirty', 'saving', 'saving dirty'], finals: ['done'] },
  elevator: { states: ['idle', 'going up', 'going down', 'doors open'], finals: [] },
  login: { states: ['asking', 'in'], finals: ['blocked'] },
  mediaPlayer: { states: ['stopped', 'playing', 'paused'], finals: ['done'] },
  order: { states: ['placed', 'picking', 'ready to ship', 'on the way'], finals: ['done'] },
  pedestrianCrossing: {
    states: ['cars go', 'cars go, someone waits', 'cars stop', 'walk', 'hurry', 'hurry requested'],
    finals: [],
  },
  pinLock: { states: ['locked', 'open'], finals: ['jammed'] },
  signUp: { states: ['account', 'address', 'payment', 'review'], finals: ['done', 'cancelled'] },
  tcpConnection: {
    states: [
      'CLOSED', 'LISTEN', 'SYN_SENT', 'SYN_RECEIVED', 'ESTABLISHED',
      'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSING', 'TIME_WAIT', 'CLOSE_WAIT', 'LAST_ACK',
    ],
    finals: [],
  },
  thermostat: { states: ['heating', 'idle'], finals: [] },
  ticTacToe: { states: ['X to move', 'O to move'], finals: ['X wins', 'O wins', 'draw'] },
  tokenizer: { states: ['between', 'in a number', 'in a word', 'in a text'], finals: ['done'] },
  turnstile: { states: ['locked', 'unlocked'], finals: [] },
  vendingMachine: { states: ['ready', 'has credit'], finals: [] },
};
