import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DemoAnswers, type DemoQuestions, digitOf, type PairCosines } from '../demo/demo-answers';
import type { Prepared } from '../demo/prepared';
import { quick } from '../experiment';
import { demo } from '../experiments/demo';
import { concludeDemo, sizesOfDemo, WHOLE_DEMO } from './demo-conclusion';
import { type DemoModel, JUDGED_FILE, judged, judgedFile, readJudged } from './demo-judged';
import { pickMined, pickPairs } from './demo-pictures';
import { similarityOf } from './demo-similarity';
import { demoTables } from './demo-tables';
import { tellDemo } from './demo-text';
import { minedNote } from './demo-view';

const COUNT = 400;
const questions: DemoQuestions = {
  pairs: Array.from({ length: COUNT }, (_, index) => ({
    id: String(index),
    pictures: [`a_${index}.png`, `b_${index}.png`],
    captions: ['cloud off', 'cloud check'],
    words: [`word ${index % 40}`, `other ${index % 41}`],
    concreteness: 1.8 + (3 * (index % 40)) / 40,
    artist: `artist ${index % 8}`,
  })),
  gallery: Array.from({ length: 60 }, (_, index) => ({
    picture: `a_${index}.png`,
    caption: `word ${index}`,
    artist: `artist ${index % 8}`,
  })),
};
/** Every `step`-th pair wrong; the wrong name is the nearer the less concrete the word. */
function answersOf(
  model: DemoModel,
  step: number,
  seed = 0,
): DemoAnswers & { model: DemoModel; seed: number } {
  const cosines = questions.pairs.map(({ concreteness }, index): PairCosines => {
    const wrong = 0.6 - concreteness / 10;
    const right = index % step === 0 ? wrong - 0.01 : wrong + 0.1;
    return [right, wrong, wrong, right];
  });
  return {
    ...{ model, seed },
    right: cosines.map(digitOf).join(''),
    scores: cosines.flat(),
    nameRanks: questions.gallery.map((_, index) => (index % step) + 1),
    iconRanks: questions.gallery.map(() => 30),
  };
}
const four = judged(questions, [
  answersOf('checkpoint', 2),
  answersOf('InfoNCE', 2),
  answersOf('hard negatives', 3),
  answersOf('Cement', 13),
]);

describe('the demo’s tables', () => {
  test('fit 80 columns of letters, and hold models, differences and chance', () => {
    const text = demoTables(four);
    const prose = /^(Which name|right:|1 to 5|Search among)/;
    const lines = text.split('\n').filter((line) => !prose.test(line));
    expect(Math.max(...lines.map((line) => line.trimEnd().length))).toBeLessThanOrEqual(80);
    for (const part of ['checkpoint', 'Cement', 'minus hard negatives', 'chance', '.922', '8 artists']) {
      expect(text).toContain(part);
    }
  });

  test('the verdict is first and plain: how many are right, whether a loss is better, what would have been seen', () => {
    const { verdict, details } = concludeDemo(four);
    expect(verdict[0]).toMatch(
      /^Of 100 questions \(.*\) the models answer right: InfoNCE 50\.0, .*Cement 92\.3,/,
    );
    expect(verdict[0]).toContain('before training on (the checkpoint) 50.0. A guess gets 16.7');
    expect(verdict[1]).toMatch(/Cement answers more than hard negatives, beyond the noise: \+25\.\d \(\+\d/);
    expect(verdict[1]).toMatch(
      /Between the others no difference is seen\. .* seen: \d+\.\d \(hard negatives against InfoNCE\), \d/,
    );
    expect(tellDemo(four, { verdict, details }).startsWith(verdict[0]!)).toBe(true);
    expect(details.at(-1)).toContain('This is one training seed');
    const same = concludeDemo(judged(questions, [answersOf('InfoNCE', 3), answersOf('Cement', 3)]));
    expect(same.verdict[1]).toMatch(
      /^No loss is seen to be better than another\..*would have been seen: 0\.0 \(Cement against InfoNCE\)/,
    );
    expect(same.verdict[2]).toContain('no difference is seen');
    expect(same.details.join(' ')).toContain('None of the 9 other differences in the tables leaves out 0.');
  });

  test('a loss that answers fewer is not called better', () => {
    const { verdict } = concludeDemo(judged(questions, [answersOf('InfoNCE', 13), answersOf('Cement', 3)]));
    expect(verdict[1]).toContain('Cement answers fewer than InfoNCE, beyond the noise: −');
  });

  test('what leaves out 0 in the tables and is no verdict is named, with how many there are', () => {
    const { details } = concludeDemo(four);
    const named = details.find((each) => each.startsWith('Not judged'))!;
    expect(named).toMatch(/of the 27 other differences in the tables \d+ leave out 0/);
    for (const part of [
      'text +',
      'picture +',
      'Cement against hard negatives: ',
      'about 1 would, by chance',
    ]) {
      expect(named).toContain(part);
    }
  });

  test('several seeds are said to be fine-tunings of one checkpoint', () => {
    const seeds = [0, 1].flatMap((seed) => [
      answersOf('hard negatives', 3 + seed, seed),
      answersOf('Cement', 13 + seed, seed),
    ]);
    const { details } = concludeDemo(judged(questions, seeds));
    expect(details.at(-1)).toContain('2 seeds), all from one checkpoint');
    expect(details.join(' ')).toContain('seed by seed +25.');
  });

  test('a short run says so, the whole one does not', () => {
    const runs = demo.runs(0, { firstSeed: 0 });
    expect(sizesOfDemo(runs).sizes).toEqual({ done: WHOLE_DEMO, whole: WHOLE_DEMO });
    expect(concludeDemo(four, sizesOfDemo(runs)).verdict.join(' ')).not.toContain('short run');
    expect(concludeDemo(four, sizesOfDemo(runs.map(quick))).verdict.join(' ')).toContain(
      'This was a short run',
    );
  });

  test('partners are what they are, with the share that ConcretePlant found', () => {
    const partner = (text: string) => ({ text, concreteness: 3, row: 0 });
    const examples = [
      { rows: [0], caption: 'cloud off', hard: ['cloud plus', 'cloud up', 'sun off'].map(partner) },
      { rows: [1], caption: 'sun off', hard: [partner('cloud off')] },
    ];
    const records = [
      { caption: 'cloud off', negative: 'sun off' },
    ] as unknown as Prepared['mined']['records'];
    const note = minedNote({ examples, mined: { records, captions: 2, seconds: 0 } });
    expect(note).toContain('4 partners of 2 icons');
    expect(note).toContain('at most 1 of them (25 %)');
  });

  test('answers are kept without cosines and give the same text', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipform-demo-'));
    try {
      await expect(readJudged(folder)).rejects.toThrow('run the demo to its end');
      await writeFile(join(folder, JUDGED_FILE), await judgedFile(four));
      const read = await readJudged(folder);
      expect(demoTables(read)).toBe(demoTables(four));
      expect(read.answers.get('Cement')!.get(0)!.scores).toBeUndefined();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the demo’s pictures', () => {
  const first = new Map([...four.answers].map(([model, seeds]) => [model, seeds.get(0)!]));

  test('pairs are chosen by whether models agree, and no word comes twice', () => {
    const chosen = pickPairs(questions.pairs, first);
    const sorts = chosen.map((index) => {
      const right = [...first.values()].filter((own) => own.right[index] === '3').length;
      return right === 0 ? 'none' : right === 4 ? 'all' : 'some';
    });
    expect(sorts.indexOf('all')).toBeGreaterThanOrEqual(sorts.lastIndexOf('some'));
    expect(sorts.filter((sort) => sort === 'some')).toHaveLength(8);
    const words = chosen.flatMap((index) => questions.pairs[index]!.words);
    expect(new Set(words).size).toBe(words.length);
  });

  test('mined samples go from abstract to concrete', () => {
    const examples = Array.from({ length: 50 }, (_, row) => ({
      rows: [row],
      caption: `a ${row}`,
      hard: [{ text: `b ${row}`, concreteness: 5 - row / 20, row: row + 1 }],
    }));
    const chosen = pickMined({ examples }).map(({ concreteness }) => concreteness);
    expect(chosen).toHaveLength(12);
    expect(chosen).toEqual([...chosen].sort((a, b) => a - b));
  });

  test('similarity falls where it was made to, with an interval around the curve', () => {
    const { curves, points, note } = similarityOf(questions.pairs, first)!;
    const [curve] = curves;
    const [start, end] = [curve!.points[0]!, curve!.points.at(-1)!];
    expect(start.similarity).toBeCloseTo(0.6 - start.concreteness / 10, 6);
    expect(end.similarity).toBeCloseTo(0.6 - end.concreteness / 10, 6);
    for (const { similarity, interval } of curve!.points) {
      expect(interval![0]).toBeLessThanOrEqual(similarity + 1e-9);
      expect(interval![1]).toBeGreaterThanOrEqual(similarity - 1e-9);
    }
    expect(points.length).toBeGreaterThan(100);
    expect(note).toContain('pairs of words');
    // An icon's own name, nearer by 0.1 in each right question and farther in each other.
    expect(start.own! - start.similarity).toBeGreaterThan(0);
    expect(start.own! - start.similarity).toBeLessThan(0.1);
    expect(note).toContain('that of the own names from');
  });
});
