/** Why a machine of test/ordinary does not come out as it was drawn by hand, in a few words: kept by hand, and only for those that do not. */
export const reasons: Readonly<Record<string, string | undefined>> = {
  ballot: 'wrong: an instance with `#private` fields is copied as if it were plain, and then throws',
  'bank-account': 'the names are in a getter of a class that is made in the machine, and it is not followed there',
  'checkbox-tree': 'refused: a function of the machine with an early return whose condition asks a Set',
  'drawing-history': 'the name is the answer of a helper that asks an object that other helpers make',
  printer: 'refused: a local function whose answer is yielded, and asked in a condition as well',
  survey: 'refused: a local function, asked in the condition of a loop, that calls a function out of a table',
  'washing-machine': 'the phase is a field of an object that a method sets, which is not followed; the `try` around it makes all of it arrows',
};
