/** What happens to an account, and what is known then. */
export interface AccountEvents {
  'sign-in': { readonly name: string; readonly password: string };
  'sign-out': {};
}

// Since letters are sent.
export interface AccountEvents {
  confirm: { readonly code: number };
  forget: {};
}

export type AccountEvent = { [Type in keyof AccountEvents]: { readonly type: Type } & AccountEvents[Type] }[keyof AccountEvents];
