import { isJsonObject, type JsonObject, parseJsonPart } from '@slipform/kit/parse-json';
import { utf8Stream } from '@slipform/kit/text-encoding';
import { InputError } from '../input-error';
import type { SourceRow } from './example';
import { openBytes } from './open-bytes';
import { ownField } from './read-jsonl';
import { type RowContext, rowOfFields } from './row-of-fields';
import type { SkipLog } from './skips';

/** V8 holds no longer text. */
const largestJson = 500 * 2 ** 20;

/**
 * COCO's captions: `images` ({ id, file_name }) and `annotations` ({ id, image_id, caption }); or an array of
 * objects with an image and a caption each.
 */
export async function* readCoco(
  file: string,
  context: RowContext,
  skips: SkipLog,
): AsyncGenerator<SourceRow> {
  const json = await readJson(file);
  if (Array.isArray(json)) return yield* rowsOf(json, 'entry', (entry, name) => ownField(entry, name));
  const images = isJsonObject(json) ? ownField(json, 'images') : undefined;
  const annotations = isJsonObject(json) ? ownField(json, 'annotations') : undefined;
  if (!Array.isArray(images) || !Array.isArray(annotations)) {
    throw new InputError(
      `${file} must hold COCO's captions ("images" and "annotations") or an array of objects with image and caption.`,
    );
  }
  const fileNames = new Map<string, unknown>();
  for (const [i, image] of images.entries()) {
    const id = isJsonObject(image) ? ownField(image, 'id') : undefined;
    const name = isJsonObject(image) ? ownField(image, 'file_name') : undefined;
    const known = fileNames.get(String(id));
    if (id === undefined) skips.add(`${file} image ${i + 1}`, 'has no id');
    else if (known === undefined) fileNames.set(String(id), name);
    else if (known !== name) skips.add(`${file} image ${i + 1}`, 'has the id of another image');
  }
  yield* rowsOf(annotations, 'annotation', (annotation, name) =>
    name === 'file_name'
      ? fileNames.get(String(ownField(annotation, 'image_id')))
      : ownField(annotation, name),
  );

  function* rowsOf(
    list: readonly unknown[],
    what: string,
    fieldOf: (entry: JsonObject, name: string) => unknown,
  ): Generator<SourceRow> {
    for (const [i, entry] of list.entries()) {
      const place = `${file} ${what} ${i + 1}`;
      try {
        if (!isJsonObject(entry)) throw new Error('is no JSON object');
        yield rowOfFields((name) => fieldOf(entry, name), String(i + 1), place, context);
      } catch (error) {
        skips.add(place, (error as Error).message);
      }
    }
  }
}

async function readJson(file: string): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of utf8Stream(openBytes(file), file)) {
    size += chunk.length;
    if (size > largestJson) {
      throw new InputError(
        `${file} is larger than ${largestJson / 2 ** 20} MiB; write it as JSON lines, which are read one by one.`,
      );
    }
    chunks.push(chunk);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new InputError(`${file} is not UTF-8; save it as UTF-8.`);
  }
  try {
    return parseJsonPart(text);
  } catch (error) {
    throw new InputError(`${file} ${(error as Error).message}.`);
  }
}
