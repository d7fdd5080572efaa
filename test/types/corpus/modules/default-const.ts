// Helper: a default that is a value.
const table = { a: 'A', b: 'B' } as const;
export default table;
