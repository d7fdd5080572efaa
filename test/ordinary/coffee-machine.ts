/** Makes coffee while there is what it takes, and asks for what is missing. */
type Ingredient = 'beans' | 'milk' | 'water';
type Drink = 'espresso' | 'latte' | 'hot water';

type CoffeeEvent =
  | { type: 'order'; drink: Drink }
  | { type: 'empty'; ingredient: Ingredient }
  | { type: 'refill'; ingredient: Ingredient }
  | { type: 'cancel' }
  | { type: 'done' };

const recipes: Readonly<Record<Drink, readonly Ingredient[]>> = Object.freeze({
  espresso: ['beans', 'water'],
  latte: ['beans', 'milk', 'water'],
  'hot water': ['water'],
});

export function* coffeeMachine(brew: (drink: Drink) => void): Generator<'ready' | 'please refill' | 'brewing', never, CoffeeEvent> {
  const stock = new Set<Ingredient>(['beans', 'milk', 'water']);
  const canMake = (drink: Drink) => recipes[drink].every((ingredient) => stock.has(ingredient));

  const restock = (event: CoffeeEvent) => {
    if (event.type === 'refill') stock.add(event.ingredient);
    else if (event.type === 'empty') stock.delete(event.ingredient);
  };

  ready: while (true) {
    const event = yield 'ready';
    restock(event);
    if (event.type !== 'order') continue;

    while (!canMake(event.drink)) {
      const answer = yield 'please refill';
      if (answer.type === 'cancel') continue ready;
      restock(answer);
    }

    brew(event.drink);
    let progress: CoffeeEvent;
    do {
      progress = yield 'brewing';
      restock(progress);
    } while (progress.type !== 'done');
  }
}

export const samples = {
  coffeeMachine: {
    args: [() => {}],
    events: [
      { type: 'order', drink: 'latte' },
      { type: 'order', drink: 'hot water' },
      { type: 'empty', ingredient: 'milk' },
      { type: 'refill', ingredient: 'milk' },
      { type: 'cancel' },
      { type: 'done' },
    ],
  },
};
