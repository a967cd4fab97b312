// slipform-bench experiment budget
// Where does the gradient go, and does composition follow the share that hard negatives get, whichever loss gives it?
import Table from 'cli-table3';
import { spearman } from '../../statistics/spearman';
import type { LossSpec } from '../cells/cell';
import { measured } from '../cells/cell-table';
import { meanText } from './arm-values';
import { contrastTable, PLAIN } from './compare-arms';
import { accuracyIn, type Contrast } from './contrast';
import { hardShares } from './hard-shares';
import { type Study, sceneCell } from './study';

const ARMS: readonly (readonly [arm: string, loss: LossSpec])[] = [
  ['no margin', { name: 'noMargin' }],
  ...[0.5, 1, 2, 4, 8].map((value) => [`static ${value}`, { name: 'static', value }] as const),
  ...[1, 2, 4, 8].map((max) => [`adaptive ${max}`, { name: 'adaptive', max }] as const),
  ...[0.1, 0.25, 0.5, 0.75, 0.9].map((share) => [`balanced ${share}`, { name: 'balanced', share }] as const),
  ['CE-CLIP', { name: 'ceClip' }],
  ['HN-NCE', { name: 'hnNce' }],
];

/** Losses that come to about the same share at the end: on one curve they would do alike. */
const EQUAL_SHARES: readonly Contrast[] = [
  { arm: 'static 4', against: 'balanced 0.75' },
  { arm: 'static 1', against: 'balanced 0.5' },
  { arm: 'adaptive 4', against: 'balanced 0.75' },
  { arm: 'static 4', against: 'no margin' },
  { arm: 'static 8', against: 'static 4' },
];

export const budget: Study = {
  name: 'budget',
  question: 'Does composition follow the hard negatives’ share of the gradient, whichever loss gives it?',
  expected:
    'Without a margin easy negatives take most of the gradient (the paper’s imbalance); margins give the hard ones more, and all losses lie on one curve of composition over the hard share.',
  time: 'about 40 minutes on two cores',
  seeds: [0, 1, 2, 3],
  cells: (seeds) =>
    seeds.flatMap((seed) => ARMS.map(([arm, loss]) => sceneCell({ study: 'budget', arm, seed, loss }))),
  summarise(cells) {
    const arms = [...new Set(cells.map(({ arm }) => arm))];
    const styles = ['noto', 'fluent', 'twemoji'];
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
    for (const arm of arms) {
      const own = cells.filter((cell) => cell.arm === arm);
      const shares = (['similarity', 'embedding'] as const).map((space) =>
        own.map((cell) => hardShares(cell, space)),
      );
      const accuracy = (style: string) => own.map((cell) => measured(cell, 'accuracy', `${style} mean`));
      const last = shares[0]!.map((each) => each.at(-1)!);
      points.push(
        ...own.map(({ seed }, i) => ({ arm, seed, share: last[i]!, accuracy: accuracy('fluent')[i]! })),
      );
      table.push([
        arm,
        ...shares.flatMap((space) => [
          meanText(space.map((each) => each[0]!)),
          meanText(space.map((each) => each.at(-1)!)),
        ]),
        ...styles.map((style) => meanText(accuracy(style))),
        meanText(own.map((cell) => measured(cell, 'recall@1 images', 'noto'))),
      ]);
    }
    // HN-NCE takes no hard captions: it has no share.
    const withShare = points.filter(({ share }) => share > 0);
    const centred = withoutSeeds(withShare);
    return [
      table.toString(),
      `Spearman's correlation of the hard share in logits at the end with accuracy in fluent drawings, over ${withShare.length} models: ${correlate(withShare)}; with each seed's mean taken off both: ${correlate(centred)}; of these, up to a share of 0.75: ${correlate(centred.filter((_, i) => withShare[i]!.share <= 0.75))}.`,
      contrastTable(
        cells,
        EQUAL_SHARES,
        styles.map((style) => accuracyIn(style)),
      ),
    ].join('\n\n');
  },
};

interface Point {
  readonly arm: string;
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
