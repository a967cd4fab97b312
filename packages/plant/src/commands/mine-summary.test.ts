import { expect, test } from 'vitest';
import { reasons } from '../mined';
import { createPlant } from '../plant';
import { mergeStats, Tally } from '../stats';
import { jsonSummary, textSummary } from './mine-summary';

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
const usual = { sense: 0.12 };
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
  expect(text).toMatch(/^refused by +[a-z-]+\/[a-z-]+ \d+/m);
  expect(text).toMatch(/^2\.0 s, 3 captions\/s$/m);
  // What was done before took no time of this run.
  expect(textSummary({ ...result(captions), captionsBefore: 3 }, usual)).toMatch(/^2\.0 s, 1 captions\/s$/m);
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
  expect(textSummary(result([]), usual)).toBe(
    '0 captions, 0 with a negative (0 %)\nrefused by   no check\n2.0 s, 0 captions/s',
  );
  expect(JSON.parse(jsonSummary(result([]))).concreteness).toBeUndefined();
});

test('where no edit is plausible enough it names the level of sense, and fit only where none was given', () => {
  const tally = new Tally();
  tally.mined([], 'no-sensible-edit', 0);
  const stats = tally.stats();
  expect(textSummary({ ...result([]), stats }, { sense: 0.19 })).toMatch(
    /^ {2}no-sensible-edit .*--sense 0\.19.*--fit FIT$/m,
  );
  const fitted = textSummary({ ...result([]), stats }, { sense: 0.19, fit: 'corpus.fit' });
  expect(fitted).toMatch(/--sense 0\.19/);
  expect(fitted).not.toMatch(/--fit/);
});
