import { InputError } from '@slipform/kit/errors/input-error';
import { readable } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { checkText } from './check-text';

/**
 * @param name the function and its argument, `noticeOf: sets[0]`
 * @throws {InputError} where a caller passed no set with these fields as texts
 */
export function checkSet(name: string, set: unknown, fields: readonly string[]): void {
  readable(
    () => name,
    () => {
      if (shown(set) !== 'an object') {
        throw new InputError(`${name} must be a set, as openCorpus gives it, got ${shown(set)}.`);
      }
      for (const field of fields) {
        checkText(`${name}.${field}`, (set as Readonly<Record<string, unknown>>)[field]);
      }
    },
  );
}
