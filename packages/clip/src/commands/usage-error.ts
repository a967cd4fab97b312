import { InputError } from '../input-error';

/** Arguments that no input would make good: the command ends with 2, as it does for those that commander refuses. */
export class UsageError extends InputError {}
