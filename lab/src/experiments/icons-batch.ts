// npm run lab -- icons-batch
// Do hard captions of icons teach less in large batches? docs/decisions/0031-studies-on-icons.md
import type { Experiment } from '../experiment';
import type { MeasuredRun } from '../row';
import { mean } from '../statistics/mean';
import { combinedContrast, type PairedContrast } from '../statistics/paired-contrast';
import { pairedAnswers, readIconAnswers } from '../views/icon-answers';
import { contrastText, iconSummary } from '../views/icon-summary';
import { ICON_LOSSES, ICON_TRAINING, ICONS_OUT, iconRun } from './icons-common';

const SIZES = [32, 128, 512];
/** At which as many steps and as many samples are the same. */
const MIDDLE = 128;
const STEPS = ICON_TRAINING.steps;

const LOSSES = [
  ['none', ICON_LOSSES.infoNce],
  ['random', ICON_LOSSES.noMargin],
  ['random 3', ICON_LOSSES.static],
] as const;

function settings(size: number): { readonly label: string; readonly steps: number }[] {
  if (size === MIDDLE) return [{ label: '', steps: STEPS }];
  return [
    { label: ', as many steps', steps: STEPS },
    { label: ', as many samples', steps: Math.round((STEPS * MIDDLE) / size) },
  ];
}

export const iconsBatch: Experiment = {
  name: 'icons-batch',
  question: 'Do hard captions of icons teach less in large batches?',
  expected:
    'Without a margin the lead over InfoNCE falls as the batch grows, since easy negatives take the push.',
  time: 'about an hour on two cores for four seeds, after the pretrainings of icons-policy',
  seeds: [0, 1, 2, 3],
  out: ICONS_OUT,
  runs: (seed) =>
    SIZES.flatMap((size) =>
      settings(size).flatMap(({ label, steps }) =>
        LOSSES.map(([name, loss]) =>
          iconRun({
            ...{ experiment: 'icons-batch', variant: `${name}, ${size}${label}`, seed, pool: 'edited', loss },
            training: {
              ...ICON_TRAINING,
              batchSize: size,
              steps,
              measureEvery: Math.max(1, Math.floor(steps / 6)),
            },
            ...(loss.name === 'infoNce' ? {} : { negatives: { change: 'random' } }),
          }),
        ),
      ),
    ),
  async summarise(runs, folder) {
    const contrasts = SIZES.flatMap((size) =>
      settings(size).flatMap(({ label }) => [
        { variant: `random, ${size}${label}`, against: `none, ${size}${label}` },
        { variant: `random 3, ${size}${label}`, against: `random, ${size}${label}` },
      ]),
    );
    return [
      await iconSummary(runs, folder, { experiment: 'icons-batch', contrasts }),
      ...(await Promise.all(
        ['as many steps', 'as many samples'].map((label) => slopeText(runs, folder, label)),
      )),
    ]
      .filter(Boolean)
      .join('\n\n');
  },
};

/** P4 is that at as many steps. */
async function slopeText(runs: readonly MeasuredRun[], folder: string, label: string): Promise<string> {
  const slope = await batchSlope(runs, folder, label);
  if (!slope) return '';
  const name = label === 'as many steps' ? 'P4, ' : '';
  const { overSeeds, crossed } = slope;
  const seeds = overSeeds ? `over ${slope.seeds} seeds ${contrastText(overSeeds)}; ` : '';
  return `${name}random − none, ${label}, for each doubling of the batch: ${seeds}over seeds, words and artists ${contrastText(crossed)}.`;
}

/** How fast the lead of hard captions without a margin falls while the batch doubles: least squares over log₂ of its size. */
export async function batchSlope(
  runs: readonly MeasuredRun[],
  folder: string,
  label: string,
): Promise<PairedContrast | undefined> {
  const answers = runs.length > 0 ? await readIconAnswers(folder, 'icons-batch', runs) : undefined;
  if (!answers) return undefined;
  const doublings = SIZES.map(Math.log2);
  const centre = mean(doublings);
  const squares = doublings.reduce((sum, each) => sum + (each - centre) ** 2, 0);
  const seeds = [...new Set(runs.map(({ seed }) => seed))];
  const parts = SIZES.map((size, at) => {
    const ending = `${size}${size === MIDDLE ? '' : `, ${label}`}`;
    return {
      factor: (doublings[at]! - centre) / squares,
      answers: pairedAnswers(answers, seeds, [`random, ${ending}`, `none, ${ending}`]),
    };
  });
  return parts.every((part) => part.answers.length > 0) ? combinedContrast(parts) : undefined;
}
