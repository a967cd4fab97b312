import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { printable } from '@slipform/kit/text/printable';
import { InputError } from '../../input-error';
import type { LogFormat, LogRecord } from './step-log';

const LINE_END = 10;

/** JSON lines, each with the number of its step. */
export const metricsFormat: LogFormat = {
  caller: 'metricsFile',
  what: 'the metrics',
  head: () => new Uint8Array(0),
  *read(bytes, file): Generator<LogRecord> {
    for (let start = 0, end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      const line = bytes.subarray(start, end + 1);
      const text = new TextDecoder().decode(line).trimEnd();
      const step = stepOf(text);
      if (step === undefined) {
        throw new InputError(
          `metricsFile: ${file} has a line that is no metrics of a step: ${printable(text, 60)}; name another file.`,
        );
      }
      yield { step, bytes: line };
      start = end + 1;
    }
  },
};

function stepOf(line: string): number | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) && typeof value.step === 'number' ? value.step : undefined;
  } catch {
    return undefined;
  }
}
