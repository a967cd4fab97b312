import { writtenApart } from '../lexicon/noun-classes';

/** So short a part is no word of its own that anybody would write apart. */
const shortest = 3;

/** First parts of everyday words that might be written as two, each with the second parts: "skate": "board". */
const partsOf = new Map<string, Map<string, string>>();
for (const word of writtenApart) {
  for (let at = shortest; at <= word.length - shortest; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const seconds = partsOf.get(first);
    if (seconds) seconds.set(second, word);
    else partsOf.set(first, new Map([[second, word]]));
  }
}

/** Second parts of the everyday words that begin with a word, with the whole word. */
export function secondPartsOf(first: string): ReadonlyMap<string, string> | undefined {
  return partsOf.get(first);
}
