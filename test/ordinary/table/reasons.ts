/** Why a machine of test/ordinary does not come out as it was drawn by hand, in a few words: kept by hand, and only for those that do not. */
export const reasons: Readonly<Record<string, string | undefined>> = {
  ballot: 'wrong: an instance with `#private` fields is copied as if it were plain, and then throws',
  'bank-account': 'the names are in a getter of a class that is made in the machine, and it is not followed there',
  'checkbox-tree': 'refused: a function of the machine with an early return whose condition asks a Set',
  'drawing-history': 'the name is the answer of a helper that asks an object that other helpers make',
  hangman: 'an object with a constant `state` is not named by it where another of its fields is computed by a call',
  lift: 'arrows that are never taken: where it goes is asked on arrival, though it names the floor and was known on departure',
  'memory-cards': 'a number sent into an argument is called `event`, not after the parameter that receives it',
  onboarding: 'the words in a constant list that `includes` asks for are no events; and events that are special elsewhere have arrows of their own where they do what any other does',
  'order-saga': 'refused: functions that a function of the module made are not copied',
  printer: 'refused: a local function whose answer is yielded, and asked in a condition as well',
  subscription: 'refused: symbols and a Map of Maps, constants of the module, are not copied',
  survey: 'refused: a local function, asked in the condition of a loop, that calls a function out of a table',
  'washing-machine': 'the phase is a field of an object that a method sets, which is not followed; the `try` around it makes all of it arrows',
};
