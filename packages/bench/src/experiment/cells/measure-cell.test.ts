import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBackend } from '../../commands/start-backend';
import { studies } from '../studies/studies';
import type { Cell } from './cell';
import { exchanged, keywordHalf, keywordNegatives } from './keyword-negatives';
import { keywordScenes, ratedKeywords } from './keyword-world';
import { measureCell } from './measure-cell';

let work: string;
beforeAll(async () => {
  await startBackend('wasm');
  work = mkdtempSync(join(tmpdir(), 'slipform-cells-'));
});
afterAll(() => rmSync(work, { recursive: true }));

/** A cell of a study, with so little to do that it takes seconds. */
function small(cell: Cell): Cell {
  const pretraining = { ...cell.pretraining, captions: 400, steps: 2, batchSize: 8, width: 32, layers: 1 };
  if (cell.kind === 'similarity') return { ...cell, pretraining, captions: 50 };
  const finetuning = {
    ...cell.finetuning,
    captions: 100,
    steps: 3,
    batchSize: cell.finetuning.batchSize >> 4,
  };
  if (cell.kind === 'keywords') return { ...cell, pretraining, finetuning, questions: 2 };
  return { ...cell, pretraining, finetuning, judging: { styles: ['fluent'], count: 12 } };
}

const one = (study: string, arm: string) => {
  const cell = studies
    .find(({ name }) => name === study)
    ?.cells([7])
    .find((each) => each.arm === arm);
  if (!cell) throw new Error(`${study} has no arm ${arm}`);
  return small(cell);
};
const measure = (cell: Cell) => measureCell(cell, work, () => {});

describe('a cell', () => {
  test.each([
    [
      'losses',
      'adaptive, permuted',
      ['accuracy', 'recall@1 texts', 'linear probe', 'similarity budget hard'],
    ],
    ['losses', 'balanced, paired', ['accuracy', 'multi-label probe', 'embedding budget easy']],
    ['similarity', 'InfoNCE', ['similarity', 'correlation']],
    ['concreteness', 'one half', ['keyword accuracy', 'keyword half']],
  ])('of %s, %s, measures what it is about, and leaves no tensor', async (study, arm, metrics) => {
    const before = memory().numTensors;
    const found = await measure(one(study, arm));
    for (const metric of metrics) expect(found.map((each) => each.metric)).toContain(metric);
    for (const { metric, of, value } of found) {
      if (metric !== 'correlation') expect(Number.isFinite(value), `${metric} ${of}`).toBe(true);
    }
    expect(memory().numTensors).toBe(before);
  });

  test('is the same twice, but for its time', async () => {
    const cell = one('concreteness', 'random');
    const timeless = async () => (await measure(cell)).filter(({ metric }) => metric !== 'seconds');
    expect(await timeless()).toEqual(await timeless());
  });
});

test('arms of a study have names of their own, and every seed has all of them', () => {
  for (const study of studies) {
    const names = (seed: number) => study.cells([seed]).map(({ arm }) => arm);
    expect(new Set(names(0)).size).toBe(names(0).length);
    expect(names(1)).toEqual(names(0));
  }
});

describe('hard negatives of keywords', () => {
  const keywords = ratedKeywords();
  const scenes = keywordScenes(2000, 0, keywords);
  const count = (teach: Parameters<typeof keywordNegatives>[2]) =>
    keywordNegatives(scenes, keywords, teach, 0).filter((own) => own.length > 0).length;

  test('there are as many abstract keywords as concrete ones, and no rating is missing', () => {
    const abstract = keywords.filter(({ rating }) => rating < 3).length;
    expect(abstract).toBe(keywords.filter(({ rating }) => rating >= 4).length);
    expect(abstract).toBeGreaterThanOrEqual(40);
  });

  test('a half that is not taught is in none of them', () => {
    for (const [index, own] of keywordNegatives(scenes, keywords, 'one half', 0).entries()) {
      const { first, second } = scenes[index]!.content;
      const both = [first, second].every(({ name }) => keywordHalf(name, 0) === 0);
      expect(own.length).toBe(both ? 1 : 0);
    }
  });

  test('all words of the caption stay', () => {
    for (const [index, own] of keywordNegatives(scenes, keywords, 'random', 0).entries()) {
      const words = (text: string) => text.split(' ').sort();
      for (const { text } of own) expect(words(text)).toEqual(words(scenes[index]!.caption));
    }
    expect(exchanged(exchanged(scenes[0]!.content))).toEqual(scenes[0]!.content);
  });

  test('max, min and random teach as many captions', () => {
    for (const teach of ['max', 'min', 'random'] as const) {
      expect(Math.abs(count(teach) - 1000)).toBeLessThan(60);
    }
  });
});
