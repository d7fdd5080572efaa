// Types that packages make.
import { z } from 'zod';
import * as v from 'valibot';
import type { EventObject } from 'xstate';
import type { Actor } from 'xstate';
const Ev = z.discriminatedUnion('type', [z.object({ type: z.literal('go'), to: z.string() }), z.object({ type: z.literal('stop') })]);
type Ev = z.infer<typeof Ev>;
const Name = z.enum(['a', 'b']);
const Opt = z.object({ a: z.string().optional(), b: z.literal('x').nullable() });
const VEv = v.variant('type', [v.object({ type: v.literal('go'), n: v.number() }), v.object({ type: v.literal('stop') })]);
type VEv = v.InferOutput<typeof VEv>;
const VName = v.picklist(['x', 'y']);

export function* zod(): Generator<'s', void, Ev> {}
export function* zodType(): Generator<Ev['type'], void, z.infer<typeof Name>> {}
export function* zodOpt(): Generator<'s', void, z.infer<typeof Opt>> {}
export function* zodInput(): Generator<'s', void, z.input<typeof Name> | 'extra'> {}
export function* valibot(): Generator<'s', void, VEv> {}
export function* valibotName(): Generator<VEv['type'], void, v.InferOutput<typeof VName>> {}
export function* xstate(): Generator<'s', void, EventObject> {}
export function* mixed(): Generator<'s', void, EventObject | 'own'> {}
export function* emitter(): Generator<'s', void, Actor<any> | 'x'> {}
export function* keyed(): Generator<'s', void, EventObject['type']> {}
export function* options(): Generator<'s', void, (typeof Name.options)[number]> {}
