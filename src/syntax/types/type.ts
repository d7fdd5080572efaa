/** Types, as this room reads them and those below call them. */
export type { Type, TypeField } from '../../chart/type.ts';
