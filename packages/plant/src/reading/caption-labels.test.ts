import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  addTags,
  decisions,
  emptyTally,
  f1,
  type LabelledCaption,
  parseLabels,
  type Tally,
} from '../testing/caption-labels';
import { createReader } from '../testing/create-reader';
import { readLabelled } from '../testing/labelled-captions';
import { correctTags, rulesWithout, tagRules } from './correct-tags';
import { countWords } from './find-counts';
import { relationAt } from './find-relations';
import { isTitle } from './language';
import { markNames } from './mark-names';
import { findNounPhrases } from './noun-phrase';
import { loadProperNames } from './proper-names';
import type { Reading } from './reading';
import { tagCaption } from './tagger';
import { loadWordForms } from './word-forms';

const labelled = parseLabels(
  readFileSync(fileURLToPath(new URL('../../fixtures/caption-labels.tsv', import.meta.url)), 'utf8'),
);
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const shared = process.env.SLIPFORM_SHARED ?? join(root, '../shared');
const file = join(shared, 'data/captions/coco-val2017-half.tsv');
const missing = !existsSync(file);
if (missing)
  console.log(`caption-labels.test.ts skipped: no COCO captions in ${shared}/data (set SLIPFORM_SHARED)`);

test('120 captions are labelled for development, 80 are held out', () => {
  const held = labelled.filter(({ half }) => half === 'held-out');
  expect([labelled.length, held.length]).toEqual([200, 80]);
});

/** The captions of an image, in the file's order. */
function readCaptions(): Map<string, string[]> {
  const captions = new Map<string, string[]>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [imageId = '', caption = ''] = line.split('\t');
    captions.set(imageId, [...(captions.get(imageId) ?? []), caption]);
  }
  return captions;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const describeTally = (tally: Tally) =>
  [
    `tags ${percent(tally.right / tally.tokens)} of ${tally.tokens}`,
    ...decisions.map((decision) => `${decision} ${percent(f1(tally.decisions[decision]))}`),
  ].join(', ');

/** What a reading found of what was labelled, and how much of what it found was labelled so. */
interface SpanTally {
  several: number;
  severalFound: number;
  objects: number;
  objectsRight: number;
  counts: number;
  countsTaken: number;
  countsRight: number;
}

function addSpans(tally: SpanTally, { codes, spans }: LabelledCaption, reading: Reading): void {
  const { tokens } = reading;
  const relations = tokens.flatMap((_, first) => {
    const words = relationAt(tokens, first)?.words;
    return words ? [{ slot: 'relation', first, last: first + words.length - 1 }] : [];
  });
  const counts = countWords(tokens, findNounPhrases(tokens)).filter(({ isGroup }) => !isGroup);
  const found = [...reading.objects, ...relations, ...counts.map((count) => ({ slot: 'count', ...count }))];
  for (const { kind, first, last } of spans) {
    // A person ("tennis player") is no candidate, but its words are one phrase.
    if (kind === 'object' && !reading.objects.some((object) => object.last === last)) continue;
    tally.several += 1;
    const isFound = found.some((span) => span.slot === kind && span.first === first && span.last === last);
    if (isFound) tally.severalFound += 1;
  }
  for (const { last } of reading.objects) {
    tally.objects += 1;
    if (/[Nnq]/.test(codes[last]!)) tally.objectsRight += 1;
  }
  const inPair = spans.filter(({ kind }) => kind === 'count').map(({ last }) => last);
  const meant = (token: number) => codes[token] === 'M' || codes[token] === 'Q' || inPair.includes(token);
  tally.counts += codes.filter((_, token) => meant(token)).length;
  tally.countsTaken += counts.length;
  tally.countsRight += counts.filter(({ last }) => meant(last)).length;
}

test.skipIf(missing).each([
  ['development', 0.99],
  ['held-out', 0.98],
] as const)('the reading is nearer to a person’s than the tagger’s: %s', (half, least) => {
  const captions = readCaptions();
  const read = createReader();
  const [tagger, ours] = [emptyTally(), emptyTally()];
  const spans: SpanTally = {
    several: 0,
    severalFound: 0,
    objects: 0,
    objectsRight: 0,
    counts: 0,
    countsTaken: 0,
    countsRight: 0,
  };
  for (const caption of labelled.filter((each) => each.half === half)) {
    const text = captions.get(caption.imageId)?.[caption.ordinal - 1] ?? '';
    const tokens = tagCaption(text);
    expect(tokens).toHaveLength(caption.codes.length);
    addTags(tagger, caption, tokens);
    const reading = read(text)!;
    addTags(ours, caption, reading.tokens);
    addSpans(spans, caption, reading);
  }
  console.log(`${half}, tagger alone: ${describeTally(tagger)}`);
  console.log(`${half}, our reading:  ${describeTally(ours)}`);
  console.log(
    `${half}, spans of several words found whole ${spans.severalFound} of ${spans.several}; ` +
      `objects that a person calls a thing ${spans.objectsRight} of ${spans.objects}; ` +
      `counts ${spans.countsRight} right of ${spans.countsTaken} found and ${spans.counts} labelled`,
  );
  expect(ours.right / ours.tokens).toBeGreaterThan(least);
  expect(ours.right).toBeGreaterThan(tagger.right);
  for (const decision of decisions) {
    expect(f1(ours.decisions[decision]), decision).toBeGreaterThan(0.93);
    expect(f1(ours.decisions[decision]), decision).toBeGreaterThanOrEqual(f1(tagger.decisions[decision]));
  }
  expect(spans.severalFound / spans.several).toBeGreaterThan(0.85);
  expect(spans.objectsRight / spans.objects).toBeGreaterThan(0.96);
  expect(spans.countsRight / spans.countsTaken).toBeGreaterThan(0.9);
  expect(spans.countsRight / spans.counts).toBeGreaterThan(0.8);
});

const domains = readLabelled();

test.skipIf(!domains).each(['cc3m', 'fashion', 'rsicd', 'vg'])(
  'of 60 captions of %s 96 of 100 tags are a person’s, more than without our rules',
  (set) => {
    const [ours, bare] = [emptyTally(), emptyTally()];
    const captions = domains!.get(set)!;
    expect(captions).toHaveLength(60);
    const [all, none] = [rulesWithout(new Set()), rulesWithout(new Set(tagRules.map(({ id }) => id)))];
    for (const { text, labels } of captions) {
      for (const [tally, rules] of [
        [ours, all],
        [bare, none],
      ] as const) {
        const tokens = tagCaption(text);
        expect(tokens).toHaveLength(labels.codes.length);
        correctTags(tokens, loadWordForms(), rules);
        markNames(tokens, isTitle(tokens), { properNames: loadProperNames() });
        addTags(tally, labels, tokens);
      }
    }
    console.log(`${set}: ${describeTally(ours)}; without rules ${percent(bare.right / bare.tokens)}`);
    expect(ours.right / ours.tokens).toBeGreaterThan(0.96);
    expect(ours.right).toBeGreaterThan(bare.right);
  },
);
