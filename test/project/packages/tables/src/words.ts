/** What the kiosk can say, by language. */
export const WELCOME = { en: 'Welcome', de: 'Willkommen', fr: 'Bienvenue' } as const;

export type Language = keyof typeof WELCOME;
