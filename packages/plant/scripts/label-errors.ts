/**
 * Prints the tags that the reading gets wrong on the development half of fixtures/caption-labels.tsv, with their
 * captions. The held-out half stays unseen, so that its figures say something about other captions.
 *
 *   npx tsx packages/plant/scripts/label-errors.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addTags, emptyTally, parseLabels } from '../src/reading/caption-labels';
import { correctTags } from '../src/reading/correct-tags';
import { loadWordForms } from '../src/reading/load-word-forms';
import { tagCaption } from '../src/reading/tagger';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shared = process.env.SLIPFORM_SHARED ?? join(root, '../shared');
const captions = new Map<string, string[]>();
for (const line of readFileSync(join(shared, 'data/captions/coco-val2017-half.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)) {
  const [imageId = '', caption = ''] = line.split('\t');
  captions.set(imageId, [...(captions.get(imageId) ?? []), caption]);
}
const formOf = loadWordForms();
const labelled = parseLabels(
  readFileSync(fileURLToPath(new URL('../fixtures/caption-labels.tsv', import.meta.url)), 'utf8'),
);
const tally = emptyTally();
for (const caption of labelled.filter(({ half }) => half === 'development')) {
  const text = captions.get(caption.imageId)?.[caption.ordinal - 1] ?? '';
  const before = tagCaption(text).map(({ tag }) => tag);
  const tokens = tagCaption(text);
  correctTags(tokens, formOf);
  const wrong = new Set<number>();
  addTags(tally, caption, tokens, (i) => wrong.add(i));
  if (wrong.size === 0) continue;
  console.log(
    tokens
      .map(({ text, tag }, i) =>
        wrong.has(i) ? `«${text} ${before[i]}→${tag}, not ${caption.codes[i]}»` : text,
      )
      .join(' '),
  );
}
console.log(`${tally.right} of ${tally.tokens} tags are right`);
