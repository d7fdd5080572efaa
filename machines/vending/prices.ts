/** What the vending machine sells, and for how much. */
export type Product = 'water' | 'crisps' | 'chocolate';

export const prices: Readonly<Record<Product, number>> = { water: 100, crisps: 150, chocolate: 200 };

/** What is left to pay for a product; nothing or less where there is enough. */
export function missing(product: Product, credit: number): number {
  return prices[product] - credit;
}
