import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { shown } from '@slipform/kit/text/printable';
import { readJsonSource } from '../loaders/read-source';
import type { Positives } from '../loaders/retrieval';
import { precisionAtR } from '../scoring/precision-at-r';

/** ECCV Caption's two files, or what a caller has parsed. */
interface PositiveFiles {
  readonly imageToText: unknown;
  readonly textToImage: unknown;
}

/**
 * All right answers of ECCV Caption's queries (arXiv 2204.03359; MIT, in the Python package eccv-caption) for `retrieval`, whose
 * result then has R-Precision, mAP@R and recall@1 of them, `retrieval.positives`. Right answers that are not in the gallery are
 * left out and counted.
 *
 * @param source the two files, or the parsed ones; or the file of captions, beside which they may lie as
 *   `eccv_image_to_caption.json` and `eccv_caption_to_image.json`
 * @returns undefined where they don't lie beside the captions
 *
 * @example
 * const benchmark = retrieval('test.json', { positives: eccvCaption('test.json') });
 */
export function eccvCaption(source: string | PositiveFiles): Positives | undefined {
  if (typeof source === 'string') {
    const imageToText = join(dirname(source), 'eccv_image_to_caption.json');
    const textToImage = join(dirname(source), 'eccv_caption_to_image.json');
    if (!existsSync(imageToText) || !existsSync(textToImage)) return undefined;
    return eccvCaption({ imageToText, textToImage });
  }
  if (!isJsonObject(source) || !('imageToText' in source && 'textToImage' in source)) {
    const rule = 'must be a file of captions or { imageToText, textToImage }';
    refuse('eccvCaption', 'source', rule, shown(source));
  }
  return (captions, { images, texts, imageOf }) => {
    let [scored, total] = [0, 0];
    const read = (
      argument: keyof PositiveFiles,
      queries: ReadonlyMap<string, number>,
      candidates: ReadonlyMap<string, number>,
    ) => {
      const { name, value } = readJsonSource(`eccvCaption: ${argument}`, source[argument]);
      if (!isJsonObject(value)) refuse(undefined, name, 'must hold lists of ids by id', shown(value));
      const judged = Object.entries(value).flatMap(([id, list]) => {
        if (!Array.isArray(list)) refuse(undefined, name, `must hold a list of ids for ${id}`, shown(list));
        const all = new Set(list.map(String));
        total += all.size;
        const query = queries.get(id);
        const right = [...all].flatMap((each) => candidates.get(each) ?? []);
        if (query === undefined || right.length === 0) return [];
        scored += right.length;
        return [{ query, right }];
      });
      if (judged.length > 0) return judged;
      throw new InputError(
        `${name}: ${captions} has no id that stands in it; take COCO's captions in Karpathy's form or COCO's own, which have ids.`,
      );
    };
    const ofImages = read('imageToText', images, texts);
    const ofTexts = read('textToImage', texts, images);
    return (score, options) => ({
      imageToText: precisionAtR(
        ofImages.map(({ query, right }) => ({
          right,
          score: (text) => score(query, text),
          group: String(query),
        })),
        imageOf.length,
        options,
      ),
      // Captions of one picture are resampled together.
      textToImage: precisionAtR(
        ofTexts.map(({ query, right }) => ({
          right,
          score: (image) => score(image, query),
          group: String(imageOf[query]),
        })),
        images.size,
        options,
      ),
      coverage: { scored, total },
    });
  };
}
