import type { Item } from '@shop/events';
import { tax } from '@tables';

export function total(items: readonly Item[]): number {
  return tax.taxed(items.reduce((sum, item) => sum + item.cents, 0), 'other');
}
