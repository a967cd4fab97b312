import { createRequire } from 'node:module';
import { type CaptionedPair, freeWording, pairCaptions, pairQuestions } from '@slipform/icons';
import { colourPairs, stringifyPairQuestions } from '@slipform/icons/files';
import { hashText } from '@slipform/kit/random/hash';
import type { Part } from '../machine/measured';
import type { Run } from '../run';
import { CORE, ICON_CORPUS } from './folders';
import { mineExamples } from './mine-examples';
import type { PairExample, PreparedPictures } from './prepared';
import { keyedGallery, keyedQuestions, keysOf } from './questions';
import { joined, openThings, PAIR_SIZE } from './things';

export interface PrepareOptions {
  readonly evaluation: Run['evaluation'];
  readonly onProgress: (part: Part) => void;
}

const SENTENCES = createRequire(import.meta.url).resolve('@slipform/icons/data/colour-pairs-sentences.json');

/** Questions on validation artists, a set. */
const PER_VALIDATION_SET = 100;

/**
 * Captions of pictures by training artists, with what ConcretePlant mines of them and the pictures of both; and the questions, about
 * other artists.
 */
export async function preparePairs({ evaluation, onProgress }: PrepareOptions): Promise<PreparedPictures> {
  const { pairs, captions, seed, artists, recipes, wordings } = evaluation;
  const root = artists === 'core' ? CORE : ICON_CORPUS;
  const drawing = (done: number, total: number) =>
    onProgress({ what: 'drawing icons', done, total, unit: 'icons' });
  const things = await openThings({ root, sets: artists, split: 'train', onDrawn: drawing });
  const plain = pairCaptions(things.icons, { count: captions, seed });
  const shown = wordings === undefined ? plain : plain.map(halfFreely);
  const pictures = shown.map((pair) => things.draw(pair.set, pair, pair.place)!);
  const rowOfKey = new Map<string, number>();
  const mined = new Map(
    recipes.map((recipe, at) => {
      const total = recipes.length * shown.length;
      return [
        recipe,
        mineExamples(shown, recipe, seed, (done) =>
          onProgress({ what: 'mining captions', done: at * shown.length + done, total, unit: 'captions' }),
        ),
      ] as const;
    }),
  );
  const examples = shown.map(({ set, caption }, row): PairExample => {
    const hard = [...mined].flatMap(([recipe, all]) => {
      const own = all[row];
      if (own === undefined) return [];
      const { record, pair, place } = own;
      const picture = pair && things.draw(set, pair, place!);
      const key = `${set} ${place} ${record.negative}`;
      if (picture && !rowOfKey.has(key)) rowOfKey.set(key, pictures.push(picture) - 1);
      const hardRow = picture && rowOfKey.get(key);
      return [
        {
          ...{ recipe, text: record.negative, operation: record.operation, slot: record.slot },
          concreteness: record.concreteness,
          ...(hardRow !== undefined && { row: hardRow }),
        },
      ];
    });
    return { rows: [row], caption, hard };
  });
  const asked = await benchmarkOf(evaluation, root);
  const keyed = keyedQuestions(asked, pairs);
  const keys = keysOf(keyed);
  const wanted = new Set(keys);
  const askedPictures = new Map(
    asked.questions.flatMap(({ right }) =>
      right.flatMap(({ image }) => (wanted.has(image.key) ? [[image.key, image] as const] : [])),
    ),
  );
  const first = pictures.length;
  for (const [at, key] of keys.entries()) {
    pictures.push((await askedPictures.get(key)!.load()).data);
    if (at % 100 === 99) onProgress({ what: 'drawing questions', done: at + 1, total: keys.length });
  }
  return {
    ...{ examples, keys, first },
    benchmarks: [keyed, keyedGallery(keyed)],
    pictures: { size: PAIR_SIZE, rgb: joined(pictures) },
  };
}

/** Half of the captions, by their ids, in one of the ways that training has. */
function halfFreely(pair: CaptionedPair): CaptionedPair {
  const number = hashText(pair.id);
  return number % 2 === 0 ? pair : { ...pair, caption: freeWording(pair, number >>> 1, 'training') };
}

/** The committed questions about test artists, or as many about each of the validation artists. */
async function benchmarkOf({ split, seed, sentences }: Run['evaluation'], root: string) {
  const ask = { size: PAIR_SIZE, root, onWarning: () => {} };
  if (split === 'test') {
    const own = await colourPairs(undefined, ask);
    if (!sentences) return own;
    const worded = await colourPairs(SENTENCES, ask);
    const questions = worded.questions.filter(({ kind }) => kind.startsWith('swap, in a sentence'));
    return {
      ...own,
      questions: [...own.questions, ...questions],
      chances: { ...worded.chances, ...own.chances },
      means: { ...worded.means, ...own.means },
    };
  }
  const { icons, sets, versions } = await openThings({ root, sets: 'all', split });
  const about = Object.fromEntries(
    sets.map(({ set, artist, family, licence }) => [
      set,
      { package: '@iconify/json', version: versions['@iconify/json']!, artist, family, licence },
    ]),
  );
  const questions = pairQuestions(icons, { perSet: PER_VALIDATION_SET, seed });
  return colourPairs(JSON.parse(stringifyPairQuestions('validation', about, questions, () => false)), ask);
}
