import type { Icon, MinimalPair } from '@slipform/icons';
import { visualChanges } from '@slipform/icons';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import type { IconWorld } from '../icons/icon-world';
import type { EditCaption } from './edit-caption';
import { placeOf, type WordTable } from './word-table';

/** What the premise of the paper is asked of: one exchange of a word. */
export interface Exchange {
  /** The word that was taken out; of two captions by people both. */
  readonly words: readonly string[];
  /** What is compared within: the set and the place of the word. */
  readonly group: string;
  /** Words of the caption. */
  readonly length: number;
  /** log₂ of how often the words occur in names, mean. */
  readonly frequency: number;
}

/** An icon of a test artist with a caption of which a word was exchanged. */
export interface EditedExchange extends Exchange {
  readonly row: number;
  readonly caption: string;
  readonly edited: string;
}

/** Two drawings by one hand. */
export interface DrawnExchange extends Exchange {
  /** 1 − the correlation of the blurred drawings. */
  readonly change: number;
}

/** Words of a pair of drawings lie within so much of each other. */
const APART = 1;
const AT_ONCE = 4000;

/** Edited captions of icons, one a word of the caption, in an order by chance. */
export function editedExchanges(
  icons: readonly Icon[],
  rowOf: (icon: Icon) => number,
  { edit, table, most }: { readonly edit: EditCaption; readonly table: WordTable; readonly most: number },
): EditedExchange[] {
  const random = createRandom(streamSeed(0, 'edited exchanges'));
  const found: EditedExchange[] = [];
  for (const icon of random.shuffle([...icons])) {
    const { words, caption, aliases, set } = icon;
    for (const [slot, word] of words.entries()) {
      const [edited] = edit(words, slot, new Set([caption, ...aliases]));
      if (edited === undefined) continue;
      const own = aboutWords(icon, slot, [word], set, table);
      found.push({ ...own, row: rowOf(icon), caption, edited: edited.text });
    }
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

/** How much the drawings of minimal pairs differ, of pairs by chance whose words are about equally concrete. */
export function drawnExchanges(
  pairs: readonly MinimalPair[],
  { size, grey }: Pick<IconWorld, 'size' | 'grey'>,
  rowOf: ReadonlyMap<string, number>,
  { table, most }: { readonly table: WordTable; readonly most: number },
): DrawnExchange[] {
  const isLevel = ({ words }: MinimalPair) => {
    const [a, b] = words.map(table.ratingOf);
    return a !== undefined && b !== undefined && Math.abs(a - b) <= APART;
  };
  const random = createRandom(streamSeed(0, 'drawn exchanges'));
  const chosen = random.shuffle(pairs.filter(isLevel)).slice(0, most);
  const area = size * size;
  const found: DrawnExchange[] = [];
  for (let start = 0; start < chosen.length; start += AT_ONCE) {
    const part = chosen.slice(start, start + AT_ONCE);
    const pixels = new Uint8Array(part.length * 2 * area * 3);
    for (const [at, { icons }] of part.entries()) {
      for (const [side, { id }] of icons.entries()) {
        const from = rowOf.get(id)! * area;
        const to = (2 * at + side) * area;
        for (let pixel = 0; pixel < area; pixel++)
          pixels.fill(grey[from + pixel]!, (to + pixel) * 3, (to + pixel + 1) * 3);
      }
    }
    const drawings = { size, pixels, skipped: [], has: () => true };
    const changes = visualChanges(
      drawings,
      part.map((_, at) => [2 * at, 2 * at + 1] as const),
    );
    for (const [at, { icons, words, slot }] of part.entries()) {
      const own = aboutWords(icons[0], slot, words, icons[0].set, table);
      found.push({ ...own, change: Math.round(1e4 * changes[at]!) / 1e4 });
    }
  }
  return found;
}

function aboutWords(
  icon: Icon,
  slot: number,
  words: readonly string[],
  set: string,
  table: WordTable,
): Exchange {
  const frequency = words.reduce((sum, word) => sum + table.frequencyOf(word), 0) / words.length;
  const { length } = icon.words;
  return {
    words,
    group: `${set} ${placeOf(slot, length)}`,
    length,
    frequency: Math.round(100 * frequency) / 100,
  };
}
