import { InputError } from './input-error';

/** Thrown where another process holds a lock, or has taken one over that was ours: to try again later helps. */
export class HeldByAnother extends InputError {}
