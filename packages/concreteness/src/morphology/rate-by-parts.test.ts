import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createLexicon } from '../lexicon';
import { prefixes, suffixes } from './affixes';
import { corrections } from './corrections';
import { rateByParts } from './rate-by-parts';

const entries: Readonly<Record<string, number>> = {
  lock: 4.6,
  explain: 2,
  happy: 2.5,
  swim: 4,
  dog: 5,
  house: 5,
};
const rate = (form: string) => rateByParts(form, (base) => entries[base]);

test.each([
  ['lockless', ['lock', '-less']],
  ['happiness', ['happy', '-ness']],
  ['swimmable', ['swim', '-able']],
  ['unhappy', ['un-', 'happy']],
  ['unexplainably', ['unexplainable', '-ly']],
  ['doghouse', ['dog', 'house']],
  ['dog house', ['dog', 'house']],
])('%s is %j', (form, parts) => {
  expect(rate(form)?.parts).toEqual(parts);
  expect(rate(form)!.rating).toBeGreaterThanOrEqual(1);
  expect(rate(form)!.rating).toBeLessThanOrEqual(5);
});

test('the rating is the line that was fitted', () => {
  const [intercept, slope] = corrections['-less'] as readonly [number, number];
  expect(rate('lockless')!.rating).toBeCloseTo(intercept + slope * 4.6, 2);
  const [base, modifier, head] = corrections.head as readonly [number, number, number];
  expect(rate('lock house')!.rating).toBeCloseTo(Math.min(5, base + modifier * 4.6 + head * 5), 2);
});

test.each(['dogdog', 'houseswim', 'qwxzness', 'ness', 'un', '-less', 'lock-', 'dog qwxz', 'of the', 'x y'])(
  '%s is not taken apart',
  (form) => {
    expect(rate(form)).toBeUndefined();
  },
);

test('every affix has a correction', () => {
  const names = [...prefixes.split(/\s+/).map((name) => `${name}-`), ...suffixes.map(([name]) => name)];
  for (const name of [
    ...names,
    '-ed',
    '-ing',
    '-er',
    '-est',
    'compound',
    'compound-ed',
    'head',
    'object',
    'particle',
    'governed',
  ])
    expect(corrections, name).toHaveProperty([name]);
  expect(Object.keys(corrections).length).toBe(names.length + 10);
});

const lexicon = createLexicon();

test.each([
  ['greyhounds', 'greyhound'],
  ['café', 'cafe'],
  ['crème brûlée', 'creme brulee'],
  ['CAFÉ', 'cafe'],
  ['firehydrant', 'fire hydrant'],
  ['traffic-lights', 'traffic light'],
  ["dogs'", 'dog'],
])('%s is rated as %s', (word, lemma) => {
  expect(lexicon.rate(word)?.lemma).toBe(lemma);
});

test('spellings on both sides of the Atlantic are known', () => {
  const pairs = `colour color, honour honor, centre center, theatre theater, organise organize, analyse analyze,
    travelled traveled, dialogue dialog, defence defense, grey gray, tyre tire, aluminium aluminum, pyjamas pajamas,
    mould mold, plough plow, moustache mustache, jewellery jewelry, paediatric pediatric, anaemia anemia,
    modelling modeling, colourless colorless, greyish grayish, sceptical skeptical, doughnut donut`;
  for (const pair of pairs.split(',')) {
    const [british, american] = pair.trim().split(' ') as [string, string];
    expect(lexicon.rate(british), british).toBeDefined();
    expect(lexicon.rate(american), american).toBeDefined();
  }
});

test('a hyphen after a prefix or before a suffix parts no phrase', () => {
  expect(lexicon.rate('un-photographed')).toMatchObject({ parts: ['un-', 'photographed'] });
  expect(lexicon.rate('trombone-like')).toMatchObject({ parts: ['trombone', '-like'] });
  expect(lexicon.rate('dark-purple')).toMatchObject({ parts: ['dark', 'purple'] });
});

test('a composed rating says of what, and is an estimate', () => {
  expect(lexicon.rate('smoke detector')).toMatchObject({
    source: 'estimate',
    lemma: 'smoke detector',
    parts: ['smoke', 'detector'],
  });
  expect(lexicon.rate('dark-brown')).toBeDefined();
  expect(lexicon.rate('traffic light')).not.toHaveProperty('parts');
});

test('letters at random stay unknown, and so do nearly all misspelt words', () => {
  // A linear congruential generator modulo a prime: the same letters every time.
  let state = 1;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const letter = () => letters[next(26)]!;
  let known = 0;
  for (let index = 0; index < 5000; index += 1) {
    const text = Array.from({ length: 6 + next(8) }, letter).join('');
    if (lexicon.rate(text)) known += 1;
  }
  expect(known).toBeLessThan(5);

  const words = [
    ...new Set(readFileSync(new URL('../../README.md', import.meta.url), 'utf8').match(/\b[a-z]{6,}\b/g)),
  ];
  let byParts = 0;
  let misspelt = 0;
  for (let index = 0; index < 5000; index += 1) {
    const word = words[next(words.length)]!;
    const at = next(word.length);
    const typo = word.slice(0, at) + letter() + word.slice(at + next(2));
    if (lexicon.rate(typo)?.parts === undefined && lexicon.rate(typo)) continue;
    misspelt += 1;
    if (lexicon.rate(typo)) byParts += 1;
  }
  expect(misspelt).toBeGreaterThan(3000);
  expect(misspelt).toBeLessThan(5000);
  expect(byParts).toBeGreaterThan(0);
  expect(byParts / misspelt).toBeLessThan(0.06);
});

// A search that is worse than linear would not end with so many pieces.
test('a word of any length is done', () => {
  expect(lexicon.rate('lockless')?.parts).toEqual(['lock', '-less']);
  for (const piece of ['un', 'ness', 'less', 'a-', 're ', 'ization', 'house'])
    expect(lexicon.rate(piece.repeat(300_000))).toBeUndefined();
});
