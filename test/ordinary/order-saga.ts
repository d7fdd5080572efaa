/** An order the way sagas are written: every effect is yielded, its result sent back, its failure thrown in. */
interface Effect {
  readonly name: string;
  readonly args: readonly unknown[];
}

interface Order {
  readonly id: string;
  readonly cents: number;
}

const effect =
  (verb: string) =>
  (what: string, ...args: unknown[]): Effect => ({ name: `${verb} ${what}`, args });

const take = effect('take');
const call = effect('call');
const put = effect('put');

export function* orderSaga(): Generator<Effect, void, any> {
  while (true) {
    const order: Order = yield take('order placed');
    try {
      const receipt: string = yield call('pay', order.cents);
      yield put('order paid', order.id, receipt);
    } catch (error) {
      yield put('payment failed', order.id, error);
      continue;
    }

    let status: string;
    do ({ status } = (yield take('shipment moved')) as { status: string });
    while (status !== 'delivered' && status !== 'lost');
    yield put(status === 'lost' ? 'refund' : 'thank you', order.id);
  }
}

export const samples = {
  orderSaga: {
    events: [{ id: 'o-1', cents: 999 }, 'r-1', { status: 'on the way' }, { status: 'delivered' }, { status: 'lost' }],
  },
};
