import { readFileSync } from 'node:fs';
import { createLexicon } from '@slipform/concreteness';
import { expect, test } from 'vitest';
import type { Lessons } from '../scripts/weights/learn';
import * as plant from '../src/index';
import { featureCount } from '../src/scores/features';
import { mineDomain } from './build';
import { claimsOf } from './claims';
import { curveTable, drawCurve } from './curve-figure';
import { halvesByImage, knownAgain, measure, partOf } from './figures';
import { withTables } from './results';
import { halfOf } from './verdicts';
import { judgedTable, partsTable, yardstickTable } from './yardstick-table';

const captions = readFileSync(new URL('../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((caption, i) => ({ id: String(i + 1), imageId: String(Math.floor(i / 2)), caption }));
const lexicon = createLexicon();

test('the figures of a set', async () => {
  const { records } = mineDomain(plant, captions);
  expect(records.length).toBeGreaterThan(20);
  const figures = await measure(plant, { name: 'own', captions }, lexicon, [], true);
  expect(figures.coverage).toBe(new Set(records.map(({ id }) => id)).size / captions.length);
  expect(figures.concreteness).toBeCloseTo(
    records.reduce((sum, { concreteness }) => sum + concreteness, 0) / records.length,
  );
  expect(figures.near).toBeGreaterThan(0);
  expect(figures.shortfall).toBeGreaterThanOrEqual(0);
  for (const shares of [figures.slots, figures.operations]) {
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  }
});

test('negatives that were judged are known again, by caption and words', () => {
  const { records } = mineDomain(plant, captions);
  const [first, second] = records;
  const verdict = (record: (typeof records)[number], keyword: string) => ({
    set: 'own',
    id: record.id,
    operation: record.operation,
    slot: record.slot,
    keyword,
    replacement: record.replacement.text.toUpperCase(),
    verdict: 'hard' as const,
    reader: 'B',
    half: halfOf('own', record.id),
  });
  const verdicts = [verdict(first!, first!.keyword.text), verdict(second!, 'zebra crossing')];
  expect(knownAgain(records, verdicts)).toEqual({ ok: [0, 0], mild: [0, 0], hard: [1, 2] });
});

test('captions of an image are in one half', () => {
  const halves = halvesByImage(captions);
  expect(halves[0].length + halves[1].length).toBe(captions.length);
  const [a, b] = halves.map((half) => new Set(half.map(({ imageId }) => imageId)));
  expect(Math.min(a!.size, b!.size)).toBeGreaterThan(0);
  expect([...a!].filter((image) => b!.has(image))).toEqual([]);
});

test('a part of a set has all captions of an image, or none', () => {
  const part = partOf(captions, 20);
  expect(part).toHaveLength(20);
  expect(partOf(captions, 20)).toEqual(part);
  const images = new Set(part.map(({ imageId }) => imageId));
  expect(captions.filter(({ imageId }) => images.has(imageId))).toEqual(part);
});

test('a table with a row for each set, before and after in one cell', async () => {
  const figures = await measure(plant, { name: 'own', captions }, lexicon, [], true);
  const table = yardstickTable([
    { ...figures, build: 'before', coverage: 0.5, captionsPerSecond: 10 },
    { ...figures, build: 'this', captionsPerSecond: 20 },
  ]).split('\n');
  expect(table).toHaveLength(3);
  expect(table[2]).toContain('| 50 → ');
  expect(table[2]).toContain('| – |');
  const many = { ...figures, captions: 1000 };
  const speeds = [10, 20].map((captionsPerSecond) => ({
    ...many,
    build: 'this' as const,
    captionsPerSecond,
  }));
  expect(yardstickTable(speeds)).toContain('10 → 20');
  expect(partsTable([{ ...figures, build: 'this' }])).toMatch(/\| own \| (\d+\/){4}\d+ \| (\d+\/){3}\d+ \|/);
  const card = 'a\n<!-- y -->\n<!-- /y -->\n<!-- x -->\nold\n<!-- /x --> c';
  expect(withTables(card, 'x', ['new'])).toBe(
    'a\n<!-- y -->\n<!-- /y -->\n<!-- x -->\n\nnew\n\n<!-- /x --> c',
  );
  expect(withTables(card, 'z', ['new'])).toBe(card);
});

test('a part of a set begins with the images that are asked for', () => {
  const asked = new Set(captions.slice(-6).map(({ id }) => id));
  const part = partOf(captions, 20, asked);
  expect(part).toHaveLength(20);
  expect(part.filter(({ id }) => asked.has(id))).toHaveLength(6);
  expect(partOf(captions, 2, asked)).toHaveLength(6);
});

/** Judged words with one feature that tells the hard ones in some sets, and misleads in others. */
function lessonsOf(sets: Readonly<Record<string, 1 | -1>>): Lessons {
  const judged = Object.entries(sets).flatMap(([set, sign]) =>
    Array.from({ length: 60 }, (_, i) => {
      const row = new Float64Array(featureCount);
      row[0] = sign * (i % 3 === 0 ? -1 : 1);
      row[featureCount - 1] = 1;
      const verdict = i % 3 === 0 ? ('hard' as const) : ('ok' as const);
      const [id, reader] = [`${set}${i}`, i < 30 ? 'C' : 'B'];
      const words = { operation: 'replace', slot: 'object', keyword: 'a', replacement: 'b' };
      return { set, row, verdict: { set, id, ...words, verdict, reader, half: halfOf(set, id) } };
    }),
  );
  return { judged, pairs: [] };
}

test('the claims about a set are of weights that have not seen it', () => {
  const lessons = lessonsOf({ coco: 1, vg: 1, fashion: -1 });
  const claims = claimsOf(lessons, 'fashion')!;
  expect(claims).toMatchObject({ negatives: 30, areaHard: 0, areaStrict: 0 });
  expect(claims.found).toBeCloseTo(2 / 3);
  const other = lessonsOf({ coco: 1, vg: 1, fashion: 1 });
  expect(claimsOf(other, 'fashion')!.areaHard).toBe(1);
  expect(claimsOf(lessons, 'icons')).toBeUndefined();
});

test('a row for each set of what is claimed and found, and the mean gap', async () => {
  const figures = await measure(plant, { name: 'own', captions }, lexicon, [], true);
  const claims = { negatives: 50, claimed: 0.8, found: 0.6, areaHard: 0.75, areaStrict: 0.6 };
  const known = { hard: [1, 4], mild: [2, 8], ok: [7, 9] } as const;
  const row = { ...figures, known, claims, build: 'this' as const };
  const table = judgedTable([row, { ...row, claims: null }]).split('\n');
  expect(table[2]).toBe('| own | 50 | 80→60 | 0.75 | 0.60 | 1/4, 2/8, 7/9 | 90 |');
  expect(table[3]).toContain('| – | – | – | – |');
  expect(table[4]).toContain('20.0 points');
});

test('the curve is drawn for both themes', async () => {
  const figures = await measure(plant, { name: 'own', captions }, lexicon, [], true);
  const points = (['none', 'slots'] as const).flatMap((balance) =>
    ['max', 'min'].map((setting) => ({ ...figures, blind: 0.55, balance, setting })),
  );
  const [, , row, ...others] = curveTable(points).split('\n');
  expect(row).toMatch(/^\| own \| none \| max\/min \| /);
  expect(others).toHaveLength(1);
  for (const theme of ['light', 'dark'] as const) {
    const svg = drawCurve(points, theme);
    expect(svg.match(/<svg/g)!.length).toBeGreaterThan(3);
    expect(svg).toContain('balance: concreteness');
    expect(svg).not.toMatch(/NaN|undefined/);
  }
});
