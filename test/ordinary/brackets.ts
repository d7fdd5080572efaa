/** Are the brackets balanced? What must still be closed is on a stack. */
type Char = '(' | ')' | '[' | ']' | 'end';

const PAIRS = { '(': ')', '[': ']' } as const;

export function* brackets(): Generator<'outside' | 'inside', 'balanced' | 'unbalanced', Char> {
  const expected: Char[] = [];
  while (true) {
    const char: Char = yield expected.length > 0 ? 'inside' : 'outside';
    switch (char) {
      case '(':
      case '[':
        expected.push(PAIRS[char]);
        break;
      case ')':
      case ']':
        if (expected.pop() !== char) return 'unbalanced';
        break;
      case 'end':
        return expected.length > 0 ? 'unbalanced' : 'balanced';
    }
  }
}
