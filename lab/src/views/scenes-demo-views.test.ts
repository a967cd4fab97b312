import type { Comparison } from '@slipform/bench';
import { summariseResults } from '@slipform/bench/report';
import { describe, expect, test } from 'vitest';
import { quick } from '../experiment';
import { scenesDemo } from '../experiments/scenes-demo';
import { conclude, sizesOf } from './conclusion';
import { DEMO_PAIR, type Lead, leadsOf } from './lead';
import { resultsTable } from './results-table';
import { WHOLE } from './scenes-demo-view';

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
  const one: Lead = {
    benchmark: 'scenes',
    ...DEMO_PAIR,
    seeds: 1,
    kinds: {},
    mean: { value: 0, bySeed: [0] },
    imageToText: { value: -0.01, bySeed: [-0.01] },
  };

  test('says ahead, behind or no difference, whichever it is', () => {
    expect(conclude([one], [comparison(0.02, 0.01)])[0]).toContain(
      'Cement is ahead of hard negatives beyond the noise of the questions',
    );
    expect(conclude([one], [comparison(-0.02, 0.01)])[0]).toContain(
      'Cement is behind hard negatives beyond the noise of the questions',
    );
    expect(conclude([one], [comparison(0.02, 0.03)])[0]).toContain(
      'no difference between Cement and hard negatives',
    );
    expect(conclude([one], [comparison(0.02, 0.01)])[0]).toContain('Retrieval: image → text recall@1 −1.0.');
    expect(conclude([one], [comparison(0.02, 0.01)])[2]).toContain('one training seed');
  });

  test('says of a short run alone that it is often too short, and what was cut', () => {
    const [run] = scenesDemo.runs(0, { firstSeed: 0, pretrain: false });
    const whole = sizesOf(run!);
    expect(whole).toEqual(WHOLE);
    const about = (done: typeof whole) =>
      conclude([one], [comparison(0.02, 0.01)], { pretrainings: 1, sizes: { done, whole } }).filter(
        (sentence) => sentence.includes('too short'),
      );
    expect(about(sizesOf(quick(run!)))).toEqual([
      'This was a short run (4,000 of 8,000 captions, 120 of 300 steps, 300 of 1,000 questions of each kind of the whole demo): it is often too short to show a difference between the losses.',
    ]);
    expect(about({ ...whole, steps: 50 })[0]).toContain('(50 of 300 steps of the whole demo)');
    expect(about(whole)).toEqual([]);
    expect(about({ ...whole, steps: 500, captions: 4000 })).toEqual([]);
  });

  test('names a kind only where it passes the stricter test, and says which', () => {
    const kind = (p: number) => ({ difference: 0.05, onlyA: 1, onlyB: 9, p, holm: p, verdict: '' });
    const [sentence] = conclude(
      [one],
      [comparison(0.02, 0.01, { kinds: { swap_objects: kind(0.02), swap_attributes: kind(0.03) } })],
    );
    expect(sentence).toContain(
      'Kinds that differ beyond chance (McNemar’s test, p below .05 divided by the 2 kinds): swap objects',
    );
    expect(sentence).not.toContain('swap attributes');
  });

  const share = (value: number) => ({ correct: 0, total: 1000, value, interval: [value, value] }) as const;
  /** A model whose swaps are `gain` better and whose relations and retrieval are `loss` worse with each seed. */
  const runs = (model: string, values: readonly { swap: number; relation: number; recall: number }[]) =>
    values.map(({ swap, relation, recall }, seed) => ({
      ...{ benchmark: 'scenes', model, trainingSeed: seed, chance: 0.5, answers: [] },
      kinds: { swap_objects: share(swap), relation: share(relation) },
      mean: share((swap + relation) / 2),
      retrieval: { imageToText: { 1: share(recall) }, textToImage: { 1: share(0.9) } },
    }));
  const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed / 500);
  const sentencesOver = (count: number, pretrainings = 1) =>
    conclude(
      leadsOf(
        [
          ...runs(
            'hard negatives',
            seeds(count).map(() => ({ swap: 0.8, relation: 0.5, recall: 0.9 })),
          ),
          ...runs(
            'Cement',
            seeds(count).map((x) => ({ swap: 0.9 + x, relation: 0.48 - x, recall: 0.89 - x })),
          ),
        ],
        DEMO_PAIR,
      ),
      [],
      { pretrainings },
    );

  test('says whether the intervals cover pretraining', () => {
    const [sentence, , covers] = sentencesOver(4, 4);
    expect(sentence).toContain('beyond the noise of pretraining and fine-tuning');
    expect(covers).toContain('4 trainings, each with a pretraining of its own');
  });

  test('with several seeds the seeds decide, and what is lost is named beside the mean', () => {
    const [sentence, reason, covers, ...rest] = sentencesOver(4);
    expect(reason).toContain('This does not show that concreteness is the reason');
    expect(sentence).toMatch(
      /^scenes: Cement is ahead of hard negatives beyond the noise of fine-tuning in the mean \(\+4\.0 points over 4 seeds/,
    );
    // By hand: 0, .2, .4, .6 points have mean .3 and standard deviation .258; ± 3.182 · .258 / √4 = .41.
    expect(sentence).toContain('Higher: swap objects +10.3 (+9.9 to +10.7).');
    expect(sentence).toContain(
      'Lower: relation −2.3 (−2.7 to −1.9), image → text recall@1 −1.3 (−1.7 to −0.9).',
    );
    expect(sentence).toContain('No difference seen: text → image recall@1 0.0 (0.0 to 0.0).');
    expect(covers).toContain('4 fine-tunings of one checkpoint, judged on one set of test pictures');
    expect(covers).toContain('Student’s t alone (3 degrees of freedom)');
    expect(covers).toContain('cannot get below p = .125.');
    expect(rest).toEqual([]);
    expect(sentencesOver(8)[2]).not.toContain('alone');
  });

  test('seeds that disagree show no difference', () => {
    const flip = [0.1, -0.1].map((swap) => ({ swap: 0.8 + swap, relation: 0.5, recall: 0.9 }));
    const flat = [0, 0].map(() => ({ swap: 0.8, relation: 0.5, recall: 0.9 }));
    const leads = leadsOf([...runs('hard negatives', flat), ...runs('Cement', flip)], DEMO_PAIR);
    expect(conclude(leads, [])[0]).toContain('no difference');
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
      answers: [],
    };
    const cell = { value: -0.0165, interval: [-0.0261, -0.0069], bySeed: [] } as const;
    const lead = {
      ...{ benchmark: 'b', ...DEMO_PAIR, seeds: 4, mean: cell, imageToText: cell },
      kinds: Object.fromEntries(Object.keys(kinds).map((kind) => [kind, cell])),
    };
    const text = resultsTable(summariseResults([result])[0]!, [lead, { ...lead, benchmark: 'another' }]);
    for (const line of text.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toContain('.870');
    expect(text).toContain('.79–.92');
    expect(text).toMatch(/chance +\.50/);
    expect(text.match(/−1\.7/g)).toHaveLength(7);
    expect(text).toMatch(/in points +−0\.7/);
  });
});
