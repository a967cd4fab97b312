import { hashText, mix } from '@slipform/kit/random/hash';

/**
 * Items in an order that a seed fixes. It depends on each item's own id alone: where a set gains an icon, the others keep
 * their order.
 */
export function seededOrder<T extends { readonly id: string }>(items: readonly T[], seed: number): T[] {
  const start = mix(seed);
  return items
    .map((item) => ({ item, place: hashText(item.id, start) >>> 0 }))
    .sort((a, b) => a.place - b.place || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
}
