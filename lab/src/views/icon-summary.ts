import { signFlipTest } from '@slipform/bench';
import { formatP, formatPoints } from '@slipform/kit/text/format-number';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import type { MeasuredRun, Which } from '../row';
import { BANDS, bandOf } from '../statistics/bands';
import {
  type ContrastEstimate,
  combinedContrast,
  ofSeeds,
  type PairedContrast,
  pairedContrast,
  verdictOf,
} from '../statistics/paired-contrast';
import { bandShares } from './band-shares';
import {
  type Asked,
  type AskedQuestion,
  type IconAnswers,
  pairedAnswers,
  readIconAnswers,
} from './icon-answers';
import { differencesBySeed, meanText, valuesOf } from './variant-values';

/** ±0.3 points, registered. */
const EQUIVALENT = 0.003;

export interface IconContrast {
  readonly variant: string;
  readonly against: string;
  /** A contrast that the registration names: its number, and on which side of 0 the paper expects it. */
  readonly primary?: { readonly name: string; readonly expected: 'above' | 'below' };
}

/** Tables of arms and of contrasts, and a sentence for each primary contrast. */
export async function iconSummary(
  runs: readonly MeasuredRun[],
  folder: string,
  { experiment, contrasts }: { readonly experiment: string; readonly contrasts: readonly IconContrast[] },
): Promise<string> {
  const answers = await readIconAnswers(folder, experiment, runs);
  const seeds = [...new Set(runs.map(({ seed }) => seed))].sort((a, b) => a - b);
  const bands = bandShares(runs);
  const parts = [completeness(runs), armTable(runs), ...(bands ? [bands] : [])];
  if (seeds.every((seed) => seed >= 900)) parts.unshift('Pilots: validation artists.');
  if (answers) parts.push(contrastTables(runs, seeds, contrasts, answers));
  return parts.join('\n\n');
}

/** How many seeds each arm has. */
function completeness(runs: readonly MeasuredRun[]): string {
  const arms = [...new Set(runs.map(({ variant }) => variant))];
  const counts = arms.map((arm) => `${arm} ${runs.filter(({ variant }) => variant === arm).length}`);
  return `Seeds that are complete: ${counts.join(', ')}.`;
}

/** Means over seeds with Student's interval. */
function armTable(runs: readonly MeasuredRun[]): string {
  const columns: readonly (readonly [title: string, which: Which])[] = [
    ['group', { metric: 'group', kind: 'all' }],
    ...BANDS.map((band) => [band, { metric: 'group', kind: band }] as const),
    ['by word', { metric: 'group', kind: 'by word' }],
    ['text', { metric: 'text', kind: 'all' }],
    ['image', { metric: 'image', kind: 'all' }],
    ['image → text @10', { metric: 'recall@10 images' }],
    ['text → image @10', { metric: 'recall@10 texts' }],
    ['linear probe', { metric: 'linear probe' }],
    ['mAP', { metric: 'multi-label probe' }],
  ];
  const shown = columns.filter(([, which]) =>
    runs.some(({ rows }) => rows.some(({ metric, kind }) => metric === which.metric && kind === which.kind)),
  );
  const table = {
    gap: 2,
    head: ['', ...shown.map(([title]) => title), 'hard share', 'push of hard captions'],
    rows: [] as string[][],
  };
  for (const arm of new Set(runs.map(({ variant }) => variant))) {
    const own = runs.filter(({ variant }) => variant === arm);
    table.rows.push([
      arm,
      ...shown.map(([, which]) => meanText([...valuesOf(runs, arm, which).values()])),
      ...budgetTexts(own),
    ]);
  }
  return terminalTable(table);
}

/**
 * At the first and the last step that were measured, mean over seeds: the hard negatives' share of the push on images, and by
 * what their push itself has changed. A model that has learned to refuse them pushes them less.
 */
function budgetTexts(own: readonly MeasuredRun[]): readonly [share: string, change: string] {
  const part = (kind: string) => {
    const rows = own.flatMap((run) =>
      run.rows.filter((row) => row.metric === 'similarity budget' && row.kind === kind),
    );
    const steps = rows.map(({ step }) => step!);
    const at = (step: number) =>
      rows.filter((row) => row.step === step).reduce((sum, { value }) => sum + (value ?? 0), 0);
    return [at(Math.min(...steps)), at(Math.max(...steps))] as const;
  };
  const [hard, easy] = [part('hard'), part('easy')];
  const shares = hard.map((value, at) => value / (value + easy[at]!));
  if (shares.some(Number.isNaN)) return ['', ''];
  return [
    shares.map((share) => share.toFixed(3).slice(1)).join(' → '),
    hard[0] > 0 ? `×${(hard[1] / hard[0]).toFixed(2)}` : '',
  ];
}

function contrastTables(
  runs: readonly MeasuredRun[],
  seeds: readonly number[],
  contrasts: readonly IconContrast[],
  answers: IconAnswers,
): string {
  const title = 'difference in points';
  const table = {
    gap: 2,
    head: [title, 'group, all', ...BANDS, '4 and more − below 3', 'seeds'],
    rows: [] as string[][],
  };
  const ways = {
    gap: 2,
    head: [title, 'text', 'image', 'one way at least', ...RECALLS.map(([name]) => name)],
    rows: [] as string[][],
  };
  const sentences: string[] = [];
  for (const contrast of contrasts) {
    const { variant, against, primary } = contrast;
    const paired = (asked: Asked) => pairedAnswers(answers, seeds, [variant, against], asked);
    const found = (asked: Asked) => {
      const own = paired(asked);
      return own.length > 0 ? pairedContrast(own) : undefined;
    };
    const all = found({});
    if (!all) continue;
    const text = (each: PairedContrast | undefined) => (each ? contrastText(each.wider) : '–');
    const inBand = (band: string): Asked => ({
      wanted: (question) => bandOf(question.concreteness) === band,
    });
    const [low, high] = [BANDS[0], BANDS[2]].map((band) => paired(inBand(band)));
    const interaction =
      low!.length > 0 && high!.length > 0
        ? combinedContrast([
            { factor: 1, answers: high! },
            { factor: -1, answers: low! },
          ])
        : undefined;
    table.rows.push([
      `${variant} − ${against}`,
      text(all),
      ...BANDS.map((band) => text(found(inBand(band)))),
      text(interaction),
      String(all.seeds),
    ]);
    ways.rows.push([
      `${variant} − ${against}`,
      ...(['text', 'image', 'either'] as const).map((score) => text(found({ score }))),
      ...RECALLS.map(([, metric]) => {
        const recall = differencesBySeed(runs, contrast, [{ metric }]);
        return recall.length > 1 ? contrastText(ofSeeds(recall)) : '–';
      }),
    ]);
    if (primary) {
      sentences.push(primarySentence(contrast, all, found, weightsByWord(answers)));
    }
  }
  return [terminalTable(table), terminalTable(ways), NOTES, ...sentences].join('\n\n');
}

const RECALLS = [
  ['image → text @10', 'recall@10 images'],
  ['text → image @10', 'recall@10 texts'],
] as const;

const NOTES = [
  '( ): 95 % interval, the wider one of Student’s over the seeds and of that over seeds, words and artists at once; of recall over the seeds alone, since no run kept its single searches',
  '[ ]: the smallest true difference that would have been seen (80 % power, two-sided 5 %)',
  'text: both pictures find their caption; image: both captions find their picture; group: both; one way at least: one of them',
].join('\n');

/** "+0.27 (−0.04 to +0.57) [0.42]" */
export function contrastText({ value, interval, detectable }: ContrastEstimate): string {
  const [low, high] = interval.map((end) => formatPoints(end, 2));
  return `${formatPoints(value, 2)} (${low} to ${high}) [${(100 * detectable).toFixed(2)}]`;
}

function primarySentence(
  { variant, against, primary }: IconContrast,
  all: PairedContrast,
  found: (asked: Asked) => PairedContrast | undefined,
  weightOf: (question: AskedQuestion) => number,
): string {
  const { name, expected } = primary!;
  const { overSeeds, crossed, bySeed } = all;
  const verdict = {
    support: 'as expected',
    against: 'against what was expected',
    equivalent: 'equivalent within ±0.3 points (the registration’s word for it: refuted)',
    unknown: 'not known: neither a side nor equivalence within ±0.3 points is shown',
  }[verdictOf(all, expected, EQUIVALENT)];
  const inner = [overSeeds, crossed].flatMap((each) =>
    each ? [`${formatPoints(each.inner[0], 2)} to ${formatPoints(each.inner[1], 2)}`] : [],
  );
  const distinct = found({ wanted: ({ resembles }) => resembles !== true });
  const byWord = found({ weightOf });
  return [
    `${name}, ${variant} − ${against}: ${verdict}.`,
    overSeeds ? `Over ${all.seeds} seeds ${contrastText(overSeeds)};` : '',
    `over seeds, words and artists ${contrastText(crossed)};`,
    `90 % intervals ${inner.join(' and ')};`,
    `exact sign-flip test p ${formatP(signFlipTest(bySeed))}.`,
    distinct && distinct.crossed.value !== crossed.value
      ? `Without drawings that resemble one of training ${contrastText(distinct.wider)}.`
      : '',
    byWord ? `Each word with equal weight ${contrastText(byWord.wider)}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A question's weight where every word weighs as much as any other: 1/n + 1/m, its words being in n and m questions. */
function weightsByWord({ questions }: IconAnswers): (question: AskedQuestion) => number {
  const counts = new Map<string, number>();
  for (const { words } of questions) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return ({ words }) => words.reduce((sum, word) => sum + 1 / counts.get(word)!, 0);
}
