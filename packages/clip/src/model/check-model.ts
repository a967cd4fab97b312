import { InputError } from '../input-error';
import type { ClipModel } from './clip-model';

/** Throws an InputError for what is no model, and for one whose parameters have been freed. */
export function checkModel(place: string, model: unknown): void {
  if (!isModel(model)) {
    const remedy = isModel((model as { readonly model?: unknown } | null | undefined)?.model)
      ? ', an encoder; pass encoder.model'
      : '';
    throw new InputError(
      `${place}: model must be one of createClip or loadClip, got ${model === null ? 'null' : typeof model}${remedy}.`,
    );
  }
  model.checkAlive(place);
}

/** By what it has: two copies of this package have two classes. */
function isModel(value: unknown): value is ClipModel {
  return (
    typeof value === 'object' &&
    value !== null &&
    'parameters' in value &&
    'checkAlive' in value &&
    typeof value.checkAlive === 'function'
  );
}
