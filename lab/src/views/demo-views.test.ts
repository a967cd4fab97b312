import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { quick } from '../experiment';
import { demo } from '../experiments/demo';
import type { AskedPairs, ModelAnswers } from '../pairs/answers';
import { pairAnswer } from '../pairs/answers';
import type { Prepared } from '../pairs/prepared';
import { concludeDemo, sizesOfDemo, WHOLE_DEMO } from './demo-conclusion';
import { answersFile, DEMO_MODELS, type DemoModel, judged, judgedFile, readJudged } from './demo-judged';
import { pickPairs } from './demo-pictures';
import { demoTables, tellDemo } from './demo-tables';
import { minedNote } from './demo-view';

const COUNT = 600;
const KINDS = ['swap', 'swap', 'swap', 'thing', 'colour', 'swap, freely', 'place'] as const;
const questions: AskedPairs = {
  pairs: Array.from({ length: COUNT }, (_, index) => ({
    id: String(index),
    kind: KINDS[index % KINDS.length]!,
    pictures: [`a_${index}+b_beside.png`, `a_${index}+c_beside.png`],
    captions: ['a red bell above a blue cloud', 'a blue bell above a red cloud'],
    words: [`word ${index % 43}`, `other ${index % 41}`],
    artist: `artist ${index % 8}`,
    isSeen: index % 5 > 0,
    isCopy: index % 7 === 0,
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
): ModelAnswers & { model: DemoModel; seed: number } {
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
  answersOf('mined captions', 3),
  answersOf('Slipform', 13),
]);

describe('the demo’s tables', () => {
  test('fit 80 columns of letters, and hold models, differences and chance', () => {
    const text = demoTables(four);
    const prose = /^(Which caption|swap \(|other place \(|Pairing:|Swaps by|Search among)/;
    const lines = text.split('\n').filter((line) => !prose.test(line));
    expect(lines.map((line) => line.trimEnd()).filter((line) => line.length > 80)).toEqual([]);
    for (const part of [
      'checkpoint',
      'Slipform',
      'minus mined captions',
      'chance',
      '.919',
      '8 held-out artists',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('the verdict is first and plain: pairing accuracy, whether a loss is better, the minimum detectable effect', () => {
    const { verdict, details } = concludeDemo(four);
    expect(verdict[0]).toMatch(
      /^Binding: which of two captions with the same words, .* Pairing accuracy: InfoNCE 50\.\d %, .*Slipform 9[12]\.\d %,/,
    );
    expect(verdict[0]).toContain('pretrained baseline (the checkpoint) 50.');
    expect(verdict[1]).toMatch(/Slipform has a higher pairing accuracy than mined captions: \+25\.6 \(\+\d/);
    const two = [answersOf('InfoNCE', 2), answersOf('mined captions', 2), answersOf('Slipform', 13)];
    expect(concludeDemo(judged(questions, two)).verdict[1]).toMatch(
      /Of these swaps no other difference is significant\. Minimum detectable effect, .*: \d+\.\d \(mined captions against InfoNCE\)\./,
    );
    expect(tellDemo(four, { verdict, details }).startsWith(verdict[0]!)).toBe(true);
    expect(details.at(-1)).toContain('This is one training seed');
    const same = concludeDemo(judged(questions, [answersOf('InfoNCE', 3), answersOf('Slipform', 3)]));
    expect(same.verdict[1]).toMatch(
      /^No loss is significantly better than another\. Minimum detectable effect, .*: 0\.0 \(Slipform against InfoNCE\)/,
    );
    expect(same.verdict[2]).toContain('no significant difference');
    expect(same.details.join(' ')).toContain('None of the 16 other differences in the tables leaves out 0.');
  });

  test('a loss that answers fewer is not called better', () => {
    const { verdict } = concludeDemo(judged(questions, [answersOf('InfoNCE', 13), answersOf('Slipform', 3)]));
    expect(verdict[1]).toContain('Slipform has a lower pairing accuracy than InfoNCE: −');
  });

  test('wordings that training lacks have a line where they differ from the checkpoint, for better or worse', () => {
    const lastOf = (before: number, after: number) =>
      concludeDemo(
        judged(questions, [answersOf('checkpoint', before), answersOf('Slipform', after)]),
      ).verdict.at(-1);
    expect(lastOf(3, 13)).toMatch(
      /^Swaps in wordings that training lacks, against the checkpoint, in points: Slipform \+2\d\.\d \(\+/,
    );
    expect(lastOf(13, 3)).toMatch(/in points: Slipform −2\d\.\d \(−/);
    expect(lastOf(3, 3)).not.toContain('in points');
  });

  test('what leaves out 0 in the tables and is no verdict is named, with how many there are', () => {
    const { details } = concludeDemo(four);
    const named = details.find((each) => each.startsWith('Not judged'))!;
    expect(named).toMatch(/of the 48 other differences in the tables \d+ leave out 0/);
    for (const part of [
      'swap, freely, pairing +',
      'swap, group +',
      'Slipform against mined captions: ',
      'about 2 would, by chance',
    ]) {
      expect(named).toContain(part);
    }
  });

  test('several seeds are said to be fine-tunings of one checkpoint', () => {
    const seeds = [0, 1].flatMap((seed) => [
      answersOf('mined captions', 3 + seed, seed),
      answersOf('Slipform', 13 + seed, seed),
    ]);
    const { verdict, details } = concludeDemo(judged(questions, seeds));
    expect(verdict[2]).toMatch(
      /recall@10: .*Slipform − mined captions −.* points(?:[;.]|, with the same sign in each of 2 fine-tunings and with \d of 8 artists)/,
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

  test('what was mined is said, with its kinds, how many could be drawn, and five examples', () => {
    const example = (at: number): Prepared['examples'][number] => ({
      rows: [at],
      caption: `a red bell above cloud ${at}`,
      hard:
        at % 3 === 0
          ? []
          : [
              { recipe: 'swaps', operation: 'exchange', slot: 'object', text: 'no', concreteness: 4 },
              {
                ...{
                  recipe: 'composition',
                  operation: at % 3 === 1 ? 'swap' : 'exchange',
                  slot: 'attribute',
                },
                ...{ text: `a blue bell above cloud ${at}`, concreteness: 4 },
                ...(at % 3 === 1 && { row: 1 }),
              },
            ],
    });
    const note = minedNote({ examples: Array.from({ length: 1200 }, (_, at) => example(at)) }).join('\n');
    expect(note).toContain('of 1,200 captions 800 have a hard caption');
    expect(note).toContain('50 % swaps of attributes, 50 % other attributes. 400 of them could be drawn.');
    expect(note.match(/ → /g)).toHaveLength(5);
    expect(note).not.toContain('→  no');
  });

  test('answers are kept with their cosines and give the same text', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipform-demo-'));
    try {
      await expect(readJudged('demo', folder, DEMO_MODELS)).rejects.toThrow('run the experiment to its end');
      await writeFile(join(folder, answersFile('demo')), await judgedFile(four));
      const read = await readJudged('demo', folder, DEMO_MODELS);
      expect(demoTables(read)).toBe(demoTables(four));
      expect(read.answers.get('Slipform')!.get(0)!.scores).toEqual(answersOf('Slipform', 13).scores);
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
