import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import { hashPair, hashToken } from '../hashes/hash-words';
import { resolveOptions } from '../options';
import { readCaption } from '../reading/read-caption';
import { readBlock } from './read-block';
import { classOf } from './site-class';
import { noCaption, SiteTable } from './site-table';

const captions = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .concat("The dog's BALL, and two hot dogs 😀 on a café table", '', 'A '.repeat(3000));
const options = resolveOptions({});
const refused: string[] = [];
const readers = createReaders(options, {
  counter: { refuse: (reason) => refused.push(reason), refuseBy: ({ reason }) => refused.push(reason) },
});
const block = readBlock(
  captions.map((caption, i) => ({ id: `${i}`, caption })),
  readers,
  new Set(options.slots),
);

test('the block has the tokens of each caption, and of a too long one none', () => {
  for (let i = 0; i < captions.length; i += 1) {
    const { caption } = block.caption(i);
    const reading = readCaption(caption, readers.reader);
    expect(block.tagged(i)).toEqual(reading.tokens.map(({ lower, tag }) => ({ lower, tag })));
    expect(block.said(i)).toEqual({ words: reading.words, nouns: reading.nouns });
    expect(block.unusable(i)).toBe(reading.unusable);
    expect(block.token(i, reading.tokens.length)).toBeUndefined();
    expect(block.token(i, -1)).toBeUndefined();
  }
  expect(block.size).toBe(captions.length);
  expect(block.unusable(captions.length - 1)).toBe('too-long');
  expect(refused).toContain('too-long');
});

test('a site knows its words, its neighbours and its own sequences', () => {
  const { sites } = block;
  const own = new Int32Array(10);
  for (let i = 0; i < block.size; i += 1) {
    const tokens = block.tagged(i);
    for (let site = block.firstSite(i); site < block.endOfSites(i); site += 1) {
      const span = sites.placed(site);
      expect(sites.caption(site)).toBe(i);
      expect(sites.slot(site)).toBe(span.slot);
      expect(block.caption(i).caption.slice(span.start, span.end)).toBe(span.text);
      expect(sites.last(site)).toBe(hashToken(tokens[span.last]!.lower));
      sites.sequencesWith(site, site, own);
      expect([...own]).toEqual(Array.from(own, (_, k) => sites.sequence(site, k)));
      if (sites.l1(site) !== 0)
        expect(own[0]).toBe(hashPair(sites.l1(site), hashToken(tokens[span.first]!.lower)));
    }
  }
});

test('a price lies beside the slot and disturbs nothing', () => {
  const { sites } = block;
  const before = Array.from({ length: sites.size }, (_, site) => [sites.slot(site), sites.compound(site)]);
  expect(before.length).toBeGreaterThan(200);
  for (let site = 0; site < sites.size; site += 1) sites.setPrice(site, 64 * (site % 500) + 0.25);
  for (let site = 0; site < sites.size; site += 1) {
    expect(sites.price(site)).toBe(64 * (site % 500) + 0.25);
    expect([sites.slot(site), sites.compound(site)]).toEqual(before[site]);
  }
});

test('words that a table keeps stay when another block comes, with their numbers', () => {
  const table = new SiteTable(1);
  const word = {
    slot: 'attribute',
    text: 'red',
    lemma: 'red',
    degree: 'positive',
    concreteness: 4,
    concretenessSource: 'norms',
  } as const;
  const row = table.addWord(word, classOf(word));
  table.keep();
  const read = (caption: string) => readBlock([{ id: '1', caption }], readers, new Set(options.slots), table);
  for (const caption of ['A red dog on a couch.', 'A cat beside a red car.', 'A bowl.']) {
    const block = read(caption);
    expect(block.firstOfAll).toBe(1);
    expect(table.span(row)).toBe(word);
    expect(table.caption(row)).toBe(noCaption);
    expect(() => table.placed(row)).toThrow('stands in no caption');
    const written = Array.from({ length: block.endOfAll - 1 }, (_, i) => table.placed(i + 1).text);
    expect(written.length).toBeGreaterThan(0);
    for (const text of written) expect(caption).toContain(text);
    for (let site = 1; site < block.endOfAll; site += 1) {
      expect(table.word(site) === table.word(row)).toBe(table.placed(site).text === 'red');
    }
  }
});

test('all sequences of the block are counted, those without articles too', () => {
  const sequences = new Set<number>();
  block.countSequences(sequences);
  const pair = (a: string, b: string) => hashPair(hashToken(a), hashToken(b));
  expect(sequences.has(pair('hot', 'dogs'))).toBe(true);
  expect(sequences.has(pair('on', 'a'))).toBe(true);
  expect(sequences.has(pair('on', 'café'))).toBe(true);
  expect(sequences.has(pair('dogs', 'qwerty'))).toBe(false);
});
