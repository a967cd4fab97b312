import { InputError, reasonOf } from '@slipform/kit/errors/input-error';
import { loadPreprocessing } from '../encoder/load-preprocessing';
import { checkPreprocessing, type Preprocessing } from '../encoder/preprocess';
import type { TrainModule } from './train-module';

/**
 * What a module's data do to images, so that the model is saved with it: what the module says, what its data say
 * (`trainingData` does), or what lies in the folder that its model was loaded from; else CLIP's own.
 *
 * Throws an InputError for a value that is not a preprocessing, or has another size than the model.
 */
export async function trainedPreprocessing(file: string, options: TrainModule): Promise<Preprocessing> {
  const { model, data } = options;
  const size = model.config.image.imageSize;
  const ofData =
    typeof data === 'object' && data !== null && 'preprocessing' in data ? data.preprocessing : undefined;
  const found: unknown = options.preprocessing ?? ofData ?? (await ofFolder(file, options)) ?? { size };
  checkPreprocessing(`${file}: preprocessing`, found);
  if (found.size === size) return found;
  throw new InputError(
    `${file}: preprocessing must have the model's image size ${size}, got ${found.size}; name the one that the data were made with as \`preprocessing\`.`,
  );
}

async function ofFolder(file: string, { model }: TrainModule): Promise<Preprocessing | undefined> {
  if (model.source === undefined) return undefined;
  try {
    return await loadPreprocessing(model.source);
  } catch (error) {
    const remedy = 'name what the data do to images as `preprocessing`, so that the model is saved with it';
    throw new InputError({ place: file, rule: reasonOf(error), remedy });
  }
}
