import { misfit, readable } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';

/** @throws {InputError} where a caller passed no set with these fields as texts */
export function checkSet(place: string, argument: string, set: unknown, fields: readonly string[]): void {
  readable(
    place,
    () => argument,
    () => {
      if (shown(set) !== 'an object') throw misfit(place, argument, 'a set, as openCorpus gives it', set);
      for (const field of fields) {
        checkText(place, `${argument}.${field}`, (set as Readonly<Record<string, unknown>>)[field]);
      }
    },
  );
}

/** @throws {InputError} where a caller passed no text */
export function checkText(place: string, argument: string, value: unknown): void {
  if (typeof value !== 'string') throw misfit(place, argument, 'a text', value);
}
