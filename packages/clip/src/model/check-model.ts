import { InputError } from '../input-error';
import { ClipModel } from './clip-model';

/** Throws an InputError for what is no model, and for one whose parameters have been freed. */
export function checkModel(place: string, model: unknown): void {
  if (!(model instanceof ClipModel)) {
    throw new InputError(
      `${place}: model must be one of createClip or loadClip, got ${model === null ? 'null' : typeof model}.`,
    );
  }
  model.checkAlive(place);
}
