import { nameExamples } from '../../icons/name-examples';
import { trainIconModel } from '../../icons/train-icon-model';
import type { IconDataset, IconRunPretraining } from '../../run';
import { openTrainingWorld } from '../../studies/icon-study';
import type { Pretrained } from '../pretrained';

/** A small dual encoder of icons and their names, trained from random weights with InfoNCE alone. */
export async function pretrainOnIcons(
  work: string,
  { sets }: IconDataset,
  pretraining: IconRunPretraining,
  seed: number,
  onStep: (step: number) => void,
): Promise<Pretrained> {
  const world = await openTrainingWorld(work, sets);
  return trainIconModel({
    ...{ world, pretraining, seed },
    examples: nameExamples(world),
    observe: [({ step }) => onStep(step)],
  });
}
