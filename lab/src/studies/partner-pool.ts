import type { Icon, MinimalPair } from '@slipform/icons';
import type { HardCaption } from '../icons/icon-example';
import { choosePairs } from './choose-pairs';
import type { EditCaption } from './edit-caption';
import { pairKey } from './word-links';
import type { WordTable } from './word-table';

/** Words of a pair are about equally concrete. */
const APART = 0.8;
/** Mean rating of abstract pairs at most, of concrete ones at least. */
const ABSTRACT_BELOW = 3.2;
const CONCRETE_FROM = 4.2;

/** Two icons of one hand, as each other's hard negatives. */
export interface PartnerPair {
  readonly rows: readonly [number, number];
  readonly captions: readonly [string, string];
  /** Mean rating of the two words. */
  readonly concreteness: number;
  readonly half: 'abstract' | 'concrete';
  /** Captions of each with the word exchanged in which they differ. */
  readonly edited: readonly [readonly HardCaption[], readonly HardCaption[]];
}

/**
 * The pool of the study of natural partners: minimal pairs of training artists, as many of abstract words as of concrete
 * ones. Only pairs are taken whose captions can both be edited at the word that differs, so that every arm can train on them.
 *
 * @param rowOf the row of an icon, by its id
 * @param most pairs of the pool
 */
export function partnerPool(
  pairs: readonly MinimalPair[],
  rowOf: ReadonlyMap<string, number>,
  {
    edit,
    table,
    heldOut,
    most,
  }: {
    readonly edit: EditCaption;
    readonly table: WordTable;
    readonly heldOut: ReadonlySet<string>;
    readonly most: number;
  },
): PartnerPair[] {
  const rated = pairs.flatMap((pair) => {
    const [a, b] = pair.words.map((word) => table.ratingOf(word));
    if (a === undefined || b === undefined || Math.abs(a - b) > APART || heldOut.has(pairKey(...pair.words)))
      return [];
    const concreteness = (a + b) / 2;
    if (concreteness >= ABSTRACT_BELOW && concreteness < CONCRETE_FROM) return [];
    return [{ ...pair, concreteness }];
  });
  const limits = { count: most, seed: 0, perWordPair: 8, perWord: 300, perIcon: 3 };
  const halves = (['abstract', 'concrete'] as const).map((half) =>
    choosePairs(
      rated.filter(({ concreteness }) => concreteness < ABSTRACT_BELOW === (half === 'abstract')),
      limits,
    ).flatMap((pair): PartnerPair[] => {
      const rows = pair.icons.map(({ id }) => rowOf.get(id));
      const edited = pair.icons.map((icon) => edit(icon.words, pair.slot, knownOf(icon)));
      if (rows.includes(undefined) || edited.some(({ length }) => length === 0)) return [];
      const [one, other] = pair.icons;
      return [
        {
          rows: [rows[0]!, rows[1]!],
          captions: [one.caption, other.caption],
          concreteness: pair.concreteness,
          half,
          edited: [edited[0]!, edited[1]!],
        },
      ];
    }),
  );
  const count = Math.min(most >> 1, ...halves.map(({ length }) => length));
  return halves.flatMap((half) => half.slice(0, count));
}

function knownOf({ caption, aliases }: Icon): ReadonlySet<string> {
  return new Set([caption, ...aliases]);
}
