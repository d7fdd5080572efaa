// What other modules take from schemas.
import { z } from 'zod';
import * as v from 'valibot';
export const eventSchema = z.discriminatedUnion('type', [z.object({ type: z.literal('add'), sku: z.string() }), z.object({ type: z.literal('drop') })]);
export type CartEvent = z.infer<typeof eventSchema>;
export const modeSchema = v.picklist(['dark', 'light']);
export type Mode = v.InferOutput<typeof modeSchema>;
