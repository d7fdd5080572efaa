export type Same = 'from-b';
export type OnlyB = 'only-b';
