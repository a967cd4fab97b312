import { InputError } from '../errors/input-error';
import type { JsonEntry } from '../formats/json-entries';
import { isJsonObject, type JsonObject, ownField } from '../formats/parse-json';
import { type Placed, type PlacedValue, problemAt } from '../formats/placed';
import { showNames } from '../formats/read-table';
import { firstFilled, imageNames } from './field-names';

export interface JoinOptions {
  /** What messages call the file. */
  readonly name: string;
  /** Files of COCO's images by the images' ids; those of this file are added. */
  readonly images?: Map<string, string> | undefined;
  /** Whether captions that stand before their image wait for it, and all behind them, so that the order stays. */
  readonly waits?: boolean | undefined;
  /** Which of Karpathy's splits are taken. Default: all. */
  readonly splits?: readonly string[] | undefined;
}

/**
 * Joins captions and images of a JSON file, entry by entry: COCO's annotations get the file of their image, Karpathy's images and BLIP's entries become captions.
 */
export function createCaptionJoin({ name, images = new Map(), waits = false, splits }: JoinOptions) {
  const waiting: PlacedValue<CaptionObject>[] = [];
  const others = new Set<string>();
  let taken = 0;

  const fileOf = (value: JsonObject) => images.get(String(ownField(value, 'image_id')));
  const isWanted = ({ value }: CaptionObject): boolean => {
    const split = ownField(value, 'split');
    const isOne = splits === undefined || splits.some((one) => one === split);
    if (isOne) taken += 1;
    else others.add(String(split));
    return isOne;
  };

  return {
    /** The captions that an entry brings, or what is wrong with it. */
    add({ list, number, value }: JsonEntry): Placed<CaptionObject>[] {
      const place = `${list?.replace(/s$/, '') ?? 'entry'} ${number}`;
      try {
        if (list === 'images' && !isKarpathyImage(value)) {
          noteImage(value, images);
          return [];
        }
        const objects = captionObjects(value, number);
        const wanted = list === 'images' ? objects.filter(isWanted) : objects;
        const file = list === 'annotations' ? fileOf(value as JsonObject) : undefined;
        const items = wanted.map((one) => ({
          place,
          number,
          value: file === undefined ? one : { value: one.value, id: one.id, file },
        }));
        if (!waits || list !== 'annotations' || (file !== undefined && waiting.length === 0)) return items;
        waiting.push(...items);
        return [];
      } catch (error) {
        return [problemAt(place, error)];
      }
    },
    /** Those that waited. @throws {InputError} if there were captions, and none of a split that is taken */
    end(): PlacedValue<CaptionObject>[] {
      if (taken === 0 && others.size > 0) {
        throw new InputError(
          `${name} has no image of the split ${splits?.join(' or ')}; it has ${showNames([...others])}.`,
        );
      }
      return waiting.map((item) => {
        const file = fileOf(item.value.value);
        return file === undefined ? item : { ...item, value: { ...item.value, file } };
      });
    },
  };
}

/** Notes the file of one of COCO's images. Throws what is wrong with it, in words that follow its place. */
function noteImage(image: unknown, images: Map<string, string>): void {
  const id = isJsonObject(image) ? ownField(image, 'id') : undefined;
  if (typeof id !== 'number' && typeof id !== 'string') throw new Error('has no id');
  const read = (name: string) => {
    const file = ownField(image as object, name);
    return typeof file === 'string' ? file : undefined;
  };
  const name = firstFilled(imageNames, read);
  const file = name === undefined ? undefined : read(name);
  if (file === undefined) return;
  const known = images.get(String(id));
  if (known === undefined) images.set(String(id), file);
  else if (known !== file) throw new Error('has the id of another image');
}

/** A flat object with one caption, as a line of JSON or a row of a table is one. */
export interface CaptionObject {
  readonly value: JsonObject;
  /** What tells it from all others of the file where it has no id of its own. */
  readonly id: string;
  /** The file of its image, where the file of captions lists it apart (COCO). */
  readonly file?: string;
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
  if (captions.length === 0) throw new Error(noCaptions);
  return Array.from(captions, (caption: unknown, i) => ({
    value: { ...object, id: `${id}-${i + 1}`, image_id: imageId, caption },
    id: `${id}-${i + 1}`,
  }));
}

/** Whether an entry is an image of Karpathy's splits, and not one of COCO's, which has no captions of its own. */
export function isKarpathyImage(value: unknown): value is JsonObject {
  return isJsonObject(value) && Array.isArray(ownField(value, 'sentences'));
}

const noCaptions = 'has an empty list of captions';

function sentencesOf(image: JsonObject, number: number): CaptionObject[] {
  const imageId = nameOf(ownField(image, 'cocoid')) ?? nameOf(ownField(image, 'imgid')) ?? String(number);
  const file = nameOf(ownField(image, 'filename'));
  const folder = nameOf(ownField(image, 'filepath'));
  const common = {
    image_id: imageId,
    ...(file === undefined ? {} : { filepath: folder ? `${folder}/${file}` : file }),
    split: ownField(image, 'split'),
  };
  const sentences = ownField(image, 'sentences') as unknown[];
  if (sentences.length === 0) throw new Error(noCaptions);
  return Array.from(sentences, (sentence, i) => {
    const raw = isJsonObject(sentence) ? ownField(sentence, 'raw') : undefined;
    if (typeof raw !== 'string') throw new Error(`has a sentence (${i + 1}) without a "raw" that is a text`);
    const id = nameOf(ownField(sentence as JsonObject, 'sentid')) ?? `${imageId}-${i + 1}`;
    return { value: { id, caption: raw, ...common }, id };
  });
}

function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
