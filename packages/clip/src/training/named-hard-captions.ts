import { InputError, reasonOf } from '@slipform/kit/errors/input-error';
import type { TrainLoss } from '../gradients/training-step';
import type { TrainData } from './train-data';

/** A loss that misses hard captions says so in the words of its own batch; this one adds where they come from here. */
export function namedHardCaptions(loss: TrainLoss, data: TrainData): TrainLoss {
  const remedy =
    ('noHardCaptions' in data ? data.noHardCaptions : undefined) ??
    'to trainClip they are hardTokens in the batch, the tokens of the hard captions';
  return (batch, options) => {
    try {
      return loss(batch, options);
    } catch (error) {
      // Losses of @slipform/cement-loss name the argument that an error is about; another loss may do so, too.
      const isMissing =
        batch.hardCaptions === undefined &&
        error instanceof Error &&
        'argument' in error &&
        error.argument === 'hardCaptions';
      if (!isMissing) throw error;
      const named = new InputError({ rule: reasonOf(error), remedy }, { cause: error });
      if (error.stack !== undefined) named.stack = error.stack;
      throw named;
    }
  };
}
