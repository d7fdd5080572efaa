// Helper: events and tables for the other modules.
export type Ev = { type: 'go' } | { type: 'stop'; n: number };
export interface Pressed { type: 'pressed'; key: string }
export enum Color { Red = 'red', Blue = 'blue' }
export const STATES = ['idle', 'busy'] as const;
export type State = (typeof STATES)[number];
export const Light = { RED: 'r', GREEN: 'g' } as const;
export type Light = (typeof Light)[keyof typeof Light];
export type Of<T extends string, P = {}> = { type: T } & P;
type Hidden = 'hidden';
export type Shown = Hidden | 'shown';
export class Klass { type = 'klass' as const; }
export default interface Default { type: 'default' }
export namespace Space { export type Inner = 'inner' | Hidden; }
export const make = (n: number) => ({ type: 'made', n }) as const;
export type { Hidden as Renamed };
