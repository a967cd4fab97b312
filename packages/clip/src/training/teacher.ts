import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import {
  dispose,
  type Rank,
  reshape,
  Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import { embedInPieces } from '../gradients/batch-gradients';
import { batchInputs, type TowerInput } from '../gradients/tower-input';
import type { TrainBatch } from '../gradients/train-batch';
import type { ClipModel } from '../model/clip-model';
import { encodeTextsByLength } from '../model/texts-by-length';

/** A batch for the loss, and what frees what was made for it. */
export interface TaughtBatch {
  readonly batch: TrainBatch;
  free(): void;
}

/** Throws an InputError for a teacher that is the model itself, or that takes other pictures or tokens. */
export function checkTeacher(model: ClipModel, teacher: ClipModel | undefined): void {
  if (teacher === undefined) return;
  if (teacher === model) {
    throw new InputError(
      'trainClip: teacher must be another model than the trained one; load it a second time.',
    );
  }
  const fields = ({ config: { image, text } }: ClipModel) => ({ ...text, imageSize: image.imageSize });
  const [own, other] = [fields(model), fields(teacher)];
  for (const name of ['imageSize', 'vocabularySize', 'contextLength', 'endToken'] as const) {
    if (own[name] === other[name]) continue;
    refuse('trainClip', 'teacher', `must have the model's ${name}, ${own[name]}`, other[name]);
  }
}

/**
 * A batch with the embeddings of the teacher, as the loss takes them: those that the batch holds as tensors, or those that
 * the teacher makes of it, off the tape.
 */
export function taughtBatch(
  model: ClipModel,
  teacher: ClipModel | undefined,
  batch: TrainBatch,
  microBatch: number | undefined,
): TaughtBatch {
  const given: unknown = batch?.teacher;
  if (given === undefined && teacher === undefined) return { batch, free() {} };
  if (given !== undefined && teacher !== undefined) {
    throw new InputError(
      'trainClip: a batch must not hold a teacher where the option teacher names one; leave one out.',
    );
  }
  const { images, captions } = batchInputs(model, batch);
  const made: Tensor[] = [];
  const own = <T extends Tensor>(make: () => T): T => {
    const tensor = tidy(make);
    made.push(tensor);
    return tensor;
  };
  const free = () => dispose(made);
  try {
    if (teacher === undefined) {
      const fields = fieldsOf(given);
      const matrixOf = (name: 'images' | 'captions') => {
        const values = fields[name];
        if (values instanceof Tensor) return values as Tensor2D;
        const isWhole =
          values instanceof Float32Array && values.length > 0 && values.length % captions.rows === 0;
        if (!isWhole) {
          refuse(
            'trainClip',
            `teacher.${name}`,
            `must be a Float32Array or a float32 tensor with a row for each of the ${captions.rows} pairs`,
            values instanceof Float32Array ? `${values.length} numbers` : shown(values),
          );
        }
        return own(() => tensor2d(values, [captions.rows, values.length / captions.rows]));
      };
      const taught = { ...fields, images: matrixOf('images'), captions: matrixOf('captions') };
      return { batch: { ...batch, teacher: taught as TrainBatch['teacher'] & object }, free };
    }
    const embed = (input: TowerInput) =>
      own(
        () =>
          embedInPieces(
            { ...input, embed: embedderOf(teacher, input) },
            microBatch ?? input.rows,
          ) as Tensor2D,
      );
    const logitScale = own(() => teacher.logitScale());
    return {
      batch: { ...batch, teacher: { images: embed(images), captions: embed(captions), logitScale } },
      free,
    };
  } catch (error) {
    free();
    throw error;
  }
}

function fieldsOf(given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given === 'object' && given !== null) return given as Readonly<Record<string, unknown>>;
  refuse('trainClip', 'teacher', 'must be { images, captions, logitScale } in a batch', shown(given));
}

/** What the model's own inputs would be for the teacher. Embeddings of a frozen image tower stay what they are. */
function embedderOf(teacher: ClipModel, { kind }: TowerInput): TowerInput['embed'] {
  if (kind === 'pixels') return (rows) => teacher.encodeImages(rows as Tensor4D);
  if (kind === 'tokens') return (rows) => encodeTextsByLength(teacher, rows as Tensor2D);
  return (rows) => reshape<Rank.R2>(rows, rows.shape as [number, number]);
}
