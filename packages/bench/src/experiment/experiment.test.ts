import { describe, expect, test } from 'vitest';
import type { Comparison } from '../compare';
import { isTrueOf } from '../scenes/parse-caption';
import { splitOf } from '../scenes/split';
import { summariseResults } from '../summary-rows';
import { conclude } from './conclusion';
import { DEMO_OBJECTS } from './demo-objects';
import { mineNegatives } from './mine-negatives';
import { resultsTable } from './results-table';
import { sceneBatches } from './scene-batches';
import { trainingScenes } from './training-scenes';

describe('trainingScenes', () => {
  test('are of training pairs only, all different, and fixed by the seed', () => {
    const found = trainingScenes(500, 3, { objects: DEMO_OBJECTS });
    expect(new Set(found.map(({ caption }) => caption)).size).toBe(500);
    for (const { content } of found) expect(splitOf(content.first.name, content.second.name)).toBe('train');
    expect(trainingScenes(500, 3, { objects: DEMO_OBJECTS })).toEqual(found);
    expect(trainingScenes(500, 4, { objects: DEMO_OBJECTS })).not.toEqual(found);
  });
});

describe('sceneBatches', () => {
  const scenes = trainingScenes(50, 0, { objects: DEMO_OBJECTS });
  const negatives = scenes.map(({ caption }, index) =>
    index % 10 === 0 ? [] : [1, 2, 3].map((n) => ({ text: `${caption} ${n}`, concreteness: n })),
  );
  const take = (count: number, seed: number) => {
    const batches = sceneBatches({ scenes, negatives, batchSize: 16, seed });
    return Array.from({ length: count }, () => batches.next().value);
  };

  test('follow from the seed, and show each scene once in a pass', () => {
    expect(take(4, 1)).toEqual(take(4, 1));
    expect(take(1, 1)).not.toEqual(take(1, 2));
    const pass = take(3, 1).flatMap((batch) => batch.captions);
    expect(new Set(pass).size).toBe(48);
  });

  test('give each caption one of its own negatives, or none', () => {
    for (const batch of take(9, 5)) {
      batch.captions.forEach((caption, row) => {
        const own = negatives[scenes.findIndex((scene) => scene.caption === caption)]!;
        const chosen = batch.negatives[row];
        if (own.length === 0) expect(chosen).toBeUndefined();
        else expect(own).toContain(chosen);
      });
    }
  });

  test('refuse a batch larger than the scenes', () => {
    expect(() => sceneBatches({ scenes, batchSize: 51, seed: 0 }).next()).toThrow('batchSize 51');
  });
});

describe('mineNegatives', () => {
  test('keeps only negatives that are false of their scene, for every caption and kind', async () => {
    const scenes = trainingScenes(300, 0, { objects: DEMO_OBJECTS });
    const { byScene, records, summary } = await mineNegatives(scenes, { perCaption: 4, seed: 0 });
    byScene.forEach((own, index) => {
      for (const record of own) {
        expect(record.caption).toBe(scenes[index]!.caption);
        expect(isTrueOf(scenes[index]!.content, record.negative)).toBe(false);
      }
    });
    expect(summary).toMatchObject({ captions: 300, negatives: records.length });
    expect(summary.covered).toBeGreaterThan(295);
    expect(Object.keys(summary.byKind).sort()).toEqual([
      'attribute replace',
      'attribute swap',
      'object replace',
      'object swap',
      'relation replace',
    ]);
    for (const count of Object.values(summary.byKind)) expect(count / records.length).toBeGreaterThan(0.1);
  });
});

describe('conclude', () => {
  const comparison = (difference: number, half: number, extra: Partial<Comparison> = {}): Comparison => ({
    benchmark: 'scenes',
    a: 'hard negatives',
    b: 'Cement',
    difference,
    interval: [difference - half, difference + half],
    differs: Math.abs(difference) > half,
    p: 1,
    verdict: '',
    kinds: { swap_objects: { difference, onlyA: 1, onlyB: 2, p: 0.5, holm: 0.5, verdict: '' } },
    ...extra,
  });
  const names = { model: 'Cement', against: 'hard negatives' };

  test('says ahead, behind or no difference, whichever it is', () => {
    expect(conclude([comparison(0.02, 0.01)], names)[0]).toContain(
      'Cement is ahead of hard negatives beyond noise',
    );
    expect(conclude([comparison(-0.02, 0.01)], names)[0]).toContain(
      'Cement is behind hard negatives beyond noise',
    );
    expect(conclude([comparison(0.02, 0.03)], names)[0]).toContain(
      'no difference between Cement and hard negatives',
    );
    expect(conclude([comparison(0.02, 0.01)], names)[1]).toContain('one training seed');
  });

  test('names a kind only where it passes the stricter test, and says which', () => {
    const kind = (p: number) => ({ difference: 0.05, onlyA: 1, onlyB: 9, p, holm: p, verdict: '' });
    const [sentence] = conclude(
      [comparison(0.02, 0.01, { kinds: { swap_objects: kind(0.02), swap_attributes: kind(0.03) } })],
      names,
    );
    expect(sentence).toContain(
      'Kinds that differ beyond chance (McNemar’s test, p below .05 divided by the 2 kinds): swap objects',
    );
    expect(sentence).not.toContain('swap attributes');
  });

  test('with several seeds the seeds decide, not the questions', () => {
    const mixed = [comparison(0.04, 0.01, { seed: 0 }), comparison(-0.03, 0.01, { seed: 1 })];
    expect(conclude(mixed, names)).toHaveLength(1);
    expect(conclude(mixed, names)[0]).toContain('no difference');
    const steady = [0.02, 0.021, 0.019].map((value, seed) => comparison(value, 0.05, { seed }));
    expect(conclude(steady, names)[0]).toContain('ahead of hard negatives beyond noise');
  });
});

describe('resultsTable', () => {
  test('fits a terminal and shows shares with intervals', () => {
    const share = { correct: 87, total: 100, value: 0.87, interval: [0.79, 0.92] } as const;
    const kinds = Object.fromEntries(
      ['replace_object', 'replace_attribute', 'swap_objects', 'swap_attributes', 'relation'].map((kind) => [
        kind,
        share,
      ]),
    );
    const retrieval = { imageToText: { 1: share }, textToImage: { 1: share } };
    const result = {
      benchmark: 'b',
      model: 'hard negatives',
      kinds,
      mean: share,
      chance: 0.5,
      retrieval,
      items: [],
    };
    const text = summariseResults([result]).map(resultsTable).join('\n');
    for (const line of text.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toContain('.870');
    expect(text).toContain('.79–.92');
    expect(text).toMatch(/chance +\.50/);
  });
});
