/** A survey that leaves out the questions which earlier answers have made pointless. */
type Answer = 'yes' | 'no';
type Answers = Readonly<Partial<Record<'car' | 'electric' | 'wallbox' | 'train', Answer>>>;

interface Question {
  readonly key: keyof Answers;
  readonly text: string;
  readonly when?: (answers: Answers) => boolean;
}

const questions: readonly Question[] = Object.freeze([
  { key: 'car', text: 'Do you own a car?' },
  { key: 'electric', text: 'Is it electric?', when: ({ car }) => car === 'yes' },
  { key: 'wallbox', text: 'Do you charge it at home?', when: ({ electric }) => electric === 'yes' },
  { key: 'train', text: 'Do you take the train?' },
] satisfies Question[]);

export function* survey(): Generator<string, Answers, Answer> {
  let answers: Answers = {};
  let at = 0;
  const isPointless = (index: number) => questions[index]?.when?.(answers) === false;

  while (at < questions.length) {
    const { key, text } = questions[at]!;
    const answer = yield text;
    answers = { ...answers, [key]: answer };
    do at++;
    while (isPointless(at));
  }
  return answers;
}
