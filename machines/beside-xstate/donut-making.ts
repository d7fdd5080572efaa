/** A donut, from flour to glaze. The dry and the wet ingredients are made ready side by side, in whatever order. */
type DonutEvent =
  | { type: 'sift flour' | 'warm milk' | 'whisk eggs' }
  | { type: 'knead' | 'fry' | 'flip' | 'lift out' }
  | { type: 'glaze'; with: string };

type Dry = 'unsifted' | 'sifted';
type Wet = 'cold' | 'warm' | 'whisked';

export function* donutMaking(): Generator<
  `${Dry} flour, ${Wet} milk` | 'mixed' | 'dough' | 'first side' | 'second side' | 'draining',
  { glaze: string },
  DonutEvent
> {
  let dry: Dry = 'unsifted';
  let wet: Wet = 'cold';
  while (dry !== 'sifted' || wet !== 'whisked') {
    const { type }: DonutEvent = yield `${dry} flour, ${wet} milk`;
    if (type === 'sift flour') dry = 'sifted';
    else if (type === 'warm milk' && wet === 'cold') wet = 'warm';
    else if (type === 'whisk eggs' && wet === 'warm') wet = 'whisked';
  }

  while ((yield 'mixed').type !== 'knead');
  while ((yield 'dough').type !== 'fry');
  while ((yield 'first side').type !== 'flip');
  while ((yield 'second side').type !== 'lift out');
  while (true) {
    const event = yield 'draining';
    if (event.type === 'glaze') return { glaze: event.with };
  }
}
