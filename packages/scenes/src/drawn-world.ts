import { refuse } from '@slipform/kit/errors/input-error';
import { choice, defineOptions, described, listOf, optional, text } from '@slipform/kit/options/options';
import { hashText } from '@slipform/kit/random/hash';
import { shown } from '@slipform/kit/text/printable';
import { createPlant } from '@slipform/plant';
import { STYLES, type Style } from './artist';
import { type DrawnNegatives, drawnNegatives } from './drawn-negatives';
import { type IllustrateOptions, illustrateRows } from './illustrate';

export interface DrawnWorldOptions extends IllustrateOptions {
  /** Who draws the questions; the other artists draw what is trained on. Default `'noto'`. */
  readonly style?: Style;
  /** Captions to ask about. Default: about every fifth of the others, by a hash of its text. */
  readonly questions?: readonly string[];
  /** How far the miner goes for a negative: `sense` of `@slipform/plant`. Default `'usual'`. */
  readonly sense?: 'strict' | 'usual' | 'all';
}

/** What is trained on, and what is asked: neither a caption nor an artist of one is in the other. */
export interface DrawnWorld {
  /** The same captions by each of the other artists, with their drawn negatives. */
  readonly training: readonly { readonly style: Style; readonly drawn: DrawnNegatives }[];
  readonly questions: DrawnNegatives;
}

/** Options of a world, and of the command, hence the help. */
export const worldRows = {
  ...illustrateRows,
  sense: described(
    'with captions: how far the miner goes for a negative',
    optional(choice(['strict', 'usual', 'all'])),
  ),
};
const table = defineOptions('drawnWorld', { ...worldRows, questions: optional(listOf(text('a caption'))) });

/** Negatives of a caption at most. */
const perCaption = 3;

/**
 * Makes of captions what a model is trained on and what it is asked, by the miner and artists alone: negatives of `@slipform/plant` whose
 * change is drawn. Questions are of other captions and by another artist. Give captions of other images as `questions` where several
 * captions are of one image.
 *
 * @throws InputError if the captions are no list of texts, or an option is wrong
 *
 * @example
 * const captions = ['A red car next to a green bus.', 'A dog under a cat.'];
 * const world = await drawnWorld(captions, { questions: captions.slice(1), size: 64 });
 * for (const { style, drawn } of world.training) await writeFile(`${style}.tar`, webdataset(drawn));
 * const { kinds } = await evaluate(encoder, world.questions);
 */
export async function drawnWorld(
  captions: readonly string[],
  options: DrawnWorldOptions = {},
): Promise<DrawnWorld> {
  const { questions, style, sense, ...drawing } = table.read(options);
  if (!Array.isArray(captions) || captions.some((caption) => typeof caption !== 'string')) {
    refuse('drawnWorld', 'captions', 'must be a list of texts', shown(captions));
  }
  const asked = new Set(questions ?? captions.filter((caption) => hashText(caption) % 5 === 0));
  const mine = (own: readonly string[]) =>
    createPlant({ balance: 'composition', perCaption, sense, seed: drawing.seed >>> 0 }).mineBlock([
      ...new Set(own),
    ]);
  const trained = mine(captions.filter((caption) => !asked.has(caption)));
  const training = await Promise.all(
    STYLES.filter((each) => each !== style).map(async (each) => ({
      style: each,
      drawn: await drawnNegatives(trained, { ...drawing, style: each }),
    })),
  );
  return { training, questions: await drawnNegatives(mine([...asked]), { ...drawing, style }) };
}
