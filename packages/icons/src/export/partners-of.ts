import { hashText, mix } from '@slipform/kit/random/hash';
import type { Icon, MinimalPair } from '../corpus/icon';

/** For the id of each icon that is in a pair, the other icon of one of its pairs, which the seed draws. */
export function partnersOf(pairs: readonly MinimalPair[], seed: number): ReadonlyMap<string, Icon> {
  const start = mix(seed);
  const best = new Map<string, { readonly place: number; readonly partner: Icon }>();
  for (const { id, icons } of pairs) {
    for (const [own, partner] of [icons, [icons[1], icons[0]] as const]) {
      const place = hashText(`${id} ${own.id}`, start) >>> 0;
      const known = best.get(own.id);
      if (known === undefined || place < known.place) best.set(own.id, { place, partner });
    }
  }
  return new Map([...best].map(([id, { partner }]) => [id, partner]));
}
