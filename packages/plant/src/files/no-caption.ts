import { InputError } from '@slipform/kit/errors/input-error';
import { counted } from '@slipform/kit/text/format-number';

/** The error for a file without a readable caption; nothing is written then. */
export function noCaption(name: string, brokenLines: number): InputError {
  return new InputError(
    brokenLines === 0
      ? `${name} holds no caption.`
      : `${name} holds no caption that can be read, but ${counted(brokenLines, 'broken line')}; correct them, or name the format and the fields.`,
  );
}
