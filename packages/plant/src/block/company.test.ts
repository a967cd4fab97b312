import { expect, test } from 'vitest';
import { fitCaptions } from '../corpus/fit-captions';
import { createReaders } from '../create-readers';
import { hashWord } from '../hashes/hash-words';
import { resolveOptions } from '../options';
import { readBlock } from '../sites/read-block';
import { Company } from './company';

const options = resolveOptions({});
const readers = createReaders(options, () => {});

function blockOf(captions: readonly (readonly [string, string?])[]) {
  const inputs = captions.map(([caption, imageId], i) => ({ id: `${i}`, caption, imageId }));
  return readBlock(inputs, readers, new Set(options.slots));
}

/** Two rooms, each with its own things, and a bowl in either. */
const rooms = blockOf([
  ...Array.from({ length: 150 }, () => ['A kitchen with an oven and a bowl.'] as const),
  ...Array.from({ length: 150 }, () => ['A bathroom with a towel and a bowl.'] as const),
]);

function keeps(company: Company, word: string, isStrict: boolean): boolean {
  const site = rooms.firstSite(0);
  const { sites } = rooms;
  expect(sites.span(site).lemma).toBe('kitchen');
  return company.keeps(0, sites.span(site), sites.lemmaHash(site), hashWord(word), isStrict);
}

test('the worst pair counts: a bathroom has bowls and no oven', () => {
  expect(keeps(new Company(rooms, undefined, true), 'bathroom', true)).toBe(false);
});

test('what is hardly met is let pass', () => {
  expect(keeps(new Company(rooms, undefined, true), 'garage', true)).toBe(true);
});

test('what more than every third picture has may be there unsaid', () => {
  const company = new Company(rooms, undefined, true);
  const span = rooms.sites.span(rooms.firstSite(0));
  expect(company.expects(0, span, hashWord('towel'))).toBe(true);
  expect(company.expects(0, span, hashWord('lamp'))).toBe(false);
});

test('a fitted corpus has the doubt given, no more', async () => {
  const fit = await fitCaptions(Array.from({ length: 9 }, () => 'A bathroom with an oven and a bowl.'));
  expect(fit.together(hashWord('bathroom'), hashWord('bowl'))).toBe(9);
  expect(keeps(new Company(rooms, fit, true), 'bathroom', true)).toBe(false);
});

test('a vocabulary of the user decides for itself, a small corpus says nothing', () => {
  expect(keeps(new Company(rooms, undefined, false), 'bathroom', true)).toBe(true);
  const few = blockOf([['A kitchen with an oven.'], ['A bathroom with a towel.']]);
  expect(new Company(few, undefined, true).knows).toBe(false);
});

test('captions of one image are one picture', () => {
  const one = blockOf(Array.from({ length: 600 }, () => ['A dog on a couch.', 'same'] as const));
  expect(new Company(one, undefined, true).knows).toBe(false);
});
