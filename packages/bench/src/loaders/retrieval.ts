import { InputError } from '@slipform/kit/errors/input-error';
import {
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import type { Benchmark, MeasurePositives } from '../questions/benchmark';
import { type BenchmarkImage, isMissingImage } from '../questions/question';
import { findImages, type ImageOptions, imageRows } from './find-images';
import { readCaptions } from './read-captions';

/** A gallery's places by the ids of its file. */
interface Gallery {
  readonly images: ReadonlyMap<string, number>;
  readonly texts: ReadonlyMap<string, number>;
  /** For each text the place of its picture. */
  readonly imageOf: readonly number[];
}

/** Finds a gallery's right answers; `captions` is what errors call its file. */
export type Positives = (captions: string, gallery: Gallery) => MeasurePositives;

export interface RetrievalOptions extends ImageOptions {
  /** Split of Karpathy's file. Default `'test'`: 5,000 pictures of COCO, 1,000 of Flickr30k. */
  readonly split?: string;
  /** The first so many captions of each picture. Default 5, as the field has it; some of COCO have six or seven. */
  readonly captionsPerImage?: number;
  /**
   * All right answers of some queries: `eccvCaption` of `@slipform/bench/files`. {@link loadBenchmark} and the command pass it
   * where ECCV Caption's files lie beside the captions.
   */
  readonly positives?: Positives | undefined;
  /** Default `'Retrieval'`. */
  readonly name?: string;
}

const table = () =>
  defineOptions('retrieval', {
    ...imageRows,
    split: optional(text()),
    captionsPerImage: optional(integer({ min: 1 }), 5),
    positives: optional(callback<Positives>('what eccvCaption of @slipform/bench/files returns')),
    name: optional(text(), 'Retrieval'),
  } satisfies RowsFor<RetrievalOptions>);

/**
 * Image–text retrieval on COCO or Flickr30k: recall@1, 5 and 10 both ways, five captions a picture. Image → text: any
 * of the picture's captions is among the first k of all; text → image: the caption's picture is. A rank counts all
 * wrong answers that score as high; the peers take a sort's order, so that there a tie may fall either way.
 *
 * Pictures that are missing leave the gallery, and their captions with them, which makes recall easier: the result's
 * `retrieval.coverage` says how many were there. Source: Karpathy and Fei-Fei 2015, arXiv 1412.2306.
 *
 * With `positives` the result has R-Precision and mAP@R over all right answers of some queries as well, `retrieval.positives`.
 *
 * @param file captions in Karpathy's form, in BLIP's of the same split, or in COCO's own; or the parsed file.
 * @throws InputError with file and row where the file is not of this kind
 *
 * @example
 * const benchmark = retrieval('dataset_coco.json', { images: 'val2014' });
 */
export function retrieval(file: unknown, options: RetrievalOptions = {}): Benchmark {
  const { images, split, captionsPerImage, positives, name } = table().read(options);
  const { source, images: rows } = readCaptions('retrieval', file, split);
  const find = findImages('retrieval', images, source.folder);
  const pictures: BenchmarkImage[] = [];
  const texts: string[] = [];
  const imageOf: number[] = [];
  const ids = { images: new Map<string, number>(), texts: new Map<string, number>() };
  for (const row of rows) {
    const image = find(row.name, row.row.fail);
    if (isMissingImage(image)) continue;
    ids.images.set(row.id, pictures.length);
    for (const [at, caption] of row.captions.slice(0, captionsPerImage).entries()) {
      ids.texts.set(row.captionIds[at]!, texts.length);
      texts.push(caption);
      imageOf.push(pictures.length);
    }
    pictures.push(image);
  }
  if (pictures.length === 0) {
    throw new InputError(
      `retrieval: none of the ${rows.length} pictures of ${source.name} was found; say where they are with the option images (in a terminal: --images FOLDER).`,
    );
  }
  const coverage = { scored: pictures.length, total: rows.length };
  const judged = positives && { positives: positives(source.name, { ...ids, imageOf }) };
  return {
    name,
    questions: [],
    retrieval: { images: pictures, texts, imageOf, coverage, ...judged },
    chance: 1 / pictures.length,
  };
}
