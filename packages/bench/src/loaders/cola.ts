import { refuse } from '@slipform/kit/errors/input-error';
import { defineOptions } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { type Benchmark, nothingAsked } from '../questions/benchmark';
import { collectQuestions } from './collect-questions';
import { findImages, type ImageOptions, imageRows } from './find-images';
import { matchTwo } from './match-two';
import { readJsonSource } from './read-source';
import { listOfRows, rowOf } from './row';

const table = () => defineOptions('cola', imageRows);

/**
 * Cola, multi-object matching: two photographs whose captions exchange attributes and objects; each caption must score
 * its own photograph higher than the other one. Kinds `matching`, chance 1/4, the headline, and `pairing` (the two together rather
 * than crosswise, 1/2).
 *
 * A tie is wrong, as in the authors' `ColaMultiObjAcc` (`im0_c0 > im1_c0 and im1_c1 > im0_c1`). Note that this is
 * Winoground's image score: captions look for pictures. Source: Ray et al. 2023, arXiv 2305.03689; MIT.
 *
 * @param file `COLA_multiobjects_matching_benchmark.json` as published, `[ [image1, caption1, image2, caption2] ]`,
 *   where an image is a URL whose last part is the picture's name; or the parsed list.
 * @throws InputError with file and row where the file is not of this kind
 *
 * @example
 * const benchmark = cola('COLA_multiobjects_matching_benchmark.json', { images: 'images' });
 */
export function cola(file: string | readonly unknown[], options: ImageOptions = {}): Benchmark {
  const { images } = table().read(options);
  const source = readJsonSource('cola', file);
  const { name } = source;
  const value = listOfRows(source);
  if (value.length === 0) throw nothingAsked(`${name} holds no rows.`);
  const find = findImages('cola', images, source.folder);
  const collected = collectQuestions();
  value.forEach((entry: unknown, index) => {
    if (!Array.isArray(entry) || entry.length !== 4) {
      refuse(
        `${name}, row ${index + 1}`,
        undefined,
        'must be [image1, caption1, image2, caption2]',
        shown(entry),
      );
    }
    const [image1, caption1, image2, caption2]: unknown[] = entry;
    const row = rowOf(name, String(index), { image1, caption1, image2, caption2 }, index + 1);
    const names = [pictureName(row.text('image1')), pictureName(row.text('image2'))] as const;
    const captions = [row.text('caption1'), row.text('caption2')] as const;
    const match = matchTwo([find(names[0], row.fail), find(names[1], row.fail)], captions);
    const group = [...names].sort().join(' ');
    collected.add(row, 'matching', group, match.image);
    collected.add(row, 'pairing', group, match.pairing);
  });
  const { questions, withoutImage } = collected;
  return {
    name: 'Cola',
    questions,
    withoutImage,
    coverage: collected.coverage(),
    chance: 1 / 4,
    chances: { pairing: 1 / 2 },
    means: { mean: ['matching'] },
  };
}

/** The last part of a URL; anything else as it stands. */
function pictureName(image: string): string {
  return /^https?:\/\//.test(image) ? (image.split(/[?#]/)[0]!.split('/').at(-1) ?? image) : image;
}
