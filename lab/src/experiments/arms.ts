import type { Experiment } from '../experiment';
import type { Recipe } from '../pairs/mine-examples';
import type { LossSpec, Run, Training } from '../run';
import { type Study, studySummary, studyView } from '../views/study-view';

/** One way to train on: a loss, what ConcretePlant mines for it, and whether the hard captions' pictures are shown. */
export interface Arm {
  readonly variant: string;
  readonly loss: LossSpec;
  readonly recipe?: Recipe;
  readonly as?: 'pairs';
  /** Weight of the term that keeps the model close to its start. */
  readonly keep?: number;
  readonly layout?: Run['layout'];
  /** How far from the start to what was trained, 0 to 1, is also judged: each a variant, `InfoNCE, α 0.5`. */
  readonly alphas?: readonly number[];
  /** Of the captions that are trained on. */
  readonly wordings?: 'several';
}

export interface ArmsOptions {
  readonly experiment: string;
  readonly seed: number;
  readonly pretraining: Run['pretraining'];
  readonly training: Training;
  readonly trainer?: Run['trainer'];
  readonly evaluation: Omit<Run['evaluation'], 'recipes'>;
}

/** The model as it is after its pretraining, and trained on with each arm. */
export function runsOf(arms: readonly Arm[], { training, trainer, evaluation, ...rest }: ArmsOptions): Run[] {
  const recipes = [...new Set(arms.flatMap(({ recipe }) => (recipe ? [recipe] : [])))];
  const common = {
    ...rest,
    evaluation: { ...evaluation, recipes },
    loss: { name: 'infoNce' },
    layout: 'captions',
  } as const;
  return [
    { ...common, variant: 'checkpoint' },
    ...arms.flatMap((arm): Run[] => {
      const { variant, loss, recipe, as, keep, layout = 'captions', wordings, alphas } = arm;
      const run: Run = {
        ...common,
        ...{ variant, loss, layout, training },
        ...(trainer && { trainer }),
        ...(wordings && { evaluation: { ...common.evaluation, wordings } }),
        ...(keep !== undefined && { keep }),
        ...(recipe && { negatives: { recipe, ...(as && { as }) } }),
      };
      if (alphas === undefined) return [run];
      return [1, ...alphas].map((alpha) => ({ ...run, alpha, variant: variantOf(variant, alpha) }));
    }),
  ];
}

const variantOf = (variant: string, alpha: number) => (alpha === 1 ? variant : `${variant}, α ${alpha}`);

/** A study of arms, and how it is run. */
export interface StudyOptions
  extends Omit<Study, 'variants'>,
    Pick<ArmsOptions, 'training' | 'trainer' | 'evaluation'>,
    Pick<Experiment, 'question' | 'expected' | 'time' | 'seeds'> {
  readonly arms: readonly Arm[];
  /** Missing: the committed model. */
  readonly pretraining?: ArmsOptions['pretraining'];
}

/** The experiment that trains the pretrained model by each arm and compares them. */
export function studyOf(options: StudyOptions): Experiment {
  const { arms, pretraining = 'committed', training, trainer, evaluation, ...other } = options;
  const { question, expected, time, seeds, ...rest } = other;
  const study: Study = {
    ...rest,
    variants: [
      'checkpoint',
      ...arms.flatMap(({ variant, alphas = [] }) => [1, ...alphas].map((alpha) => variantOf(variant, alpha))),
    ],
  };
  const { name } = study;
  return {
    ...{ name, question, expected, time, seeds },
    runs: (seed) =>
      runsOf(arms, {
        ...{ experiment: name, seed, pretraining, training, evaluation },
        ...(trainer && { trainer }),
      }),
    summarise: (runs, folder) => studySummary(runs, folder, study),
    view: studyView(study),
  };
}
