import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createRandom } from '@slipform/kit/random/random';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeasuredRun, Row } from '../row';
import { bandOf } from '../statistics/bands';
import { pairedAnswers, readIconAnswers } from './icon-answers';
import { iconSummary } from './icon-summary';

const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7];
const COUNT = 600;
const experiment = 'icons-trial';

/** Three bands of questions by some artists; an arm's gain in the concrete ones is known. */
const questions = Array.from({ length: COUNT }, (_, at) => ({
  id: `q${at}`,
  words: [`w${(at * 17) % 101}`, `v${(at * 7) % 97}`],
  concreteness: 2.5 + (at % 3),
  family: `f${at % 11}`,
  resembles: at % 5 === 0,
}));

let folder: string;
let runs: MeasuredRun[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-summary-'));
  writeFileSync(
    join(folder, 'icons-questions.jsonl.gz'),
    gzipSync(questions.map((each) => `${JSON.stringify(each)}\n`).join('')),
  );
  const random = createRandom(5);
  const gained = questions.map(() => random.fraction() < 0.3);
  runs = SEEDS.flatMap((seed) => {
    const base = questions.map(() => (random.fraction() < 0.5 ? 3 : random.integer(3)));
    // "better" gets right nearly a third of the concrete questions, and "same" what the base gets.
    const better = base.map((digit, at) => (questions[at]!.concreteness >= 4 && gained[at]! ? 3 : digit));
    return Object.entries({ base, same: base, better }).map(([variant, digits]): MeasuredRun => {
      const file = join(folder, 'answers', `${experiment}-${variant}-seed-${seed}.json.gz`);
      mkdirSync(join(folder, 'answers'), { recursive: true });
      writeFileSync(file, gzipSync(JSON.stringify({ answers: digits.join('') })));
      const row = (metric: string, value: number, kind?: string): Row => ({
        experiment,
        variant,
        seed,
        metric,
        value,
        ...(kind ? { kind } : {}),
      });
      const share = digits.filter((digit) => digit === 3).length / COUNT;
      return { variant, seed, rows: [row('group', share, 'all'), row('recall@10 images', 0.3 + seed / 100)] };
    });
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('answers of two arms are compared question by question', async () => {
  const answers = (await readIconAnswers(folder, experiment, runs))!;
  const concrete = pairedAnswers(answers, SEEDS, ['better', 'base'], {
    wanted: ({ concreteness }) => bandOf(concreteness) === '4 and more',
  });
  expect(concrete).toHaveLength((SEEDS.length * COUNT) / 3);
  expect(concrete.every(({ difference }) => difference >= 0)).toBe(true);
  expect(concrete.some(({ difference }) => difference === 1)).toBe(true);
  const abstract = pairedAnswers(answers, SEEDS, ['better', 'base'], {
    wanted: ({ concreteness }) => bandOf(concreteness) === 'below 3',
  });
  expect(abstract.every(({ difference }) => difference === 0)).toBe(true);
  expect(pairedAnswers(answers, SEEDS, ['better', 'nobody'])).toEqual([]);
});

test('a primary contrast says its side, or that both arms are equivalent', async () => {
  const contrasts = [
    { variant: 'better', against: 'base', primary: { name: 'P1', expected: 'above' } },
    { variant: 'same', against: 'base', primary: { name: 'P2', expected: 'above' } },
  ] as const;
  const text = await iconSummary(runs, folder, { experiment, contrasts });
  expect(text).toContain('Seeds that are complete: base 8, same 8, better 8.');
  expect(text).toMatch(/P1, better − base: as expected\. Over 8 seeds \+\d\.\d\d/);
  expect(text).toMatch(/exact sign-flip test p \.008\. Without drawings that resemble one of training \+/);
  expect(text).toContain(
    'P2, same − base: equivalent within ±0.3 points (the registration’s word for it: refuted).',
  );
  // Who gets all right gets each way right too, and "better" gets no abstract question that the base does not.
  expect(text).toMatch(/better − base +\+\d\.\d\d \(.* 0\.00 \(0\.00 to 0\.00\)/);
  expect(text).toContain('one way at least: one of them');
  const other = await iconSummary(runs, folder, {
    experiment,
    contrasts: [{ variant: 'base', against: 'better', primary: { name: 'P9', expected: 'above' } }],
  });
  expect(other).toContain('P9, base − better: against what was expected.');
});

test('text, image and one way at least stand apart', async () => {
  const answers = (await readIconAnswers(folder, experiment, runs))!;
  const digits = { base: '0123', better: '3120' };
  const asked = {
    questions: answers.questions.slice(0, 4),
    of: (variant: string) => digits[variant as keyof typeof digits],
  };
  const differences = (score: 'group' | 'text' | 'image' | 'either') =>
    pairedAnswers(asked, [0], ['better', 'base'], { score }).map(({ difference }) => difference);
  expect(differences('group')).toEqual([1, 0, 0, -1]);
  expect(differences('text')).toEqual([1, 0, 0, -1]);
  expect(differences('image')).toEqual([1, 0, 0, -1]);
  expect(differences('either')).toEqual([1, 0, 0, -1]);
  digits.better = '2013';
  expect(differences('text')).toEqual([0, -1, 1, 0]);
  expect(differences('image')).toEqual([1, 0, -1, 0]);
  expect(differences('either')).toEqual([1, -1, 0, 0]);
});

test('without answers the table of arms is there, and no contrast', async () => {
  const text = await iconSummary(runs, join(folder, 'answers'), { experiment, contrasts: [] });
  expect(text).toContain('image → text @10');
  expect(text).not.toContain('difference in points');
});
