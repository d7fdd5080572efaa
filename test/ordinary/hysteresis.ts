// @ts-nocheck
/** A thermostat that does not flutter: it heats until well above the target, and rests until well below it. */
export function* hysteresis(target = 21, band = 1) {
  let heating = false;
  while (true) {
    const celsius = yield heating ? 'heating' : 'off';
    switch (true) {
      case celsius < target - band:
        heating = true;
        break;
      case celsius > target + band:
        heating = false;
        break;
    }
  }
}

export const samples = {
  hysteresis: {
    args: [21, 1],
    events: [15, 20.5, 25],
  },
};
