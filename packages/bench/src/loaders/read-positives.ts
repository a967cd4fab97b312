import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { shown } from '@slipform/kit/text/printable';
import type { RetrievalTask } from '../questions/benchmark';
import { nodeFiles } from './node-modules';
import { readJsonSource } from './read-source';

/** Places in the gallery by the ids of the file of captions. */
export interface Ids {
  readonly images: Map<string, number>;
  readonly texts: Map<string, number>;
}

interface PositiveFiles {
  readonly imageToText: unknown;
  readonly textToImage: unknown;
}

/** ECCV Caption's two files, where both lie in a folder. */
export function filesBeside(folder: string | undefined): PositiveFiles | undefined {
  if (folder === undefined) return undefined;
  const { fs, path } = nodeFiles('retrieval');
  const imageToText = path.join(folder, 'eccv_image_to_caption.json');
  const textToImage = path.join(folder, 'eccv_caption_to_image.json');
  return fs.existsSync(imageToText) && fs.existsSync(textToImage) ? { imageToText, textToImage } : undefined;
}

/**
 * The queries that are in the gallery, with those of their right answers that are.
 *
 * @param captions what errors call the file that the ids are of
 * @throws InputError where a file is of another form, or no id of it is one of the gallery's
 */
export function readPositives(
  captions: string,
  files: PositiveFiles,
  { images, texts }: Ids,
): NonNullable<RetrievalTask['positives']> {
  let [scored, total] = [0, 0];
  const read = (
    argument: keyof PositiveFiles,
    queries: Map<string, number>,
    candidates: Map<string, number>,
  ) => {
    const { name, value } = readJsonSource(`retrieval: positives.${argument}`, files[argument]);
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
  const imageToText = read('imageToText', images, texts);
  const textToImage = read('textToImage', texts, images);
  return { imageToText, textToImage, coverage: { scored, total } };
}
