import { InputError } from '@slipform/kit/errors/input-error';
import { readWholeFile } from '@slipform/kit/files/read-whole-file';
import { decodeUtf8 } from '@slipform/kit/files/text-encoding';
import { type JsonObject, parseJson, parseJsonObject } from '@slipform/kit/formats/parse-json';

/** Sets and tables of tags are flat; the largest set has 104 MB. */
const limits = { maxDepth: 20, maxMebibytes: 256 };

/** The object in a JSON file of an installed package. @throws {InputError} one sentence that names the file */
export async function readJsonFile(file: string): Promise<JsonObject> {
  return parseJsonObject(await bytesOf(file), file, { maxDepth: limits.maxDepth });
}

/** The array in such a file. @throws {InputError} */
export async function readJsonList(file: string): Promise<readonly unknown[]> {
  const value = parseJson(decodeUtf8(await bytesOf(file), file), file, { maxDepth: limits.maxDepth });
  if (!Array.isArray(value)) throw new InputError(`${file} must hold a JSON array.`);
  return value;
}

function bytesOf(file: string): Promise<Uint8Array> {
  return readWholeFile(file, { maxMebibytes: limits.maxMebibytes, kind: 'JSON' });
}
