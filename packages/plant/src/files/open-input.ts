import * as kit from '@slipform/kit/captions/open-input';
import type { CaptionSource, Input } from '@slipform/kit/captions/read-rows';
import { sayIfWaiting } from '@slipform/kit/files/say-if-waiting';

/** A file, or standard input for "-", as what captions are read from; the command says what it waits for. */
export function fileSource(file: string): CaptionSource {
  return kit.fileSource(file, sayIfWaiting);
}

/** The same, opened. @throws {InputError} one sentence that names the file */
export function openInput(file: string): Input {
  return kit.openInput(file, sayIfWaiting);
}
