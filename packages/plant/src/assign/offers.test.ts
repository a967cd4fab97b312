import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Candidates } from '../candidates/candidates';
import { ClosedWords } from '../candidates/closed-words';
import { VocabularyRows } from '../candidates/vocabulary';
import { createChecks } from '../checks/create-checks';
import { createReaders } from '../create-readers';
import { resolveOptions } from '../options';
import { createPlausibility } from '../scores/plausibility';
import { Frames } from '../sites/frames';
import { readBlock } from '../sites/read-block';
import { loadNounTree } from '../wordnet/load-graph';
import { Judge } from './judge';
import { Offers } from './offers';

const options = resolveOptions({});
const readers = createReaders(options);
const tree = loadNounTree();
const vocabulary = new VocabularyRows(tree, readers.words, options.fit);
const fixture = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(0, 120);
const block = readBlock(
  fixture.map((caption) => ({ caption })),
  readers,
  new Set(options.slots),
  vocabulary.sites,
);
const frames = new Frames(block);
const closed = new ClosedWords(block, readers.words);
const candidates = new Candidates(block, vocabulary, closed, tree, frames);
const freshJudge = () => {
  const plausibility = createPlausibility(block, options.fit);
  return new Judge(block, createChecks(readers.words), plausibility, frames, () => {}, options.tiers.at(-1)!);
};
const site = fc.integer({ min: block.firstOfAll, max: block.endOfAll - 1 });

test('what was asked before does not change what suits a site, nor its surprise', () => {
  const judge = freshJudge();
  const offers = new Offers(block, candidates, judge);
  let found = 0;
  fc.assert(
    fc.property(site, fc.array(fc.tuple(site, fc.nat()), { maxLength: 60 }), (at, others) => {
      // Other words are asked about first, more of one site than are remembered.
      for (const [other, number] of others) {
        const rows = candidates.of(other);
        if (rows.length > 0) judge.price(other, rows[number % rows.length]!, 'replace', 0.1);
      }
      const expected = [...candidates.of(at)].flatMap((giver) => {
        const fresh = freshJudge();
        const isLikely = fresh.isLikely(at, giver, 'exchange');
        return isLikely && fresh.exclude(at, giver) ? [[giver, fresh.surprise(at, giver, 'exchange')]] : [];
      });
      const offered: number[][] = [];
      for (let offer = offers.start(at); offer < offers.end(at); offer += 1)
        offered.push([offers.giver(offer), offers.surprise(offer)]);
      expected.sort(([, a], [, b]) => a! - b!);
      expect(offered).toEqual(expected);
      for (const [giver, surprise] of expected) expect(judge.surprise(at, giver!, 'exchange')).toBe(surprise);
      found += offered.length;
    }),
    { numRuns: 90, seed: 1 },
  );
  expect(found).toBeGreaterThan(100);
});

/** The sites of the same sort of word, itself among them. */
function partnersOf(at: number): number[] {
  const others: number[] = [];
  for (let other = block.firstOfAll; other < block.endOfAll; other += 1)
    if (block.sites.sort(other) === block.sites.sort(at)) others.push(other);
  return others;
}

test('an exchange costs what its two words cost, and what one of them may not do is infinite', () => {
  const judge = freshJudge();
  let finite = 0;
  fc.assert(
    fc.property(site, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (a, number, limit) => {
      const others = partnersOf(a);
      const b = others[number % others.length]!;
      const fresh = freshJudge();
      const prices = [fresh.price(a, b, 'exchange', limit), fresh.price(b, a, 'exchange', limit)];
      const sum =
        fresh.exclude(a, b) && fresh.exclude(b, a) ? prices[0]! + prices[1]! : Number.POSITIVE_INFINITY;
      expect(judge.priceOfExchange(a, b, limit)).toBe(sum);
      if (sum < Number.POSITIVE_INFINITY) finite += 1;
    }),
    { numRuns: 1600, seed: 1 },
  );
  expect(finite).toBeGreaterThan(5);
});
