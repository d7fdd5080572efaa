export const HOURS = { morning: [8, 12], afternoon: [13, 18] } as const;

export type Shift = keyof typeof HOURS;
