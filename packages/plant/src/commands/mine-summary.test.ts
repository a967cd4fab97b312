import { expect, test } from 'vitest';
import { type Reason, reasons } from '../mined';
import { createPlant } from '../plant';
import { mergeStats, Tally } from '../stats';
import { jsonSummary, type SummaryOptions, textSummary } from './mine-summary';

const result = (captions: readonly string[]) => {
  const plant = createPlant();
  plant.mineBlock(captions.map((caption) => ({ caption })));
  return {
    stats: plant.stats(),
    brokenLines: 0,
    captionsBefore: 0,
    seconds: 2,
    peakMemory: 1,
    doneBefore: false,
  };
};
const usual = { sense: 'usual' } as const;
const captions = [
  'A dog is sitting on a couch.',
  'A cat is sitting on a couch.',
  'A red car is parked on a street.',
  'A blue bus is parked on a street.',
  'IMG_2041.jpg',
];

test('coverage, reasons with a remedy, what was changed, and what was refused by which check', () => {
  const { stats } = result(captions);
  expect(stats.negatives).toBeGreaterThan(1);
  const text = textSummary(result(captions), usual);
  expect(text).toMatch(/^5 captions, \d with a negative \(\d0 %\)$/m);
  expect(text).toMatch(/^ {2}not-a-description +1 \(20 %\): file names, addresses and tags; /m);
  expect(text).toMatch(/^negatives +\d: .*natural \d/m);
  expect(text).toMatch(/^slots +object \d/m);
  expect(text).toMatch(
    /^concreteness mean 4\.\d\d, 0\.\d\d below the most concrete word that could be changed, /m,
  );
  expect(text).toMatch(/^refused +\d+ changes? that could be true .*: [a-z-]+\/[a-z-]+ \d+/m);
});

test('a small file has no rate, which would be that of the start, and no shares of its few pairs of words', () => {
  const small = textSummary(result(captions), usual);
  expect(small).toMatch(/^2\.0 s$/m);
  expect(small).not.toContain('variety');
  const { stats, ...done } = result(captions);
  const large = { ...done, seconds: 20, stats: { ...stats, captions: 1000, negatives: 300 } };
  expect(textSummary(large, usual)).toMatch(
    /^variety +\d+ words put in; of the negatives the 30 commonest /m,
  );
  expect(textSummary(large, usual)).toMatch(/^20\.0 s, 50 captions\/s$/m);
  // What was done before took no time of this run.
  expect(textSummary({ ...large, captionsBefore: 600 }, usual)).toMatch(/^20\.0 s, 20 captions\/s$/m);
});

test('as JSON it has the means, and the shares follow from the counts', () => {
  const { concreteness, ...summary } = JSON.parse(jsonSummary(result(captions)));
  const { stats } = result(captions);
  expect(concreteness.mean).toBeCloseTo(stats.concreteness.changed / stats.negatives / 100, 3);
  expect(concreteness.shortfall).toBeGreaterThanOrEqual(0);
  expect(summary).toMatchObject({ captions: 5, reasons: { 'not-a-description': 1 }, checks: stats.checks });
});

test('every reason has a remedy, and reasons add up to the captions without a negative', () => {
  const tally = new Tally();
  for (const reason of reasons) tally.mined([], reason, 0);
  const text = textSummary({ ...result([]), stats: mergeStats(tally.stats(), tally.stats()) }, usual);
  for (const reason of reasons)
    expect(text).toMatch(new RegExp(`^  ${reason} +2 \\(11.1 %\\): [a-z].{10,}`, 'm'));
  const { stats } = result(captions);
  const sum = Object.values(stats.reasons).reduce((all, times) => all + times, 0);
  expect(sum).toBe(stats.captions - stats.captionsWithNegative);
});

test('nothing mined is no mean of nothing', () => {
  expect(textSummary(result([]), usual)).toBe('0 captions, 0 with a negative (0 %)\n2.0 s');
  expect(JSON.parse(jsonSummary(result([]))).concreteness).toBeUndefined();
});

/** The line of the one caption that has no negative. */
function lineOf(reason: Reason, options: SummaryOptions): string {
  const tally = new Tally();
  tally.mined([], reason, 0);
  return textSummary({ ...result([]), stats: tally.stats() }, options).split('\n')[1]!;
}

test.each<[string, SummaryOptions, RegExp]>([
  [
    'the next level',
    { sense: 'strict' },
    /--sense strict \(--keep-all lists them\); try --sense usual,.*; or fit .*--fit FIT$/,
  ],
  ['the last level', { sense: 'usual' }, /--sense usual \(.*\); try --sense all,/],
  ['no level after the last', { sense: 'all' }, /--sense all \(.*\); fit your own corpus/],
  ['a larger number', { sense: 0.19 }, /--sense 0\.19 \(.*\); a larger one/],
  [
    'no fit where one was given',
    { sense: 'usual', fit: 'x' },
    /--sense all, which mines more, and odder negatives$/,
  ],
  [
    'nothing where nothing is left to try',
    { sense: 'all', fit: 'x' },
    /: nothing plausible enough at --sense all \(--keep-all lists them\)$/,
  ],
])('where no edit is plausible enough it names %s', (_, options, line) => {
  expect(lineOf('no-sensible-edit', options)).toMatch(line);
});

test.each<[string, NonNullable<SummaryOptions['operations']>, RegExp]>([
  ['any kind', ['replace', 'swap'], /: fit a larger corpus/],
  ['swaps', ['swap'], /: a swap needs two words of a kind in one caption$/],
  [
    'details',
    ['add', 'negate'],
    /: add needs other captions of the image .*; negate needs other captions of the image /,
  ],
  ['exchanges', ['exchange'], /: exchange takes words of other captions/],
  ['minimal pairs', ['natural'], /: natural takes captions that differ in one word/],
])('where nothing could change, the remedy is for %s', (_, operations, line) => {
  expect(lineOf('no-candidate', { operations })).toMatch(line);
  expect(lineOf('refused', { operations }).includes('larger corpus')).toBe(operations.includes('replace'));
});
