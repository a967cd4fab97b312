/** The text of an entry of a list. */
export interface EntryText {
  /** Empty where two commas follow each other, or one stands before the list's end. */
  readonly text: string;
  /** The list's key; `undefined` in a text that is one list. */
  readonly list: string | undefined;
  /** Its number in the list, from 1. */
  readonly number: number;
}

export interface JsonSplitter {
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
 * strings alone: the text is JSON if and only if the frame and each entry are. It reads no deeper than `deepest`: the
 * caller looks at `depth`.
 *
 * @param lists keys of the outermost object whose lists are cut; a text that is a list is cut itself
 */
export function createJsonSplitter(lists: readonly string[], deepest: number): JsonSplitter {
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
      for (let at = 0; at < part.length && depth <= deepest; at++) {
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
