import type { Recipe } from '../pairs/mine-examples';
import type { LossSpec, Run, Training } from '../run';

/** One way to train on: a loss, what ConcretePlant mines for it, and whether the hard captions' pictures are shown. */
export interface Arm {
  readonly variant: string;
  readonly loss: LossSpec;
  readonly recipe?: Recipe;
  readonly as?: 'pairs';
  readonly layout?: Run['layout'];
}

export interface ArmsOptions {
  readonly experiment: string;
  readonly seed: number;
  readonly pretraining: Run['pretraining'];
  readonly training: Training;
  readonly evaluation: Run['evaluation'];
}

/** The model as it is after its pretraining, and trained on with each arm. */
export function runsOf(arms: readonly Arm[], { training, ...rest }: ArmsOptions): Run[] {
  const common = { ...rest, loss: { name: 'infoNce' }, layout: 'captions' } as const;
  return [
    { ...common, variant: 'checkpoint' },
    ...arms.map(
      ({ variant, loss, recipe, as, layout = 'captions' }): Run => ({
        ...common,
        ...{ variant, loss, layout, training },
        ...(recipe && { negatives: { recipe, ...(as && { as }) } }),
      }),
    ),
  ];
}
