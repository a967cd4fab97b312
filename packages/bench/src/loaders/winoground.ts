import { defineOptions } from '@slipform/kit/options/options';
import { type Benchmark, nothingAsked } from '../questions/benchmark';
import type { BenchmarkImage } from '../questions/question';
import { collectQuestions } from './collect-questions';
import { findImages, type ImageOptions, imageRows, pictureIn } from './find-images';
import { matchTwo, PAIR_KINDS, pairScores } from './match-two';
import { readJsonLinesSource } from './read-source';
import { type Row, rowsById } from './row';

const table = () => defineOptions('winoground', imageRows);

/**
 * Winoground: two photographs and two captions of the same words in another order; which goes with which?
 *
 * Kinds `text` (the right caption for both images, chance 1/4), `image` (the right image for both captions, 1/4),
 * `group` (both, 1/6), which is the headline, and `pairing` (the two together rather than crosswise, 1/2). A tie is wrong, as
 * in the authors' evaluation, which compares with `>`. A scorer of bags of words gets none of them, nor does a text-only one.
 * Source: Thrush et al. 2022, arXiv 2204.03162; huggingface.co/datasets/facebook/winoground.
 *
 * @param file `examples.jsonl` as published, `{ id, image_0, image_1, caption_0, caption_1 }` with the names of
 *   pictures (`ex_0_img_0`, found as `.png`); or rows, such as `readParquet` of `@slipform/bench/files` reads from the
 *   Parquet form, whose pictures are in the file.
 * @throws InputError with file and row where the file is not of this kind
 *
 * @example
 * const benchmark = winoground('winoground/examples.jsonl', { images: 'winoground/images' });
 */
export function winoground(file: string | readonly unknown[], options: ImageOptions = {}): Benchmark {
  const { images } = table().read(options);
  const source = readJsonLinesSource('winoground', file);
  let find: ReturnType<typeof findImages> | undefined;
  const imageOf = (row: Row, field: string): BenchmarkImage => {
    const name = pictureIn(row, field, row.value(field));
    if (typeof name !== 'string') return name;
    find ??= findImages('winoground', images, source.folder);
    return find(name, row.fail);
  };
  const collected = collectQuestions();
  for (const row of rowsById(source)) {
    const captions = [row.text('caption_0'), row.text('caption_1')] as const;
    const pictures = [imageOf(row, 'image_0'), imageOf(row, 'image_1')] as const;
    const match = matchTwo(pictures, captions);
    for (const kind of PAIR_KINDS) collected.add(row, kind, row.key, match[kind]);
  }
  if (Object.keys(collected.coverage()).length === 0) throw nothingAsked(`${source.name} holds no rows.`);
  return {
    name: 'Winoground',
    questions: collected.questions,
    withoutImage: collected.withoutImage,
    coverage: collected.coverage(),
    ...pairScores(),
  };
}
