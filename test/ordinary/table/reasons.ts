/** Why a machine of test/ordinary does not come out as it was drawn by hand, in a few words: kept by hand, and only for those that do not. */
export const reasons: Readonly<Record<string, string | undefined>> = {
  ballot: 'wrong: an instance with `#private` fields is copied as if it were plain, and then throws',
  'bank-account': 'the names are in a getter of a class that is made in the machine, and it is not followed there',
  'washing-machine': 'the phase is a field of an object that a method sets, which is not followed; the `try` around it makes all of it arrows',
};
