/** Why a machine of test/ordinary does not come out as it was drawn by hand, in a few words: kept by hand, and only for those that do not. */
export const reasons: Readonly<Record<string, string | undefined>> = {
  ballot: 'an instance with `#private` members that a method changes cannot be copied, so it is refused, with a way out',
  'bank-account': 'the names are in a getter of a class that is made in the machine, and it is not followed there',
  'washing-machine': 'the phase is a field of an object that a method sets, which is not followed; the `try` around it makes all of it arrows',
};
