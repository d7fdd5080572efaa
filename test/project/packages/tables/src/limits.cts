/** How often something may be tried. */
export const LIMITS = { signIn: 3, payment: 2 } as const;
