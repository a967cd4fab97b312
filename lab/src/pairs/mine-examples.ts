import {
  type CaptionedPair,
  type ColourPair,
  isSwapWord,
  PAIR_JOINERS,
  type PairPlace,
  readFreeWording,
  readPairCaption,
} from '@slipform/icons';
import { createPlant, type HardNegative, type PlantOptions } from '@slipform/plant';

/** How training captions are mined, by the options of `@slipform/plant`. */
export const RECIPES = {
  /** All kinds of change, swaps first. */
  composition: { balance: 'composition' },
  swaps: { operations: ['swap'] },
  /** A control: one word gives way to another, whatever its concreteness. */
  random: { operations: ['replace', 'exchange'], policy: 'random' },
} as const satisfies Readonly<Record<string, PlantOptions>>;

export type Recipe = keyof typeof RECIPES;

/** A mined negative of a caption, and where it can be drawn, how. */
export interface MinedHard {
  readonly record: HardNegative;
  readonly pair?: ColourPair;
  readonly place?: PairPlace;
}

/** So many captions are mined together: they exchange words. */
const BLOCK = 4096;

/**
 * Mines captions of colour pairs. A third of all names is held out: captions that have one of them get no negative, so that questions
 * can ask whether what was learned of other names carries over.
 *
 * @returns for each caption its negative, if it has one
 */
export function mineExamples(
  captions: readonly CaptionedPair[],
  recipe: Recipe,
  seed: number,
  onProgress: (done: number) => void = () => {},
): (MinedHard | undefined)[] {
  const plant = createPlant({ ...RECIPES[recipe], seed });
  const mined = new Map<string, HardNegative>();
  for (let start = 0; start < captions.length; start += BLOCK) {
    const block = captions.slice(start, start + BLOCK);
    for (const { negatives } of plant.mineGroups(block.map(({ id, caption }) => ({ id, caption })))) {
      for (const record of negatives) mined.set(record.id, record);
    }
    onProgress(start + block.length);
  }
  return captions.map((own) => {
    const record = mined.get(own.id);
    if (record === undefined || !own.things.every(({ thing }) => isSwapWord(thing))) return undefined;
    const pair = readPairCaption(record.negative) ?? readFreeWording(record.negative);
    if (pair === undefined || !pair.things.every(({ thing }) => isSwapWord(thing))) return { record };
    const places: readonly PairPlace[] = PAIR_JOINERS[pair.joiner];
    // The hard picture is laid out as the caption's own, unless the negative says otherwise.
    return { record, pair, place: places.includes(own.place) ? own.place : places[0]! };
  });
}
