import { isJsonObject, type JsonObject } from '../formats/parse-json';

/** A flat object with one caption, as a line of JSON or a row of a table is one. */
export interface CaptionObject {
  readonly value: JsonObject;
  /** What tells it from all others of the file where it has no id of its own. */
  readonly id: string;
}

/**
 * The captions of an entry of a JSON file, whichever form it has, as flat objects:
 *
 * - Karpathy's image, `{ filepath?, filename, cocoid?, imgid?, split, sentences: [{ raw, sentid? }] }`: an object for each
 *   sentence, `{ id, image_id, caption, filepath, split }`;
 * - BLIP's, `{ image, caption: ["…", "…"] }`: an object for each caption, as it is but for `caption` and `id`;
 * - anything else, such as COCO's annotation, as it is.
 *
 * Sources: Karpathy and Fei-Fei 2015 (arXiv 1412.2306), `dataset_coco.json`; Li et al. 2022 (arXiv 2201.12086).
 *
 * @throws what is wrong with it, in words that follow its place
 */
export function captionObjects(value: unknown, number: number): readonly CaptionObject[] {
  if (!isJsonObject(value)) throw new Error('is no JSON object');
  if (isKarpathyImage(value)) return sentencesOf(value, number);
  const object: JsonObject = value;
  const captions = ownField(value, 'caption');
  if (!Array.isArray(captions)) return [{ value, id: String(number) }];
  const id = nameOf(ownField(value, 'id')) ?? String(number);
  const imageId = nameOf(ownField(value, 'image_id')) ?? nameOf(ownField(value, 'image')) ?? id;
  return captions.map((caption: unknown, i) => ({
    value: { ...object, id: `${id}-${i + 1}`, image_id: imageId, caption },
    id: `${id}-${i + 1}`,
  }));
}

/** Whether an entry is an image of Karpathy's splits, and not one of COCO's, which has no captions of its own. */
export function isKarpathyImage(value: unknown): value is JsonObject {
  return isJsonObject(value) && Array.isArray(ownField(value, 'sentences'));
}

/** A field of the object's own: `__proto__` and its like bring nothing. */
export function ownField(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function sentencesOf(image: JsonObject, number: number): CaptionObject[] {
  const imageId = nameOf(ownField(image, 'cocoid')) ?? nameOf(ownField(image, 'imgid')) ?? String(number);
  const file = nameOf(ownField(image, 'filename'));
  const folder = nameOf(ownField(image, 'filepath'));
  const common = {
    image_id: imageId,
    ...(file === undefined ? {} : { filepath: folder ? `${folder}/${file}` : file }),
    split: ownField(image, 'split'),
  };
  return (ownField(image, 'sentences') as unknown[]).map((sentence, i) => {
    const raw = isJsonObject(sentence) ? ownField(sentence, 'raw') : undefined;
    if (typeof raw !== 'string') throw new Error(`has a sentence (${i + 1}) without a "raw" that is a text`);
    const id = nameOf(ownField(sentence as JsonObject, 'sentid')) ?? `${imageId}-${i + 1}`;
    return { value: { id, caption: raw, ...common }, id };
  });
}

function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
