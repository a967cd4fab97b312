import type { AskedPairs } from '../pairs/answers';
import { isGroup, isPaired, type PairMeasure, pairMeasure, RECALL, RECALLS } from '../pairs/measures';

/** What a question about people's drawn captions changes. */
export type DrawnKind = 'things' | 'attributes' | 'counts' | 'people’s swaps' | 'both orders';

/** The names of `drawnNegatives`, as the lab says them; `both orders`: swaps of the project's own captions. */
export function drawnKinds(isWritten: boolean): ReadonlyMap<string, DrawnKind> {
  const swaps = isWritten ? 'both orders' : 'people’s swaps';
  return new Map<string, DrawnKind>([
    ...(isWritten
      ? []
      : ([
          ['replace_obj', 'things'],
          ['replace_att', 'attributes'],
          ['replace_count', 'counts'],
        ] as const)),
    ['swap_obj', swaps],
    ['swap_att', swaps],
  ]);
}

/** Of the miner: one thing, attribute or number for another. */
const MINED: readonly string[] = ['things', 'attributes', 'counts'];
const KINDS: readonly DrawnKind[] = ['things', 'attributes', 'counts', 'people’s swaps', 'both orders'];

export const MINED_PAIRING = pairMeasure('mined kinds, pairing', 1 / 2, isPaired, ({ kind }) =>
  MINED.includes(kind),
);
export const MINED_GROUP = pairMeasure('mined kinds, group', 1 / 6, isGroup, ({ kind }) =>
  MINED.includes(kind),
);

/** Pairing, then group, by kind. */
export const DRAWN_PAIRINGS: readonly PairMeasure[] = KINDS.map((own) =>
  pairMeasure(`${own}, pairing`, 1 / 2, isPaired, ({ kind }) => kind === own),
);
export const DRAWN_GROUPS: readonly PairMeasure[] = KINDS.map((own) =>
  pairMeasure(`${own}, group`, 1 / 6, isGroup, ({ kind }) => kind === own),
);

/** All that is measured of drawn captions. */
export const DRAWN_MEASURES: readonly PairMeasure[] = [
  MINED_PAIRING,
  MINED_GROUP,
  ...DRAWN_PAIRINGS,
  ...DRAWN_GROUPS,
  ...RECALLS,
  RECALL,
];

/** The same questions without people's captions, which may not be redistributed: an id stands for each. */
export function withoutCaptions({ pairs, gallery }: AskedPairs): AskedPairs {
  return {
    pairs: pairs.map((pair) => ({ ...pair, captions: [pair.id, `${pair.id}, negative`] })),
    gallery: gallery.map((each) => ({ ...each, caption: each.picture })),
  };
}
