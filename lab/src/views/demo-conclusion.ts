import { formatPoints, formatShare } from '@slipform/kit/format-number';
import { contrastOf, shareOf } from '../demo/demo-contrast';
import { BAND_GROUPS, type DemoMeasure, GROUP, RECALL } from '../demo/demo-measures';
import type { Run } from '../run';
import type { PairedContrast } from '../statistics/paired-contrast';
import { DEMO_CONTRASTS, DEMO_MODELS, type Judged } from './demo-judged';

/** Sizes of the whole demo, beside which a run is short; a test holds them to the experiment. */
export const WHOLE_DEMO: DemoSizes = { steps: 150, examples: 7000, pairs: 4000 };

/** How much a run did, beside what the whole demo does. */
export interface DemoSizes {
  readonly steps: number;
  readonly examples: number;
  readonly pairs: number;
}

interface Concluding {
  readonly sizes?: { readonly done: DemoSizes; readonly whole: DemoSizes };
}

/** What these runs did, beside the whole demo. */
export function sizesOfDemo(runs: readonly Run[]): Concluding {
  const run = runs.find(({ training }) => training);
  if (!run?.training || run.evaluation.asks !== 'demo') return {};
  const { pairs, mining } = run.evaluation;
  return { sizes: { done: { steps: run.training.steps, examples: mining.icons, pairs }, whole: WHOLE_DEMO } };
}

/**
 * What came out, in sentences: the scores, each comparison with what it gained and cost, what was not seen and how small it
 * may be, what the intervals cover, and what the demo can't show.
 */
export function concludeDemo(judged: Judged, { sizes }: Concluding = {}): string[] {
  const { questions, answers } = judged;
  const scores = DEMO_MODELS.flatMap((model) => {
    const own = answers.get(model);
    return own ? [`${model} ${formatShare(shareOf(GROUP, questions, own).value)}`] : [];
  });
  const seeds = Math.max(0, ...[...answers.values()].map(({ size }) => size));
  return [
    `Pairs of icons by unseen artists answered right, all four choices: ${scores.join(', ')}. A guess gets .167; a model that sees no picture gets none.`,
    ...DEMO_CONTRASTS.flatMap(([model, against]) => {
      const [ours, theirs] = [answers.get(model), answers.get(against)];
      if (!ours || !theirs) return [];
      const differ = (measure: DemoMeasure) => contrastOf(measure, questions, ours, theirs);
      return [comparison(`${model} against ${against}`, differ)];
    }),
    'Concreteness need not be the reason for what a margin does here: this demo has no margin that is the same for all words. The studies have.',
    ...(sizes ? shortRun(sizes) : []),
    covered(seeds),
  ];
}

function comparison(what: string, differ: (measure: DemoMeasure) => PairedContrast): string {
  const group = differ(GROUP);
  const parts: (readonly [string, PairedContrast])[] = [
    ...BAND_GROUPS.map((measure) => [`words ${measure.name}`, differ(measure)] as const),
    ['recall@10', differ(RECALL)],
  ];
  const list = (title: string, isIn: (low: number, high: number) => boolean) => {
    const own = parts.filter(([, { wider }]) => isIn(...wider.interval));
    return own.length === 0
      ? ''
      : ` ${title}: ${own.map(([name, each]) => `${name} ${pointsOf(each)}`).join('; ')}.`;
  };
  const bySeed =
    group.seeds > 1 ? `; seed by seed ${group.bySeed.map((each) => formatPoints(each)).join(', ')}` : '';
  return [
    `${what.replace(/^./, (letter) => letter.toUpperCase())}: ${pointsOf(group)} points of all pairs${bySeed}: ${verdict(group)}.`,
    list('Higher', (low) => low > 0),
    list('Lower', (_, high) => high < 0),
    list('Not seen', (low, high) => low <= 0 && high >= 0),
  ].join('');
}

function verdict({ wider: { interval, detectable } }: PairedContrast): string {
  const [low, high] = interval;
  if (low > 0) return 'more are right, beyond the noise';
  if (high < 0) return 'fewer are right, beyond the noise';
  return `no difference is seen. One of ${(100 * detectable).toFixed(1)} points would have been seen in four of five such runs; a smaller one may be there`;
}

function pointsOf({ wider: { value, interval } }: PairedContrast): string {
  return `${formatPoints(value)} (${interval.map((end) => formatPoints(end)).join(' to ')})`;
}

function shortRun({ done, whole }: NonNullable<Concluding['sizes']>): string[] {
  const units = [
    ['steps', 'steps'],
    ['examples', 'training icons'],
    ['pairs', 'pairs'],
  ] as const;
  const cut = units.filter(([size]) => done[size] < whole[size]);
  if (cut.length === 0) return [];
  const parts = cut.map(
    ([size, unit]) => `${done[size].toLocaleString('en')} of ${whole[size].toLocaleString('en')} ${unit}`,
  );
  return [
    `This was a short run (${parts.join(', ')} of the whole demo): it is often too short to show a difference between the losses.`,
  ];
}

/** An interval is easily taken for more than it is. */
function covered(seeds: number): string {
  if (seeds < 2) {
    return 'The intervals are for other words and other artists. This is one training seed: how far trainings differ shows with --seeds 0,1,2,3.';
  }
  return `The intervals are for other words, other artists and other fine-tunings (${seeds} seeds), all from one checkpoint: with another one the differences may be others.`;
}
