import type { AskedPairs } from '../pairs/answers';
import { isGroup, isPaired, type PairMeasure, pairMeasure, RECALL, RECALLS } from '../pairs/measures';

/** What a question about people's drawn captions changes. */
export type DrawnKind = 'things' | 'attributes' | 'counts' | 'people’s swaps' | `both orders, ${Relation}`;

/** By which things of the project's own captions are joined. */
type Relation = 'left or right' | 'depth' | 'above or below' | 'colours';

const KIND_NAMES = new Map<string, DrawnKind>([
  ['replace_obj', 'things'],
  ['replace_att', 'attributes'],
  ['replace_count', 'counts'],
  ['swap_obj', 'people’s swaps'],
  ['swap_att', 'people’s swaps'],
]);

/** What a change is called here, by its name in `drawnNegatives`; undefined of one that is not asked. */
export function kindOf(name: string, caption: string, isWritten: boolean): DrawnKind | undefined {
  const kind = KIND_NAMES.get(name);
  if (!isWritten) return kind;
  return kind === 'people’s swaps' ? `both orders, ${relationOf(caption)}` : undefined;
}

function relationOf(caption: string): Relation {
  if (/ (left|right) of /.test(caption)) return 'left or right';
  if (/ (behind|in front of) /.test(caption)) return 'depth';
  return / (above|under) /.test(caption) ? 'above or below' : 'colours';
}

/** Of the miner: one thing, attribute or number for another. */
const MINED: readonly string[] = ['things', 'attributes', 'counts'];
const KINDS: readonly DrawnKind[] = ['things', 'attributes', 'counts', 'people’s swaps'];
const RELATIONS: readonly Relation[] = ['left or right', 'depth', 'above or below', 'colours'];

export const MINED_PAIRING = pairMeasure('mined kinds, pairing', 1 / 2, isPaired, ({ kind }) =>
  MINED.includes(kind),
);
export const MINED_GROUP = pairMeasure('mined kinds, group', 1 / 6, isGroup, ({ kind }) =>
  MINED.includes(kind),
);

/** Swaps of captions in which both orders are equally likely: what learns that odd captions have odd pictures loses here. */
export const BOTH_ORDERS = pairMeasure('both orders, pairing', 1 / 2, isPaired, ({ kind }) =>
  kind.startsWith('both orders'),
);
export const BY_RELATION = RELATIONS.map((own) =>
  pairMeasure(`${own}, pairing`, 1 / 2, isPaired, ({ kind }) => kind === `both orders, ${own}`),
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
  BOTH_ORDERS,
  ...BY_RELATION,
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
