import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import { hashPair, hashToken } from '../hashes/hash-words';
import { resolveOptions } from '../options';
import { readCaption } from '../reading/read-caption';
import { readBlock } from './read-block';

const captions = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .concat("The dog's BALL, and two hot dogs 😀 on a café table", '', 'A '.repeat(3000));
const options = resolveOptions({});
const refused: string[] = [];
const readers = createReaders(options, (reason) => refused.push(reason));
const block = readBlock(
  captions.map((caption, i) => ({ id: `${i}`, caption })),
  readers,
  new Set(options.slots),
);
const refusedOnce = refused.length;

test('a reading made anew is the reading, and counts no refusal twice', () => {
  for (let i = 0; i < block.size; i += 1) {
    const { caption } = block.caption(i);
    const again = block.reading(i);
    expect(refused).toHaveLength(refusedOnce);
    const first = readCaption(caption, readers.rereader);
    expect(again).toEqual(first);
    expect(block.said(i)).toEqual({ words: first.words, nouns: first.nouns });
    expect(block.token(i, first.tokens.length)).toBeUndefined();
    expect(block.token(i, -1)).toBeUndefined();
  }
});

test('of too long captions nothing is read', () => {
  expect(block.size).toBe(captions.length);
  expect(block.reading(captions.length - 1)).toMatchObject({ unusable: 'too-long', tokens: [] });
  expect(refused).toContain('too-long');
});

test('a place knows its words, its neighbours and its own sequences', () => {
  const { sites } = block;
  const own = new Int32Array(10);
  for (let i = 0; i < block.size; i += 1) {
    const { tokens } = block.reading(i);
    for (let site = block.firstSite(i); site < block.endOfSites(i); site += 1) {
      const span = sites.span(site);
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

test('a rank lies beside the slot and disturbs nothing', () => {
  const { sites } = block;
  const before = Array.from({ length: sites.size }, (_, site) => [sites.slot(site), sites.compound(site)]);
  for (let site = 0; site < sites.size; site += 1) sites.setRank(site, site % 200);
  for (let site = 0; site < sites.size; site += 1) {
    expect(sites.rank(site)).toBe(site % 200);
    expect([sites.slot(site), sites.compound(site)]).toEqual(before[site]);
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
