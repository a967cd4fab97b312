import { InputError } from '@slipform/kit/errors/input-error';
import { list, object, oneOf, text } from '@slipform/kit/formats/shape';
import type { Benchmark } from '../questions/benchmark';
import { createRandom } from '../statistics/random';
import { collectQuestions } from './collect-questions';
import { findImages, type ImageOptions } from './find-images';
import { captionsOf } from './read-captions';
import type { Source } from './read-source';
import { rowOf } from './row';
import { cleanCaption, shuffleCaption, type Tagger } from './shuffle-caption';

export interface AroOrderOptions extends ImageOptions {
  /** Finds nouns and adjectives; `englishTagger` of `@slipform/bench/files` is one. Order sets need it. */
  readonly tagger?: Tagger;
  /** Decides the shuffles. Default 0. */
  readonly seed?: number;
  /** Split of Karpathy's file. Default `'test'`. */
  readonly split?: string;
  /** Default `'ARO order'`; the authors call the sets COCO-Order and Flickr30k-Order. */
  readonly name?: string;
}

/**
 * ARO's order sets: a caption against four shuffles of its words; all captions of the file are asked, kind `order`,
 * chance 1/5. The authors draw the shuffles anew at each run, and tag with spaCy; ours follow from the seed.
 *
 * A tie is wrong here. The authors' argmax takes the first of equals, and there the caption stands first: a model that
 * cannot tell order at all gets 1.0 from them and 0 here. A shuffle that is the caption again is no wrong answer and is
 * left out, as it makes no difference to theirs; captions of which that is true of all four are counted as excluded.
 */
export function aroOrder(
  source: Source,
  options: AroOrderOptions & Required<Pick<AroOrderOptions, 'seed' | 'name'>>,
): Benchmark {
  const { images, tagger, seed, split, name } = options;
  // If the file is of another kind, its own error comes before the one about the tagger.
  const rows = captionsOf(source, split);
  if (!tagger) {
    throw new InputError(
      `aro: ${source.name} holds captions, whose nouns and adjectives are to be shuffled: pass tagger, such as englishTagger of @slipform/bench/files.`,
    );
  }
  const find = findImages('aro', images, source.folder);
  const collected = collectQuestions();
  for (const { row, name: picture, captions } of rows) {
    const image = find(picture, row.fail);
    captions.forEach((written, index) => {
      const key = `${picture}/${index}`;
      const caption = cleanCaption(written);
      const shuffled = shuffleCaption(tokensOf(tagger, written), createRandom(seed, `aro ${key}`));
      const candidates = [...new Set(shuffled)].filter((each) => each !== caption);
      if (candidates.length === 0) collected.exclude('order');
      else {
        collected.add(rowOf(source.name, key, {}), 'order', picture, {
          right: [{ image, text: caption }],
          wrong: candidates.map((text) => ({ image, text })),
          rule: { topK: 1 },
        });
      }
    });
  }
  const { questions, withoutImage } = collected;
  return { name, questions, withoutImage, coverage: collected.coverage(), chance: 1 / 5 };
}

function tokensOf(tagger: Tagger, caption: string): ReturnType<Tagger> {
  const tokens: unknown = tagger(caption);
  return list(object({ text, tag: oneOf(['noun', 'adjective', 'other']) }))(
    tokens,
    'aro: what tagger returns',
  );
}
