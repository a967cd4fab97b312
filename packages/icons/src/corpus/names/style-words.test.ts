import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wholeCorpus } from '../../testing/whole-corpus';
import { STYLE_WORDS } from './style-words';

// Needs all sets of Iconify: `npm ci --prefix lab/corpus`.
it.skipIf(wholeCorpus === undefined)('every word of style is one that a set declares', () => {
  const folder = join(wholeCorpus!, 'node_modules/@iconify/json');
  const declared = new Set<string>();
  for (const set of Object.keys(JSON.parse(readFileSync(join(folder, 'collections.json'), 'utf8')))) {
    const { suffixes = {}, prefixes = {} } = JSON.parse(
      readFileSync(join(folder, 'json', `${set}.json`), 'utf8'),
    );
    for (const styles of [suffixes, prefixes]) {
      const texts = [...Object.keys(styles), ...(Object.values(styles) as string[])];
      for (const word of texts
        .join(' ')
        .toLowerCase()
        .split(/[^a-z]+/))
        declared.add(word);
    }
  }
  expect(STYLE_WORDS.filter((word) => !declared.has(word))).toEqual([]);
  expect(declared).not.toContain('off');
});
