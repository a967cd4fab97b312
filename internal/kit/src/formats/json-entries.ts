import { InputError } from '../errors/input-error';
import { longestLine } from '../files/read-lines';
import { utf8Stream } from '../files/text-encoding';
import { MAX_DEPTH } from './parse-json';

/** An entry of a JSON file of captions. */
export interface JsonEntry {
  /** `undefined` in a file that is one list. */
  readonly list: 'annotations' | 'images' | undefined;
  /** Its number in its list, from 1. */
  readonly number: number;
  readonly value: unknown;
}

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
  const splitter = createJsonSplitter(['annotations', 'images']);
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
    if (splitter.depth > MAX_DEPTH) throw refuse(`is nested deeper than ${MAX_DEPTH} levels; pass ${what}`);
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

/** The text of an entry of a list. */
interface EntryText {
  /** Empty where two commas follow each other, or one stands before the list's end. */
  readonly text: string;
  /** The list's key; `undefined` in a text that is one list. */
  readonly list: string | undefined;
  /** Its number in the list, from 1. */
  readonly number: number;
}

interface JsonSplitter {
  /** The entries that end in the next part of the text. */
  feed(part: string): readonly EntryText[];
  /** How many characters came since the last entry ended, or since the text began. */
  readonly pending: number;
  /** How deep what is open lies: 0 before the text and behind its end. */
  readonly depth: number;
  /** All but the entries: of those, the first of each list is a 0 and the others are left out. */
  readonly frame: string;
}

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Cuts a JSON text that comes in parts into the entries of its lists and the frame around them, by brackets, commas and
 * strings alone: the text is JSON if and only if the frame and each entry are. It reads no deeper than `MAX_DEPTH`: the
 * caller looks at `depth`.
 *
 * @param lists keys of the outermost object whose lists are cut; a text that is a list is cut itself
 */
function createJsonSplitter(lists: readonly string[]): JsonSplitter {
  let [depth, inString, isEscaped] = [0, false, false];
  /** The depth of the entries of the list that is open; 0 outside of one. */
  let entryDepth = 0;
  let [list, number] = [undefined as string | undefined, 0];
  /** The last string at depth 1 outside of a list: where a list opens, its key. */
  let key = '';
  let [frame, open] = ['', ''];
  let pending = 0;

  return {
    get pending() {
      return pending;
    },
    get depth() {
      return depth;
    },
    get frame() {
      return frame;
    },
    feed(part) {
      const entries: EntryText[] = [];
      // Where in this part begins what is not in the frame or the open entry yet, the string, and what follows an entry.
      let [from, stringFrom, entryEnd] = [0, 0, -1];
      const closeEntry = (end: number, isLast: boolean) => {
        open += part.slice(from, end);
        from = end;
        entryEnd = end;
        if (!isLast || number > 0 || /[^ \t\n\r]/.test(open)) {
          if (number === 0) frame += '0';
          number += 1;
          entries.push({ text: open, list, number });
        }
        open = '';
        // The comma between two entries is left out with the second.
        if (!isLast) from = end + 1;
      };
      for (let at = 0; at < part.length && depth <= MAX_DEPTH; at++) {
        const char = part.charCodeAt(at);
        if (inString) {
          if (isEscaped) isEscaped = false;
          else if (char === BACKSLASH) isEscaped = true;
          else if (char === QUOTE) {
            inString = false;
            if (depth === 1 && entryDepth === 0) key += part.slice(stringFrom, at);
          }
        } else if (char === QUOTE) {
          inString = true;
          stringFrom = at + 1;
          if (depth === 1 && entryDepth === 0) key = '';
        } else if (char === OPEN_BRACKET || char === OPEN_BRACE) {
          depth += 1;
          const isList = char === OPEN_BRACKET && entryDepth === 0;
          if (isList && (depth === 1 || (depth === 2 && lists.includes(key)))) {
            frame += part.slice(from, at + 1);
            from = at + 1;
            [entryDepth, number, list] = [depth, 0, depth === 1 ? undefined : key];
          }
        } else if (char === CLOSE_BRACKET || char === CLOSE_BRACE) {
          if (depth === entryDepth) {
            closeEntry(at, true);
            // What no list ends with is no JSON, as the caller will find.
            if (char === CLOSE_BRACE) entries.push({ text: '}', list, number });
            entryDepth = 0;
          }
          depth -= 1;
        } else if (char === COMMA && depth === entryDepth && depth > 0) closeEntry(at, false);
      }
      if (inString && depth === 1 && entryDepth === 0) key += part.slice(stringFrom);
      if (entryDepth > 0) open += part.slice(from);
      else frame += part.slice(from);
      pending = entryEnd < 0 ? pending + part.length : part.length - entryEnd;
      return entries;
    },
  };
}
