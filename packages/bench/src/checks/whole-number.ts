import { InputError } from '@slipform/kit/input-error';
import { shown } from '@slipform/kit/printable';

/** @throws InputError where an option is no whole number of at least `least` */
export function checkWholeNumber(argument: string, value: unknown, least: number): void {
  if (Number.isSafeInteger(value) && (value as number) >= least) return;
  throw new InputError(`${argument} must be a whole number of at least ${least}, got ${shown(value)}.`);
}

/** Seeds are used modulo 2³²: beyond these ends two of them would be one. @throws InputError */
export function checkSeed(argument: string, value: unknown): void {
  if (Number.isSafeInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 32) return;
  throw new InputError(`${argument} must be a whole number from −2³¹ to 2³² − 1, got ${shown(value)}.`);
}
