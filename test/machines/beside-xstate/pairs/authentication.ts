import { authenticationMachine } from '../../../../machines/beside-xstate/authentication.machine.ts';
import { authentication } from '../../../../machines/beside-xstate/authentication.ts';
import type { Pair } from '../pair.ts';

export const pair: Pair = {
  begin: (act) => authentication((credentials) => act('checkPassword', credentials), (entered) => act('checkCode', entered)),
  machine: authenticationMachine,
  actions: (act) => ({
    checkPassword: (_, credentials) => act('checkPassword', credentials),
    checkCode: (_, entered) => act('checkCode', entered),
  }),
  events: [
    { type: 'submit', user: 'ada', password: 'secret' },
    { type: 'accepted', needsCode: true },
    { type: 'accepted', needsCode: false },
    { type: 'rejected' },
    { type: 'enter code', code: '1234' },
    { type: 'cancel' },
    { type: 'sleep' },
    { type: 'wake' },
    { type: 'sign out' },
  ],
};
