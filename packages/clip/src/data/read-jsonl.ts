import { isJsonObject, parseJsonPart } from '@slipform/kit/parse-json';
import type { SourceRow } from './example';
import { readLines } from './read-lines';
import { type RowContext, rowOfFields } from './row-of-fields';
import type { SkipLog } from './skips';

/** One JSON object a line. */
export async function* readJsonl(
  file: string,
  context: RowContext,
  skips: SkipLog,
): AsyncGenerator<SourceRow> {
  for await (const { number, value, place } of readObjects(file, skips)) {
    try {
      yield rowOfFields((name) => ownField(value, name), String(number), place, context);
    } catch (error) {
      skips.add(place, (error as Error).message);
    }
  }
}

/** The objects of a file of JSON lines; what is none is logged. */
export async function* readObjects(
  file: string,
  skips: SkipLog,
): AsyncGenerator<{ number: number; value: object; place: string }> {
  for await (const { number, text, problem } of readLines(file)) {
    const place = `${file} line ${number}`;
    if (problem !== undefined) skips.add(place, problem);
    else if (text.trim() !== '') {
      try {
        const value = parseJsonPart(text);
        if (isJsonObject(value)) yield { number, value, place };
        else skips.add(place, 'is no JSON object');
      } catch (error) {
        skips.add(place, (error as Error).message);
      }
    }
  }
}

/** A field of the object's own: `__proto__` and its like bring nothing. */
export function ownField(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
