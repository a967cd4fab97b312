import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DemoAnswers, DemoQuestions } from '../demo/demo-answers';
import { pairAnswer } from '../demo/demo-answers';
import type { Prepared } from '../demo/prepared';
import { quick } from '../experiment';
import { demo } from '../experiments/demo';
import { concludeDemo, sizesOfDemo, WHOLE_DEMO } from './demo-conclusion';
import { answersFile, DEMO_MODELS, type DemoModel, judged, judgedFile, readJudged } from './demo-judged';
import { pickPairs } from './demo-pictures';
import { demoTables, tellDemo } from './demo-tables';
import { trainedNote } from './demo-view';

const COUNT = 600;
const KINDS = ['swap', 'swap', 'swap', 'thing', 'sign', 'sentence'] as const;
const ASKS = ['swap', 'thing', 'sign', 'swap'] as const;
const questions: DemoQuestions = {
  pairs: Array.from({ length: COUNT }, (_, index) => ({
    id: String(index),
    kind: KINDS[index % KINDS.length]!,
    pictures: [`a_${index}+b_beside.png`, `a_${index}+c_beside.png`],
    captions: ['bell off and cloud plus', 'bell plus and cloud off'],
    words: [`word ${index % 43}`, `other ${index % 41}`],
    artist: `artist ${index % 8}`,
    isSeen: index % 5 > 0,
    isCopy: index % 7 === 0,
    ...(KINDS[index % KINDS.length] === 'sentence' && {
      asks: ASKS[Math.floor(index / KINDS.length) % ASKS.length]!,
    }),
  })),
  gallery: Array.from({ length: 60 }, (_, index) => ({
    picture: `a_${index}+b_beside.png`,
    caption: `word ${index}`,
    words: [`word ${index}`],
    artist: `artist ${index % 8}`,
  })),
};
/** Every `step`-th pair wrong. */
function answersOf(
  model: DemoModel,
  step: number,
  seed = 0,
): DemoAnswers & { model: DemoModel; seed: number } {
  return {
    ...{ model, seed },
    scores: questions.pairs.flatMap((_, index) =>
      Math.floor(index / KINDS.length) % step === 0 ? [0.4, 0.5, 0.5, 0.4] : [0.5, 0.4, 0.4, 0.5],
    ),
    captionRanks: questions.gallery.map((_, index) => (index % step) + 1),
    pictureRanks: questions.gallery.map(() => 30),
  };
}
const four = judged(questions, [
  answersOf('checkpoint', 2),
  answersOf('InfoNCE', 2),
  answersOf('hard captions', 3),
  answersOf('Cement', 13),
]);

describe('the demo’s tables', () => {
  test('fit 80 columns of letters, and hold models, differences and chance', () => {
    const text = demoTables(four);
    const prose = /^(Which caption|swap: the|other thing \(|Pairing:|People’s|Search among)/;
    const lines = text.split('\n').filter((line) => !prose.test(line));
    expect(lines.map((line) => line.trimEnd()).filter((line) => line.length > 80)).toEqual([]);
    for (const part of [
      'checkpoint',
      'Cement',
      'minus hard captions',
      'chance',
      '.920',
      '8 held-out artists',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('the verdict is first and plain: pairing accuracy, whether a loss is better, the minimum detectable effect', () => {
    const { verdict, details } = concludeDemo(four);
    expect(verdict[0]).toMatch(
      /^Which of two captions with the same words, .* Pairing accuracy: InfoNCE 50\.0 %, .*Cement 92\.0 %,/,
    );
    expect(verdict[0]).toContain(
      'pretrained baseline (the checkpoint) 50.0 %. Chance is 50 %; a text-only model can only tie.',
    );
    expect(verdict[1]).toMatch(/Cement has a higher pairing accuracy than hard captions: \+26\.0 \(\+\d/);
    const two = [answersOf('InfoNCE', 2), answersOf('hard captions', 2), answersOf('Cement', 13)];
    expect(concludeDemo(judged(questions, two)).verdict[1]).toMatch(
      /No other difference is significant\. Minimum detectable effect, .*: \d+\.\d \(hard captions against InfoNCE\)\./,
    );
    expect(tellDemo(four, { verdict, details }).startsWith(verdict[0]!)).toBe(true);
    expect(details.at(-1)).toContain('This is one training seed');
    const same = concludeDemo(judged(questions, [answersOf('InfoNCE', 3), answersOf('Cement', 3)]));
    expect(same.verdict[1]).toMatch(
      /^No loss is significantly better than another\. Minimum detectable effect, .*: 0\.0 \(Cement against InfoNCE\)/,
    );
    expect(same.verdict[2]).toContain('no significant difference');
    expect(same.details.join(' ')).toContain('None of the 15 other differences in the tables leaves out 0.');
  });

  test('a loss that answers fewer is not called better', () => {
    const { verdict } = concludeDemo(judged(questions, [answersOf('InfoNCE', 13), answersOf('Cement', 3)]));
    expect(verdict[1]).toContain('Cement has a lower pairing accuracy than InfoNCE: −');
  });

  test('what leaves out 0 in the tables and is no verdict is named, with how many there are', () => {
    const { details } = concludeDemo(four);
    const named = details.find((each) => each.startsWith('Not judged'))!;
    expect(named).toMatch(/of the 45 other differences in the tables \d+ leave out 0/);
    for (const part of [
      'sentences of swaps, pairing +',
      'swap, group +',
      'Cement against hard captions: ',
      'about 2 would, by chance',
    ]) {
      expect(named).toContain(part);
    }
  });

  test('several seeds are said to be fine-tunings of one checkpoint', () => {
    const seeds = [0, 1].flatMap((seed) => [
      answersOf('hard captions', 3 + seed, seed),
      answersOf('Cement', 13 + seed, seed),
    ]);
    const { verdict, details } = concludeDemo(judged(questions, seeds));
    expect(verdict[2]).toMatch(
      /recall@10: .*Cement − hard captions −.* points(?:[;.]|, with the same sign in each of 2 fine-tunings and with \d of 8 artists)/,
    );
    expect(details.at(-1)).toContain('2 seeds), all from one checkpoint');
    expect(details.join(' ')).toContain('seed by seed +2');
  });

  test('a short run says so, the whole one does not', () => {
    const runs = demo.runs(0, { firstSeed: 0 });
    expect(sizesOfDemo(runs).sizes).toEqual({ done: WHOLE_DEMO, whole: WHOLE_DEMO });
    expect(concludeDemo(four, sizesOfDemo(runs)).verdict.join(' ')).not.toContain('short run');
    expect(concludeDemo(four, sizesOfDemo(runs.map(quick))).verdict.join(' ')).toContain(
      'This was a short run',
    );
  });

  test('what was trained on is said, and that it is not the miner’s', () => {
    const example: Prepared['examples'][number] = {
      rows: [0],
      caption: 'bell off and cloud plus',
      hard: [{ kind: 'swap', text: 'bell plus and cloud off', concreteness: 3, row: 1 }],
    };
    const note = trainedNote({ examples: Array.from({ length: 1200 }, () => example) });
    expect(note).toContain('1,200 pictures of two icons');
    expect(note).toContain('slipform-plant pairs --kind word-order finds some');
  });

  test('answers are kept with their cosines and give the same text', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipform-demo-'));
    try {
      await expect(readJudged('demo', folder, DEMO_MODELS)).rejects.toThrow('run the experiment to its end');
      await writeFile(join(folder, answersFile('demo')), await judgedFile(four));
      const read = await readJudged('demo', folder, DEMO_MODELS);
      expect(demoTables(read)).toBe(demoTables(four));
      expect(read.answers.get('Cement')!.get(0)!.scores).toEqual(answersOf('Cement', 13).scores);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the demo’s pictures', () => {
  const first = new Map([...four.answers].map(([model, seeds]) => [model, seeds.get(0)!]));

  test('swaps are chosen by whether models agree, and no word comes twice', () => {
    const chosen = pickPairs(questions.pairs, first);
    const sorts = chosen.map((index) => {
      const right = [...first.values()].filter((own) => pairAnswer(own, index).pairing).length;
      return right === 0 ? 'none' : right === 4 ? 'all' : 'some';
    });
    expect(sorts.indexOf('all')).toBeGreaterThanOrEqual(sorts.lastIndexOf('some'));
    expect(sorts.filter((sort) => sort === 'some')).toHaveLength(9);
    expect(chosen.map((index) => questions.pairs[index]!.kind)).toEqual(chosen.map(() => 'swap'));
    const words = chosen.flatMap((index) => questions.pairs[index]!.words);
    expect(new Set(words).size).toBe(words.length);
  });
});
