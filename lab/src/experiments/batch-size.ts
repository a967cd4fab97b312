// npm run lab -- batch-size
// Do hard negatives matter less in large batches, at as many samples or at as many steps?

import { type Experiment, sceneRun, TRAINING } from '../experiment';
import type { MeasuredRun } from '../row';
import type { LossSpec } from '../run';
import { leastSquares } from '../statistics/least-squares';
import { compareVariants } from '../views/compare-variants';
import { accuracyIn, differenceOf, differencesBySeed, differenceText } from '../views/contrast';

const LOSSES: readonly (readonly [name: string, loss: LossSpec])[] = [
  ['InfoNCE', { name: 'infoNce' }],
  ['no margin', { name: 'noMargin' }],
  ['adaptive', { name: 'adaptive', max: 2 }],
];

/** Beside 128, at which both are the same. */
const SIZES = [32, 64, 256];

function settings(size: number): { readonly label: string; readonly steps: number }[] {
  const { steps, batchSize } = TRAINING;
  if (size === batchSize) return [{ label: '', steps }];
  return [
    { label: ', as many samples', steps: Math.round((steps * batchSize) / size) },
    { label: ', as many steps', steps },
  ];
}

export const batchSize: Experiment = {
  name: 'batch-size',
  question: 'Do hard negatives matter less in large batches?',
  expected:
    'Easy negatives grow with the batch and hard ones don’t, so the hard share falls and with it what hard negatives without a margin teach; an adaptive margin holds its share longer.',
  time: 'about 45 minutes on two cores',
  seeds: [0, 1, 2, 3],
  runs: (seed) =>
    [...SIZES, TRAINING.batchSize]
      .sort((a, b) => a - b)
      .flatMap((size) =>
        settings(size).flatMap(({ label, steps }) =>
          LOSSES.map(([name, loss]) =>
            sceneRun({
              experiment: 'batch-size',
              variant: `${name}, ${size}${label}`,
              ...{ seed, loss },
              training: { ...TRAINING, batchSize: size, steps },
            }),
          ),
        ),
      ),
  summarise: (runs) =>
    [
      compareVariants(runs, {
        contrasts: [...SIZES, TRAINING.batchSize].flatMap((size) =>
          settings(size).flatMap(({ label }) => [
            { variant: `no margin, ${size}${label}`, against: `InfoNCE, ${size}${label}` },
            { variant: `adaptive, ${size}${label}`, against: `no margin, ${size}${label}` },
          ]),
        ),
      }),
      slopeTexts(runs),
    ].join('\n\n'),
};

/** How fast a lead falls while the batch doubles: for each seed the slope over log₂ of the batch size. */
function slopeTexts(runs: readonly MeasuredRun[]): string {
  const sizes = [...SIZES, TRAINING.batchSize].sort((a, b) => a - b);
  const lines = ['as many samples', 'as many steps'].flatMap((label) =>
    [
      ['no margin', 'InfoNCE'],
      ['adaptive', 'no margin'],
    ].flatMap(([variant, against]) => {
      const leads = sizes.map((size) => {
        const named = (name: string) => `${name}, ${size}${size === TRAINING.batchSize ? '' : `, ${label}`}`;
        return differencesBySeed(
          runs,
          { variant: named(variant!), against: named(against!) },
          accuracyIn('noto'),
        );
      });
      const seeds = Math.min(...leads.map(({ length }) => length));
      const slopes = Array.from(
        { length: seeds },
        (_, seed) =>
          leastSquares(
            sizes.map((size) => [Math.log2(size)]),
            leads.map((lead) => lead[seed]!),
          )[1]!,
      );
      const found = differenceOf(slopes);
      return found ? [`${variant} − ${against}, ${label}: ${differenceText(found)}`] : [];
    }),
  );
  return ['Change of the lead in noto drawings, in points for each doubling of the batch:', ...lines].join(
    '\n',
  );
}
