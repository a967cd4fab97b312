import { defineOptions } from '@slipform/kit/options/options';
import type { Benchmark } from '../questions/benchmark';
import { collectQuestions } from './collect-questions';
import { findImages, type ImageOptions, imageRows } from './find-images';
import { readSubsets } from './read-subsets';
import { rowsById } from './row';

const SUBSETS = ['replace_att', 'replace_obj', 'replace_rel', 'swap_att', 'swap_obj'] as const;

const table = () => defineOptions('sugarCrepePlus', imageRows);

/**
 * SugarCrepe++: a photograph has two captions that say the same in other words, P₁ and P₂, and a false one, N.
 *
 * Both of its scores, kinds `itt_…` and `tot_…`, each with its mean (`means.ITT`, the headline, and `means.TOT`):
 * image-to-text, s(I, P₁) > s(I, N) and s(I, P₂) > s(I, N); text-only, s(P₁, P₂) > s(P₁, N) and s(P₁, P₂) > s(P₂, N),
 * which needs no picture and an Encoder. Chance is 1/3 for both, the false one among three or the true pair among three.
 * A tie is wrong: the authors define both scores by strict inequalities.
 * Source: Dumpala et al. 2024, arXiv 2406.11171; CC BY 4.0.
 *
 * @param folder with the five files as published, `[ { id, filename, caption, caption2, negative_caption } ]`; or the
 *   parsed files by subset.
 * @throws InputError with file and row where a file is not of this kind
 *
 * @example
 * const benchmark = sugarCrepePlus('sugarcrepe-plus', { images: 'val2017' });
 */
export function sugarCrepePlus(
  folder: string | Readonly<Record<string, unknown>>,
  options: ImageOptions = {},
): Benchmark {
  const { images } = table().read(options);
  const files = readSubsets('sugarCrepePlus', folder, SUBSETS);
  const find = findImages('sugarCrepePlus', images, typeof folder === 'string' ? folder : undefined);
  const imageToText = collectQuestions();
  const textOnly = collectQuestions();
  for (const [subset, file] of files) {
    for (const row of rowsById(file)) {
      const group = row.text('filename');
      const [first, second, negative] = [
        row.text('caption'),
        row.text('caption2'),
        row.text('negative_caption'),
      ];
      const image = find(group, row.fail);
      imageToText.add(row, `itt_${subset}`, group, {
        right: [first, second].map((text) => ({ image, text })),
        wrong: [first, second].map(() => ({ image, text: negative })),
        rule: 'all',
      });
      const paraphrases = { text: first, otherText: second };
      textOnly.add(row, `tot_${subset}`, group, {
        right: [paraphrases, paraphrases],
        wrong: [first, second].map((text) => ({ text, otherText: negative })),
        rule: 'all',
      });
    }
  }
  const coverage = { ...imageToText.coverage(), ...textOnly.coverage() };
  const kinds = Object.keys(coverage);
  return {
    name: 'SugarCrepe++',
    questions: [...imageToText.questions, ...textOnly.questions],
    withoutImage: imageToText.withoutImage,
    coverage,
    chance: 1 / 3,
    means: {
      ITT: kinds.filter((kind) => kind.startsWith('itt_')),
      TOT: kinds.filter((kind) => kind.startsWith('tot_')),
    },
  };
}
