export const faults: readonly { readonly name: string }[] = [];
