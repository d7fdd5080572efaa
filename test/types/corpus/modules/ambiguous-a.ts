export type Same = 'from-a';
export type OnlyA = 'only-a';
