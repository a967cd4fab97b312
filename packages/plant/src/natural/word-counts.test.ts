import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import { hashWord } from '../hashes/hash-words';
import { resolveOptions } from '../options';
import { readCaption } from '../reading/read-caption';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { allWords, wordsOf } from './meetings';
import { meetingsOf, WordCounter } from './word-counts';

const { path } = useTemporaryFolder();
const readers = createReaders(resolveOptions({}), () => {});
const read = (caption: string) => readCaption(caption, readers.reader);
const names = ['jeans', 'shoes', 'dog', 'cat', 'lamp'];
const picture = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 });

/** What a corpus says of all pairs of words. */
function answers(meetings: ReturnType<typeof meetingsOf>): string {
  return names
    .flatMap((one) => {
      const reading = read(`A ${one}.`);
      return names.map((other) => Number(meetings.expects(reading, { first: 1, last: 1 }, other)));
    })
    .join('');
}

test('counts are the same however many are held, in whatever order and parts, also beyond the most that are kept', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(picture, { minLength: 20, maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      (pictures, most) => {
        const words = pictures.map((things) => allWords(wordsOf(things.map((thing) => read(`A ${thing}.`)))));
        const count = (all: readonly (readonly number[])[], held: number, name: string) => {
          const counter = new WordCounter(path('.'), name, [], held);
          for (const own of all) counter.add(own);
          // Counted and taken back.
          counter.add([hashWord('never')], 1);
          counter.add([hashWord('never')], -1);
          counter.spill();
          return counter.runs;
        };
        const whole = count(words, 1000, 'whole');
        const parts = [
          ...count(words.slice(7).toReversed(), 3, 'first'),
          ...count(words.slice(0, 7), 2, 'second'),
        ];
        const expected = answers(meetingsOf(whole));
        expect(answers(meetingsOf(parts))).toBe(expected);
        expect(answers(meetingsOf(parts, most))).toBe(answers(meetingsOf(whole, most)));
        seen.add(expected);
        for (const { file } of [...whole, ...parts]) rmSync(file);
      },
    ),
    { numRuns: 40 },
  );
  expect(seen.size).toBeGreaterThan(5);
});
