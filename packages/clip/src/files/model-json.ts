import { type JsonLimits, type JsonObject, parseJsonObject } from '@slipform/kit/formats/parse-json';
import { printable } from '@slipform/kit/text/printable';
import { tokenizerFiles } from './model-files';

// CLIP's tokenizer.json has 2.2 MB and 150,000 values, an index of a thousand tensors 0.1 MB, a config 1 kB. Parsed, a
// value takes some fifty bytes, so that a hostile file costs 50 MB at most, a hostile tokenizer 300.
const small = { maxLength: 2 ** 24, maxValues: 2 ** 20 } as const satisfies JsonLimits;
const ofTokenizers = { maxLength: 2 ** 26, maxValues: 6 * 2 ** 20 } as const satisfies JsonLimits;

/** How large a file of this name may be that lies beside the weights. */
export function modelFileLimits(name: string): Required<Omit<JsonLimits, 'maxDepth'>> {
  return tokenizerFiles.includes(name) ? ofTokenizers : small;
}

/** The JSON object in the bytes of such a file; throws an InputError that names it. */
export function parseModelJson(bytes: Uint8Array, name: string): JsonObject {
  return parseJsonObject(bytes, name, modelFileLimits(name));
}

/** A value of such a file for a message: its JSON, without control characters, cut short. */
export function shownJson(value: unknown): string {
  return printable(JSON.stringify(value) ?? 'nothing', 80);
}
