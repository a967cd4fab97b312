import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DemoAnswers, type DemoQuestions, digitOf, type PairCosines } from '../demo/demo-answers';
import { quick } from '../experiment';
import { demo } from '../experiments/demo';
import { concludeDemo, sizesOfDemo, WHOLE_DEMO } from './demo-conclusion';
import { type DemoModel, JUDGED_FILE, judged, judgedFile, readJudged } from './demo-judged';
import { pickMined, pickPairs } from './demo-pictures';
import { similarityOf } from './demo-similarity';
import { demoTables } from './demo-tables';

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
    const lines = text.split('\n').filter((line) => !/^(Which name|group:|Search among)/.test(line));
    expect(Math.max(...lines.map((line) => line.trimEnd().length))).toBeLessThanOrEqual(80);
    for (const part of ['checkpoint', 'Cement', 'minus hard negatives', 'chance', '.922', '8 artists']) {
      expect(text).toContain(part);
    }
  });

  test('sentences say what is seen, and how small a difference would have been where nothing is', () => {
    const sentences = concludeDemo(four);
    expect(sentences[0]).toContain('Cement .922');
    expect(sentences.find((each) => each.startsWith('Cement against hard negatives'))).toMatch(
      /: \+25\.\d \(\+\d.* points of all pairs: more are right, beyond the noise/,
    );
    expect(sentences.at(-1)).toContain('This is one training seed');
    const same = concludeDemo(judged(questions, [answersOf('InfoNCE', 3), answersOf('Cement', 3)]));
    expect(same.join(' ')).toMatch(/no difference is seen\. One of 0\.0 points/);
  });

  test('several seeds are said to be fine-tunings of one checkpoint', () => {
    const seeds = [0, 1].flatMap((seed) => [
      answersOf('hard negatives', 3 + seed, seed),
      answersOf('Cement', 13 + seed, seed),
    ]);
    const sentences = concludeDemo(judged(questions, seeds));
    expect(sentences.at(-1)).toContain('2 seeds), all from one checkpoint');
    expect(sentences.join(' ')).toContain('seed by seed +25.');
  });

  test('a short run says so, the whole one does not', () => {
    const runs = demo.runs(0, { firstSeed: 0 });
    expect(sizesOfDemo(runs).sizes).toEqual({ done: WHOLE_DEMO, whole: WHOLE_DEMO });
    expect(concludeDemo(four, sizesOfDemo(runs)).join(' ')).not.toContain('short run');
    expect(concludeDemo(four, sizesOfDemo(runs.map(quick))).join(' ')).toContain('This was a short run');
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
  });
});
