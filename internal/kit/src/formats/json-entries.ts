import { InputError } from '../errors/input-error';
import { longestLine } from '../files/read-lines';
import { utf8Stream } from '../files/text-encoding';
import { createJsonSplitter } from './json-splitter';

/** An entry of a JSON file of captions. */
export interface JsonEntry {
  /** `undefined` in a file that is one list. */
  readonly list: 'annotations' | 'images' | undefined;
  /** Its number in its list, from 1. */
  readonly number: number;
  readonly value: unknown;
}

/** COCO's polygons lie five deep. */
const deepest = 100;
const what = "COCO's captions, Karpathy's splits or a list of objects";

/**
 * The entries of a JSON file of captions, as it comes and in its order: of COCO's `images` and `annotations`, of
 * Karpathy's `images`, or of a list. One chunk and at most 4 MiB of an entry are held. Where an entry ends is found
 * here; whether it is JSON, and whether what stands around the entries is, `JSON.parse` decides (at the end of the file).
 *
 * @param name what messages begin with, such as the file's path
 * @throws {InputError} if the file is not JSON, is cut off, lies too deep or has no such entries; an empty file has none
 */
export async function* readJsonEntries(
  stream: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<JsonEntry[]> {
  const refuse = (fault: string) => new InputError(`${name} ${fault}.`);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const splitter = createJsonSplitter(['annotations', 'images'], deepest);
  let seen = 0;
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      // V8's words quote the text; how far the file is sound tells more.
      throw refuse(
        seen === 0
          ? 'is not JSON: it breaks before the first entry; if it is JSON lines, let its name end in .jsonl'
          : `is not JSON: it breaks behind entry ${seen}`,
      );
    }
  };
  const entriesOf = (part: string): JsonEntry[] => {
    const entries = splitter.feed(part).map(({ text, list, number }): JsonEntry => {
      const value = parse(text);
      seen += 1;
      return { list: list as JsonEntry['list'], number, value };
    });
    if (splitter.depth > deepest) throw refuse(`is nested deeper than ${deepest} levels; pass ${what}`);
    if (splitter.pending > longestLine) {
      const mebibytes = longestLine / 2 ** 20;
      throw refuse(`goes on for more than ${mebibytes} MiB without the end of an entry; pass ${what}`);
    }
    return entries;
  };
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw refuse('is not UTF-8; save it as UTF-8');
    }
  };
  for await (const chunk of utf8Stream(stream, name)) {
    const entries = entriesOf(decode(chunk));
    if (entries.length > 0) yield entries;
  }
  decode();
  if (splitter.frame.trim() === '') return;
  if (splitter.depth > 0) throw refuse('ends in the middle of its JSON');
  parse(splitter.frame);
  if (seen === 0) {
    throw refuse(
      'has neither "annotations" (COCO captions) nor "images" with "sentences" (Karpathy), and is no list of objects',
    );
  }
}
