import { fileReason } from '@slipform/kit/errors/file-error';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { defineOptions } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import type { Benchmark } from '../questions/benchmark';
import { captionAgainst } from '../questions/question';
import { collectQuestions } from './collect-questions';
import { findImages, type ImageOptions, imageRows, isFolder } from './find-images';
import { nodeFiles } from './node-modules';
import { readJsonSource, type Source } from './read-source';
import { type Row, rowsOfObject } from './row';

/** What the authors ask of a row: two of three annotators chose the caption, not the foil. */
const VOTES = 2;

const table = () => defineOptions('valse', imageRows);

/**
 * VALSE: is a caption scored higher than a foil that changes one phenomenon (existence, plurality, counting, relations,
 * actions, coreference, nouns)? The authors' pairwise accuracy acc_r, chance 0.5.
 *
 * Only rows that their annotators validated are asked, `mturk.caption ≥ 2`; the others are counted as `excluded`. Kinds
 * are named after the files (`counting-small-quant`). A tie is wrong, as in the authors' `lxmert_valse_eval.py`, which
 * counts a pair where the caption's score is `>` the foil's.
 * Source: Parcalabescu et al. 2022, arXiv 2112.07566; github.com/Heidelberg-NLP/VALSE, MIT.
 *
 * @param file one of the files as published, or their folder; `{ "id": { image_file, caption, foil, mturk } }`. Or
 *   the parsed files by kind.
 * @throws InputError with file and row where a file is not of this kind
 *
 * @example
 * const benchmark = valse('existence.json', { images: 'visual7w' });
 */
export function valse(
  file: string | readonly string[] | Readonly<Record<string, unknown>>,
  options: ImageOptions = {},
): Benchmark {
  const { images } = table().read(options);
  const sources = valseSources(file);
  const folder = [...sources.values()][0]?.folder;
  const find = findImages('valse', images, folder);
  const collected = collectQuestions();
  for (const [kind, source] of sources) {
    for (const row of rowsOfObject(source)) {
      const votes = row.value('mturk');
      const chosen = isJsonObject(votes) ? votes.caption : undefined;
      if (typeof chosen !== 'number' || !Number.isFinite(chosen)) {
        row.fail(
          `mturk.caption must be the number of annotators who chose the caption, got ${shown(chosen)}`,
        );
      }
      const [name, caption, negative] = [row.text('image_file'), captionOf(row), row.text('foil')];
      if ((chosen as number) < VOTES) {
        collected.exclude(kind);
        continue;
      }
      const image = find(name, row.fail);
      collected.add(row, kind, name, captionAgainst(image, caption, negative));
    }
  }
  const { questions, withoutImage } = collected;
  return { name: 'VALSE', questions, withoutImage, coverage: collected.coverage(), chance: 0.5 };
}

/** Some of the published files have a list of one caption. */
function captionOf(row: Row): string {
  const value = row.value('caption');
  if (Array.isArray(value) && value.length > 0 && typeof value[0] === 'string') return value[0];
  return row.text('caption');
}

function valseSources(
  file: string | readonly string[] | Readonly<Record<string, unknown>>,
): Map<string, Source> {
  if (typeof file !== 'string' && !isList(file)) {
    if (!isJsonObject(file))
      throw new InputError(`valse: pass a file, a folder, or the parsed files by kind, got ${shown(file)}.`);
    return new Map(Object.entries(file).map(([kind, value]) => [kind, { name: kind, value }]));
  }
  const { fs, path } = nodeFiles('valse');
  const files = [file].flat().flatMap((each) => {
    if (typeof each !== 'string') {
      refuse('valse', 'file', 'must be a file, a folder or a list of them', `${shown(each)} among them`);
    }
    if (!isFolder(fs, each)) return [each];
    const inside = listFolder(fs, each).filter((name) => name.endsWith('.json'));
    if (inside.length === 0) throw new InputError(`valse: there is no .json file in the folder ${each}.`);
    return inside.sort().map((name) => path.join(each, name));
  });
  return new Map(
    files.map((each) => [path.basename(each).replace(/\.json$/, ''), readJsonSource('valse', each)]),
  );
}

function listFolder(fs: typeof import('node:fs'), folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    throw new InputError(`valse: cannot read ${folder}: ${fileReason(error)}.`);
  }
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
