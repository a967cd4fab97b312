/**
 * How often a mined negative is true of its image by ECCV Caption (arXiv 2204.03359), whose judges say which captions of COCO
 * are true of an image beside its own: a negative that is such a caption, and a partner of a minimal pair that is one.
 *
 *     slipform-plant mine captions_val2014.json -o negatives.jsonl --per-caption 4
 *     npx tsx measure/eccv.ts captions_val2014.json negatives.jsonl FOLDER      of eccv_image_to_caption.json and eccv_caption_to_image.json
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HardNegative } from '../src/hard-negative';

const [captionFile, negativeFile, folder] = process.argv.slice(2);
if (!captionFile || !negativeFile || !folder)
  throw new Error('usage: measure/eccv.ts CAPTIONS.json NEGATIVES.jsonl FOLDER');
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { annotations } = json(captionFile) as {
  annotations: { id: number; image_id: number; caption: string }[];
};
const judged = (name: string) =>
  new Map(
    Object.entries(json(join(folder, name)) as Record<string, number[]>).map(([id, right]) => [
      id,
      new Set(right.map(String)),
    ]),
  );
const captionsOf = judged('eccv_image_to_caption.json');
const imagesOf = judged('eccv_caption_to_image.json');

const wordsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).join(' ');
const idsOf = new Map<string, string[]>();
for (const { id, caption } of annotations) {
  const key = wordsOf(caption);
  idsOf.set(key, [...(idsOf.get(key) ?? []), String(id)]);
}
const isTrue = (image: string, caption: string) =>
  captionsOf.get(image)?.has(caption) || imagesOf.get(caption)?.has(image) || false;
const isJudged = (image: string, caption: string) => captionsOf.has(image) || imagesOf.has(caption);

const records = readFileSync(negativeFile, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Partial<HardNegative> => JSON.parse(line))
  .filter(({ negative }) => negative !== undefined);
const own = records.filter(({ imageId }) => captionsOf.has(imageId!));
const known = own.filter(({ negative }) => idsOf.has(wordsOf(negative!)));
const wrong = known.filter(({ negative, imageId }) =>
  idsOf.get(wordsOf(negative!))!.some((id) => isTrue(imageId!, id)),
);
console.log(
  `${own.length} negatives of ${new Set(own.map(({ imageId }) => imageId)).size} judged images: ${known.length} are a caption of the file, ${wrong.length} one that is true of the image`,
);
const pairs = records.filter(
  ({ operation, imageId, partner }) => operation === 'natural' && isJudged(imageId!, partner!),
);
const truePairs = pairs.filter(({ imageId, partner }) => isTrue(imageId!, partner!));
console.log(
  `${pairs.length} minimal pairs were judged: in ${truePairs.length} the partner is true of the image`,
);
