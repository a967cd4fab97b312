import { defineOptions } from '@slipform/kit/options/options';
import type { Benchmark } from '../questions/benchmark';
import { captionAgainst } from '../questions/question';
import { collectQuestions } from './collect-questions';
import { findImages, type ImageOptions, imageRows } from './find-images';
import { readSubsets } from './read-subsets';
import { rowsOfObject } from './row';

const SUGAR_CREPE_SUBSETS = [
  'add_att',
  'add_obj',
  'replace_att',
  // No file of the authors': @slipform/scenes writes it in their form.
  'replace_count',
  'replace_obj',
  'replace_rel',
  'swap_att',
  'swap_obj',
] as const;

const table = defineOptions('sugarCrepe', imageRows);

/**
 * SugarCrepe: is the caption of a photograph scored higher than a false one that a language model wrote?
 *
 * Seven kinds, chance 0.5; the headline is the mean of the subsets, `means.mean.rows` that of all rows. A tie is wrong,
 * as in the authors' `main_eval.py` (`1 if pos_score > neg_score else 0`). The photographs are COCO's val2017.
 * Source: Hsieh et al. 2023, arXiv 2306.14610; github.com/RAIVNLab/sugar-crepe, MIT.
 *
 * @param folder with the seven files as published, `{ "0": { filename, caption, negative_caption } }`, or those of
 *   `slipform-scenes`, which may have `replace_count` too; what is missing is left out. Or the parsed files by subset.
 * @throws InputError with file and row where a file is not of this kind
 * @example
 * const result = await evaluate(encoder, sugarCrepe('sugar-crepe/data', { images: 'val2017' }));
 */
export function sugarCrepe(
  folder: string | Readonly<Record<string, unknown>>,
  options: ImageOptions = {},
): Benchmark {
  const { images } = table.read(options);
  const files = readSubsets('sugarCrepe', folder, SUGAR_CREPE_SUBSETS);
  const find = findImages('sugarCrepe', images, typeof folder === 'string' ? folder : undefined);
  const collected = collectQuestions();
  for (const [kind, file] of files) {
    for (const row of rowsOfObject(file)) {
      const [filename, caption, negative] = [
        row.text('filename'),
        row.text('caption'),
        row.text('negative_caption'),
      ];
      const image = find(filename, row.fail);
      collected.add(row, kind, filename, captionAgainst(image, caption, negative));
    }
  }
  const { questions, withoutImage } = collected;
  return { name: 'SugarCrepe', questions, withoutImage, coverage: collected.coverage(), chance: 0.5 };
}
