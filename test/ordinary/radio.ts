/** A radio: one reducer for what it does, one for how loud, and one that puts the two together. */
type Power = 'off' | 'playing' | 'standby';

interface Sound {
  volume: number;
  muted: boolean;
}

interface Radio {
  power: Power;
  sound: Sound;
}

type RadioEvent = { type: 'power' } | { type: 'sleep' } | { type: 'wake' } | { type: 'volume'; by: number } | { type: 'mute' };

const power = (state: Power, { type }: RadioEvent): Power => {
  if (type === 'power') return state === 'off' ? 'playing' : 'off';
  if (type === 'sleep' && state === 'playing') return 'standby';
  if (type === 'wake' && state === 'standby') return 'playing';
  return state;
};

const sound = (state: Sound, event: RadioEvent): Sound => {
  switch (event.type) {
    case 'volume':
      return { volume: Math.min(10, Math.max(0, state.volume + event.by)), muted: false };
    case 'mute':
      return { ...state, muted: !state.muted };
    default:
      return state;
  }
};

const reduce = (state: Radio, event: RadioEvent): Radio => ({
  power: power(state.power, event),
  sound: sound(state.sound, event),
});

export function* radio(play: (volume: number) => void, volume = 5): Generator<Power, never, RadioEvent> {
  let state: Radio = { power: 'off', sound: { volume, muted: false } };
  while (true) {
    const event: RadioEvent = yield state.power;
    state = reduce(state, event);
    if (state.power === 'playing') play(state.sound.muted ? 0 : state.sound.volume);
  }
}

export const samples = {
  radio: {
    args: [() => {}],
    events: [{ type: 'power' }, { type: 'sleep' }, { type: 'wake' }, { type: 'volume', by: 3 }, { type: 'volume', by: -4 }, { type: 'mute' }],
  },
};
