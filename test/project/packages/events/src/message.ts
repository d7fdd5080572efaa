/** Something that is told to a machine, with what it carries. */
export type Message<Type extends string, Payload extends object = {}> = { readonly type: Type } & Payload;
