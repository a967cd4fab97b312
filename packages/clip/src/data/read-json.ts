import { captionObjects, isKarpathyImage, ownField } from '@slipform/kit/formats/caption-objects';
import { readJsonEntries } from '@slipform/kit/formats/json-entries';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { showNames } from '@slipform/kit/formats/read-table';
import { InputError } from '../input-error';
import type { SourceRow } from './example';
import type { KeptItem } from './kept';
import { openBytes } from './open-bytes';
import { type RowContext, rowsOfItems } from './row-of-fields';
import type { SkipLog } from './skips';

/**
 * COCO's captions: `images` ({ id, file_name }) and `annotations` ({ id, image_id, caption }); Karpathy's splits: `images`
 * with `sentences`; or a list of objects with an image and a caption each, or several (BLIP's).
 */
export async function* readJson(
  file: string,
  context: RowContext,
  skips: SkipLog,
): AsyncGenerator<SourceRow> {
  const objects = objectsOf(file, context, skips);
  yield* rowsOfItems(objects, (value) => (name) => ownField(value, name), context, skips);
}

/** Captions as flat objects; those of COCO get their image's `file_name`. */
async function* objectsOf(file: string, context: RowContext, skips: SkipLog) {
  const fileNames = new Map<string, unknown>();
  const splits = createSplitFilter(file, context.splits);
  // Annotations that stand before their image, and all behind them, so that the order stays.
  const waiting: KeptItem<object>[] = [];
  const imageOf = ({ value }: KeptItem<object>) => String(ownField(value, 'image_id'));
  const joined = (item: KeptItem<object>) => {
    const id = imageOf(item);
    return fileNames.has(id) ? { ...item, value: { ...item.value, file_name: fileNames.get(id) } } : item;
  };
  for await (const entries of readJsonEntries(openBytes(file), file)) {
    for (const { list, number, value } of entries) {
      const place = `${file} ${list?.replace(/s$/, '') ?? 'entry'} ${number}`;
      if (list === 'images' && !isKarpathyImage(value)) {
        const fault = noteImage(value, fileNames);
        if (fault !== undefined) skips.add(place, fault);
        continue;
      }
      if (list === 'images') refuseFields(file, context);
      for (const item of captionItems(value, number, place, skips)) {
        if (list === 'images' && !splits.has(ownField(item.value, 'split'))) continue;
        if (list !== 'annotations') yield item;
        else if (waiting.length === 0 && fileNames.has(imageOf(item))) yield joined(item);
        else waiting.push(item);
      }
    }
  }
  splits.refuseNone();
  yield* waiting.map(joined);
}

/** Notes the file name of one of COCO's images. Returns what is wrong with it, in words that follow its place. */
function noteImage(image: unknown, fileNames: Map<string, unknown>): string | undefined {
  const id = isJsonObject(image) ? ownField(image, 'id') : undefined;
  if (id === undefined) return 'has no id';
  const name = ownField(image as object, 'file_name');
  const known = fileNames.get(String(id));
  if (known === undefined) fileNames.set(String(id), name);
  return known === undefined || known === name ? undefined : 'has the id of another image';
}

/** The captions of an entry, each with the entry's place. */
function captionItems(value: unknown, number: number, place: string, skips: SkipLog): KeptItem<object>[] {
  try {
    return captionObjects(value, number).map((one) => ({ place, number, value: one.value }));
  } catch (error) {
    skips.add(place, (error as Error).message);
    return [];
  }
}

function refuseFields(file: string, { fields }: RowContext): void {
  const named = Object.entries(fields).filter(([, name]) => name !== undefined);
  if (named.length === 0) return;
  const options = named.map(([field]) => `fields.${field}`).join(' and ');
  throw new InputError(
    `${file} holds Karpathy's splits, whose fields have their own names; leave out ${options}.`,
  );
}

/** @param wanted the splits of Karpathy's file that are taken. Default: all */
function createSplitFilter(file: string, wanted: readonly string[] | undefined) {
  const others = new Set<string>();
  let count = 0;
  return {
    has(split: unknown): boolean {
      const isWanted = wanted === undefined || wanted.some((name) => name === split);
      if (isWanted) count += 1;
      else others.add(String(split));
      return isWanted;
    },
    /** @throws {InputError} if there were captions, and no one of a wanted split */
    refuseNone(): void {
      if (count > 0 || others.size === 0) return;
      throw new InputError(
        `${file} has no image of the split ${wanted?.join(' or ')}; it has ${showNames([...others])}.`,
      );
    },
  };
}
