export const CARRIERS = ['post', 'bicycle'] as const;

export type Carrier = (typeof CARRIERS)[number];

type Step = 'picked' | 'delivered' | 'returned';

/** A parcel is picked and delivered by somebody; that it comes back is told by the store. */
export type ParcelEvent = `${Carrier}-${Exclude<Step, 'returned'>}` | Extract<Step, 'returned'>;
