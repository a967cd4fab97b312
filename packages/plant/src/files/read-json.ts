import { InputError } from '@slipform/concreteness';
import { createDepthMeter } from '@slipform/kit/json-depth';
import { utf8Stream } from '@slipform/kit/text-encoding';
import { JSONParser } from '@streamparser/json';
import { captionOfObject, fieldOf, filepathFields } from './caption-of-object';
import {
  type CaptionBatch,
  type FieldNames,
  type FileCaption,
  longestValue,
  type Problem,
} from './file-caption';
import { refuseFields } from './missing-field';

/** COCO's polygons lie five deep; the parser keeps some 300 bytes for each bracket that is open. */
const deepest = 100;

const karpathyReason = "holds Karpathy's splits, whose fields have their own names";

/**
 * COCO captions (`annotations`), Karpathy's splits (`images` with `sentences`), or an array of objects with a
 * caption each; read as a stream, with one entry at a time in memory.
 */
export async function* readJson(
  stream: AsyncIterable<Uint8Array>,
  fields: FieldNames,
): AsyncGenerator<CaptionBatch> {
  let captions: FileCaption[] = [];
  let problems: Problem[] = [];
  let number = 0;
  for await (const values of readEntries(stream)) {
    for (const { value, list } of values) {
      if (list === 'images' && !isKarpathy(value)) continue;
      if (list === 'images') refuseFields(fields, karpathyReason);
      number += 1;
      try {
        if (list === 'images') captions.push(...karpathyCaptions(value, number));
        else captions.push(captionOfObject(value, String(number), fields));
      } catch (error) {
        problems.push({ message: `entry ${number} ${(error as Error).message}` });
      }
    }
    yield { captions, problems };
    captions = [];
    problems = [];
  }
}

/** Image id → file name of COCO's `images`, which may stand before or behind the captions. */
export async function readImageNames(stream: AsyncIterable<Uint8Array>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const values of readEntries(stream)) {
    for (const { value, list } of values) {
      if (list !== 'images' || typeof value !== 'object' || value === null) continue;
      const id = fieldOf(value, 'id');
      const name = filepathFields
        .map((field) => fieldOf(value, field))
        .find((path) => typeof path === 'string');
      if (name !== undefined && (typeof id === 'number' || typeof id === 'string'))
        names.set(String(id), name);
    }
  }
  return names;
}

interface Entry {
  readonly value: unknown;
  /** `undefined` in a file that is one array. */
  readonly list: string | undefined;
}

async function* readEntries(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Entry[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parser: JSONParser | undefined;
  let entries: Entry[] = [];
  let unfinished = 0;
  let seen = 0;
  const depthWith = createDepthMeter(deepest);
  const feed = (text: string) => {
    if (depthWith(text) > deepest)
      throw new InputError(
        `is nested deeper than ${deepest} levels; pass COCO captions, Karpathy's splits or an array of objects`,
      );
    if (parser?.isEnded && text.trim() === '') return;
    if (!parser) {
      const start = text.trimStart()[0];
      if (start === undefined) return;
      const paths = start === '[' ? ['$.*'] : ['$.annotations.*', '$.images.*'];
      parser = new JSONParser({ paths, keepStack: false });
      parser.onValue = ({ value, stack }) => {
        const list = stack.at(1)?.key;
        entries.push({ value, list: typeof list === 'string' ? list : undefined });
        unfinished = 0;
      };
    }
    try {
      parser.write(text);
    } catch {
      // The parser's own words are about its states; how far it came tells more.
      const entriesRead = seen + entries.length;
      throw new InputError(
        entriesRead === 0
          ? 'is not JSON: it breaks before the first entry; if it is JSON lines, pass --format jsonl'
          : `is not JSON: it breaks behind entry ${entriesRead}`,
      );
    }
    unfinished += text.length;
    if (unfinished > longestValue) {
      throw new InputError(
        `more than ${longestValue / 1024 / 1024} MiB pass without an entry of "annotations" or "images"; pass COCO captions, Karpathy's splits or an array of objects`,
      );
    }
  };
  try {
    for await (const chunk of utf8Stream(stream)) {
      feed(decoder.decode(chunk, { stream: true }));
      seen += entries.length;
      if (entries.length > 0) yield entries;
      entries = [];
    }
    feed(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new InputError('is not UTF-8; save it as UTF-8');
    }
    throw error;
  }
  if (!parser) return;
  if (!parser.isEnded) throw new InputError('ends in the middle of its JSON');
  if (seen === 0) {
    throw new InputError(
      'has neither "annotations" (COCO captions) nor "images" with "sentences" (Karpathy), and is no array of objects',
    );
  }
}

function isKarpathy(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Array.isArray(fieldOf(value, 'sentences'));
}

function karpathyCaptions(image: unknown, number: number): FileCaption[] {
  if (!isKarpathy(image)) return [];
  const nameOf = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  const imageId = nameOf(fieldOf(image, 'cocoid')) ?? nameOf(fieldOf(image, 'imgid')) ?? String(number);
  const filename = nameOf(fieldOf(image, 'filename'));
  const folder = nameOf(fieldOf(image, 'filepath'));
  const filepath = filename === undefined ? undefined : folder ? `${folder}/${filename}` : filename;
  const sentences = fieldOf(image, 'sentences') as unknown[];
  return sentences.map((sentence, i) => {
    const raw = typeof sentence === 'object' && sentence !== null ? fieldOf(sentence, 'raw') : undefined;
    if (typeof raw !== 'string')
      throw new Error(`has a sentence (${i + 1}) without a "raw" that is a string`);
    const id = nameOf(fieldOf(sentence as object, 'sentid')) ?? `${imageId}-${i + 1}`;
    return { id, caption: raw, imageId, ...(filepath === undefined ? {} : { filepath }) };
  });
}
