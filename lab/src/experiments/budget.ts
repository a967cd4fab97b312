// npm run lab -- budget
// Where does the gradient go, and does composition follow the share that hard negatives get, whichever loss gives it?
import type { Style } from '@slipform/scenes';
import Table from 'cli-table3';
import { type Experiment, sceneRun } from '../experiment';
import { measured } from '../row';
import type { LossSpec } from '../run';
import { spearman } from '../statistics/spearman';
import { contrastTable, PLAIN } from '../views/compare-variants';
import { accuracyIn, type Contrast } from '../views/contrast';
import { hardShares } from '../views/hard-shares';
import { meanText } from '../views/variant-values';

const VARIANTS: readonly (readonly [variant: string, loss: LossSpec])[] = [
  ['no margin', { name: 'noMargin' }],
  ...[0.5, 1, 2, 4, 8].map((value) => [`static ${value}`, { name: 'static', value }] as const),
  ...[1, 2, 4, 8].map((max) => [`adaptive ${max}`, { name: 'adaptive', max }] as const),
  ...[0.1, 0.25, 0.5, 0.75, 0.9].map((share) => [`balanced ${share}`, { name: 'balanced', share }] as const),
  ['CE-CLIP', { name: 'ceClip' }],
  ['HN-NCE', { name: 'hnNce' }],
];

/** Losses that come to about the same share at the end: on one curve they would do alike. */
const EQUAL_SHARES: readonly Contrast[] = [
  { variant: 'static 4', against: 'balanced 0.75' },
  { variant: 'static 1', against: 'balanced 0.5' },
  { variant: 'adaptive 4', against: 'balanced 0.75' },
  { variant: 'static 4', against: 'no margin' },
  { variant: 'static 8', against: 'static 4' },
];

export const budget: Experiment = {
  name: 'budget',
  question: 'Does composition follow the hard negatives’ share of the gradient, whichever loss gives it?',
  expected:
    'Without a margin easy negatives take most of the gradient (the paper’s imbalance); margins give the hard ones more, and all losses lie on one curve of composition over the hard share.',
  time: 'about 40 minutes on two cores',
  seeds: [0, 1, 2, 3],
  runs: (seed) => VARIANTS.map(([variant, loss]) => sceneRun({ experiment: 'budget', variant, seed, loss })),
  summarise(runs) {
    const variants = [...new Set(runs.map(({ variant }) => variant))];
    const styles = ['noto', 'fluent', 'twemoji'] as const;
    const table = new Table({
      ...PLAIN,
      head: [
        '',
        'hard share, logits: start',
        'end',
        'hard share, embeddings: start',
        'end',
        ...styles,
        'recall@1',
      ],
    });
    const points: Point[] = [];
    for (const variant of variants) {
      const own = runs.filter((run) => run.variant === variant);
      const shares = (['similarity', 'embedding'] as const).map((space) =>
        own.map((run) => hardShares(run, space)),
      );
      const accuracy = (style: Style) =>
        own.map((run) => measured(run, { metric: 'accuracy', style, kind: 'mean' }));
      const last = shares[0]!.map((each) => each.at(-1)!);
      points.push(
        ...own.map(({ seed }, i) => ({ variant, seed, share: last[i]!, accuracy: accuracy('fluent')[i]! })),
      );
      table.push([
        variant,
        ...shares.flatMap((space) => [
          meanText(space.map((each) => each[0]!)),
          meanText(space.map((each) => each.at(-1)!)),
        ]),
        ...styles.map((style) => meanText(accuracy(style))),
        meanText(own.map((run) => measured(run, { metric: 'recall@1 images', style: 'noto' }))),
      ]);
    }
    // HN-NCE takes no hard captions: it has no share.
    const withShare = points.filter(({ share }) => share > 0);
    const centred = withoutSeeds(withShare);
    return [
      table.toString(),
      `Spearman's correlation of the hard share in logits at the end with accuracy in fluent drawings, over ${withShare.length} models: ${correlate(withShare)}; with each seed's mean taken off both: ${correlate(centred)}; of these, up to a share of 0.75: ${correlate(centred.filter((_, i) => withShare[i]!.share <= 0.75))}.`,
      contrastTable(
        runs,
        EQUAL_SHARES,
        styles.map((style) => accuracyIn(style)),
      ),
    ].join('\n\n');
  },
};

interface Point {
  readonly variant: string;
  readonly seed: number;
  readonly share: number;
  readonly accuracy: number;
}

function correlate(points: readonly Point[]): string {
  return spearman(
    points.map(({ share }) => share),
    points.map(({ accuracy }) => accuracy),
  ).toFixed(2);
}

/** Seeds differ in how well they were pretrained, which has nothing to do with the loss. */
function withoutSeeds(points: readonly Point[]): readonly Point[] {
  return points.map((point) => {
    const own = points.filter(({ seed }) => seed === point.seed);
    const mean = (value: (of: Point) => number) => own.reduce((sum, of) => sum + value(of), 0) / own.length;
    return {
      ...point,
      share: point.share - mean(({ share }) => share),
      accuracy: point.accuracy - mean(({ accuracy }) => accuracy),
    };
  });
}
