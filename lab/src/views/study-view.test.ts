import { expect, test } from 'vitest';
import { colours } from '../experiments/colours';
import type { AskedPairs } from '../pairs/answers';
import { SWAPS } from '../pairs/measures';
import type { MeasuredRun } from '../row';
import { judged } from './demo-judged';
import { type Study, studyText } from './study-view';

const STUDY: Study = {
  name: 'colours',
  variants: ['InfoNCE', 'swaps', 'things', 'signs'],
  contrasts: [{ variant: 'things', against: 'signs', primary: 'H3' }],
  control: { variant: 'swaps', against: 'InfoNCE' },
  asked: ['swaps', SWAPS],
  frontier: [],
  measures: [['swap', SWAPS]],
};

const questions: AskedPairs = {
  pairs: Array.from({ length: 200 }, (_, at) => ({
    ...{ id: String(at), kind: 'swap', isSeen: true, isCopy: at % 3 === 0 },
    pictures: ['a', 'b'],
    captions: ['c', 'd'],
    words: [`word ${at % 40}`],
    artist: `artist ${at % 5}`,
  })),
  gallery: [],
};

/** An arm of three seeds that pairs every n-th question wrong, and whose gradient goes from one number to another. */
function arm(variant: string, wrong: number, gradient?: readonly [from: number, to: number]) {
  const seeds = [2, 3, 4];
  const scores = (seed: number) =>
    questions.pairs.flatMap((_, at) => ((at + seed) % wrong === 0 ? [0, 1, 1, 0] : [1, 0, 0, 1]));
  return {
    answers: seeds.map((seed) => ({
      ...{ model: variant, seed, scores: scores(seed), captionRanks: [], pictureRanks: [] },
    })),
    runs: seeds.map(
      (seed): MeasuredRun => ({
        ...{ variant, seed },
        rows: (gradient ?? []).flatMap((value, step) =>
          (['hard', 'easy'] as const).map((kind) => ({
            ...{ experiment: 'colours', variant, seed, metric: 'similarity budget' },
            ...{ kind, step: 20 * step + 1, value: kind === 'hard' ? value : 5 },
          })),
        ),
      }),
    ),
  };
}

function said(...arms: readonly ReturnType<typeof arm>[]): string {
  const own = judged(
    questions,
    arms.flatMap(({ answers }) => answers),
    STUDY.variants,
  );
  return studyText(
    arms.flatMap(({ runs }) => runs),
    own,
    STUDY,
  ).split('\n\n')[0]!;
}

const halved = [8, 4] as const;

test('a contrast is judged where the control passes and both arms have learnt their captions', () => {
  const text = said(
    arm('InfoNCE', 2),
    arm('swaps', 7, halved),
    arm('things', 9, halved),
    arm('signs', 2, halved),
  );
  expect(text).toMatch(
    /^Positive control, swaps − InfoNCE on swaps: \+.* points \(.* to .*\) \[\d+\.\d: the minimum detectable effect, at 80 % power\], above 0 in 3 of 3 seeds and with 5 of 5 artists \(.*\); passed; the gradient of its own hard captions fell by 50 %\./,
  );
  expect(text.split('minimum detectable effect')).toHaveLength(2);
  expect(text).toMatch(
    /H3, things − signs on swaps: \+.* 3 of 3 seeds .*, p by Holm .*; above 0, as the paper expects; the gradient/,
  );
  expect(text).not.toContain('void');
});

test('all is void where the control shows nothing', () => {
  const text = said(
    arm('InfoNCE', 7),
    arm('swaps', 7, halved),
    arm('things', 9, halved),
    arm('signs', 2, halved),
  );
  expect(text).toContain('failed, so that all below is void');
  expect(text).toContain('void; if it were not void: above 0');
});

test('a contrast is void where an arm has not learnt its captions, which is named', () => {
  const text = said(
    arm('InfoNCE', 2),
    arm('swaps', 7, halved),
    arm('things', 9, [8, 7]),
    arm('signs', 2, halved),
  );
  expect(text).toContain('; passed;');
  expect(text).toContain('void (not learnt: things); if it were not void:');
});

test('where the loss on own hard captions was measured, an arm has learnt them by that, against its start', () => {
  const withLoss = (own: ReturnType<typeof arm>, value: number) => ({
    ...own,
    runs: own.runs.map((run) => ({
      ...run,
      rows: [...run.rows, { ...run, experiment: 'colours', metric: 'loss on own hard captions', value }],
    })),
  });
  const text = said(
    arm('InfoNCE', 2),
    withLoss(arm('checkpoint', 2), 0.4),
    withLoss(arm('swaps', 7, halved), 0.2),
    withLoss(arm('things', 9, halved), 0.3),
    withLoss(arm('signs', 2, halved), 0.1),
  );
  expect(text).toContain('; passed; the loss on its own hard captions fell by 50 %.');
  expect(text).toContain('void (not learnt: things)');
  expect(text).toContain('fell by 25 %');
  const forgetful = said(
    arm('InfoNCE', 2),
    withLoss(arm('checkpoint', 2), 0.4),
    withLoss(arm('swaps', 7, halved), 0.5),
    arm('things', 9, halved),
    arm('signs', 2, halved),
  );
  expect(forgetful).toContain('the loss on its own hard captions rose by 25 %.');
});

test('a contrast may be about another measure than the others, and the control too', () => {
  const none = { ...SWAPS, name: 'none', items: () => [{ value: 0, words: ['a'], artist: 'b' }] };
  const arms = [
    arm('InfoNCE', 2),
    arm('swaps', 7, halved),
    arm('things', 9, halved),
    arm('signs', 2, halved),
  ];
  const own = judged(
    questions,
    arms.flatMap(({ answers }) => answers),
    STUDY.variants,
  );
  const runs = arms.flatMap((each) => each.runs);
  const on = ['another', none] as const;
  const contrasts = [...STUDY.contrasts, { ...STUDY.contrasts[0]!, on }];
  const parts = studyText(runs, own, { ...STUDY, contrasts }).split('\n\n');
  expect(parts[0]).toContain('H3, things − signs on swaps: +');
  expect(parts[0]).toContain('H3, things − signs on another: 0.0 points');
  // In the table, whose columns are all measures, it stands once.
  expect(parts[4]!.split('H3: things')).toHaveLength(2);
  const failing = studyText(runs, own, { ...STUDY, control: { ...STUDY.control, on } });
  expect(failing).toContain('on another: 0.0 points');
  expect(failing).toContain('failed, so that all below is void');
});

test('of several primary contrasts each is judged by Holm’s p, not by its CI alone', () => {
  const arms = [
    arm('InfoNCE', 2),
    arm('swaps', 7, halved),
    arm('things', 13, halved),
    arm('signs', 9, halved),
  ];
  const own = judged(
    questions,
    arms.flatMap(({ answers }) => answers),
    STUDY.variants,
  );
  const asPrimaries = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ ...STUDY.contrasts[0]!, primary: `P${at + 1}` }));
  const of = (count: number) =>
    studyText(
      arms.flatMap(({ runs }) => runs),
      own,
      { ...STUDY, contrasts: asPrimaries(count) },
    ).split('\n\n')[0]!;
  expect(of(1)).toMatch(/P1, .* p by Holm \.040; above 0, as the paper expects;/);
  expect(of(2)).toMatch(
    /P2, .* p by Holm \.0[5-9]\d?; no significant difference by Holm \(above 0 by its CI alone\);/,
  );
  expect(of(2)).not.toContain('as the paper expects');
});

test('artists are spoken of where there are several', () => {
  const arms = [arm('InfoNCE', 2), arm('swaps', 7), arm('things', 9), arm('signs', 2)];
  const of = (pairs: AskedPairs['pairs']) =>
    studyText(
      [],
      judged(
        { ...questions, pairs },
        arms.flatMap(({ answers }) => answers),
        STUDY.variants,
      ),
      STUDY,
    );
  expect(of(questions.pairs)).toMatch(
    /3 of 3 seeds and with 5 of 5 artists[\s\S]*for other words, artists and seeds[\s\S]*of one artist alone[\s\S]*H3, artist 4/,
  );
  const byOne = of(questions.pairs.map((pair) => ({ ...pair, artist: 'artist 4' })));
  expect(byOne).toMatch(/above 0 in 3 of 3 seeds; passed[\s\S]*H3, seed 4/);
  expect(byOne).not.toContain('artist');
});

test('swaps without near-duplicates and those of known names stand apart, with their number', () => {
  const arms = [arm('InfoNCE', 2), arm('swaps', 7), arm('things', 9), arm('signs', 2)];
  const own = judged(
    questions,
    arms.flatMap(({ answers }) => answers),
    STUDY.variants,
  );
  const parts = studyText([], own, STUDY).split('\n\n').at(-3)!;
  expect(parts).toMatch(/duplicates \(133\) +duplicates \(67\) +names \(200\)\n/);
  // 133 swaps in three seeds: what the table says is the difference of the shares.
  const right = ({ answers }: ReturnType<typeof arm>) =>
    answers.flatMap(({ scores }) =>
      questions.pairs.flatMap(({ isCopy }, at) => (isCopy ? [] : [Number(scores[4 * at] === 1)])),
    );
  const share = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  const points = 100 * (share(right(arms[2]!)) - share(right(arms[3]!)));
  expect(parts.replaceAll(/ +/g, ' ')).toContain(`H3: things +${points.toFixed(1)} [`);
});

test('each contrast of the study is of arms that it has', () => {
  const variants = new Set(colours.runs(2, { firstSeed: 2 }).map(({ variant }) => variant));
  expect(variants.size).toBe(10);
  for (const name of ['checkpoint', 'InfoNCE', 'hard pictures', 'swaps', 'random', 'Slipform']) {
    expect(variants).toContain(name);
  }
});
