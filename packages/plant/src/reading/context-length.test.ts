import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createReader } from '../testing/create-reader';
import { wordsWithin } from './read-caption';
import { tagCaption } from './tagger';

const long = 'a red dog on a green bed next to a tall man in a black hat and '.repeat(8);

test('behind the context nothing is a site', () => {
  const all = createReader(0)(long);
  const within = createReader(77)(long);
  expect(all.objects.length).toBeGreaterThan(within.objects.length);
  expect(within.objects.length).toBeGreaterThan(10);
  const words = wordsWithin(long, tagCaption(long), 77);
  for (const { last } of [...within.objects, ...within.attributes, ...within.closed])
    expect(last).toBeLessThan(words);
  // What is said behind it is said all the same.
  expect(within.nouns).toEqual(all.nouns);
});

test('a short context leaves little', () => {
  expect(wordsWithin('a red dog on a bed', tagCaption('a red dog on a bed'), 5)).toBe(3);
  expect(wordsWithin('a red dog on a bed', tagCaption('a red dog on a bed'), 0)).toBe(6);
});

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const shared = process.env.SLIPFORM_SHARED ?? join(root, '../shared');
const merges = join(shared, 'golden/clip-tokenizer/merges.txt');
const captions = join(shared, 'data/captions/coco-val2017-half.tsv');
const missing = !existsSync(merges) || !existsSync(captions);
if (missing)
  console.log(
    `context-length.test.ts skipped CLIP's tokenizer: no merges.txt or captions in ${shared} (set SLIPFORM_SHARED)`,
  );

test.skipIf(missing)('the estimate is right to 3 % of what CLIP’s tokenizer cuts, over 60 long texts', () => {
  const ranks = new Map(
    readFileSync(merges, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line, i) => [line, i]),
  );
  const lines = readFileSync(captions, 'utf8').trim().split('\n').slice(1);
  let difference = 0;
  for (let i = 0; i < 60; i += 1) {
    const text = lines
      .slice(12 * i, 12 * i + 12)
      .map((line) => line.split('\t')[1])
      .join(' ');
    const tokens = tagCaption(text);
    const words = wordsWithin(text, tokens, 77);
    expect(words).toBeLessThan(tokens.length);
    difference += 2 + clipTokens(text.slice(0, tokens[words - 1]!.end), ranks) - 77;
  }
  console.log(`CLIP tokens of what is estimated as 77: ${77 + difference / 60}`);
  expect(Math.abs(difference / 60)).toBeLessThan(0.03 * 77);
});

/** How many pieces byte-pair encoding leaves of a text of plain letters. */
function clipTokens(text: string, ranks: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word] of text
    .toLowerCase()
    .matchAll(/'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/gu)) {
    const parts = [...word];
    parts[parts.length - 1] += '</w>';
    for (;;) {
      let best = Number.POSITIVE_INFINITY;
      let at = -1;
      for (let i = 0; i + 1 < parts.length; i += 1) {
        const rank = ranks.get(`${parts[i]} ${parts[i + 1]}`) ?? Number.POSITIVE_INFINITY;
        if (rank < best) [best, at] = [rank, i];
      }
      if (at < 0) break;
      parts.splice(at, 2, `${parts[at]}${parts[at + 1]}`);
    }
    sum += parts.length;
  }
  return sum;
}
