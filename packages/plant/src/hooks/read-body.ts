import { isJsonObject, type JsonObject, parseJsonObject } from '@slipform/kit/parse-json';
import { printable } from '@slipform/kit/printable';
import { RequestFailure } from './endpoint-error';

/** How deep an answer may lie in itself; those of the protocol lie five deep. */
const maxDepth = 20;
const maxValues = 1_000_000;
/** What of an error's body is read. */
const longestError = 64 * 1024;
const mebibyte = 2 ** 20;

/**
 * The JSON object of an answer, no more of it than `most` bytes.
 *
 * @throws {RequestFailure} `refused` if it is longer, of another type, or no JSON object
 */
export async function readAnswer(response: Response, most: number): Promise<JsonObject> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(type)) {
    await response.body?.cancel();
    throw new RequestFailure(
      `answers with ${type === '' ? 'no content type' : printable(type, 60)} instead of application/json`,
      'refused',
    );
  }
  const bytes = await readBytes(response, most);
  if (bytes === undefined) {
    throw new RequestFailure(`answers with more than ${most / mebibyte} MiB`, 'refused');
  }
  try {
    return parseJsonObject(bytes, 'its answer', { maxDepth, maxValues });
  } catch (error) {
    throw new RequestFailure(`can't be read: ${sentenceOf(error)}`, 'refused');
  }
}

/** What a server says is wrong: the message in its JSON, else the first words of a text. */
export async function readComplaint(response: Response): Promise<string> {
  const bytes = await readBytes(response, longestError);
  if (bytes === undefined) return '';
  const text = new TextDecoder().decode(bytes).trim();
  try {
    const { error, message, detail } = parseJsonObject(bytes, 'it', { maxDepth, maxValues });
    const found = [isJsonObject(error) ? error.message : error, message, detail].find(
      (each) => typeof each === 'string',
    );
    if (typeof found === 'string') return found;
  } catch {
    // No JSON, or none of the protocol.
  }
  return text.startsWith('<') ? '' : text;
}

/** The bytes of a body; undefined if there are more, and then no more than those are read. */
async function readBytes(response: Response, most: number): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const isTooLong = Number(response.headers.get('content-length')) > most;
  while (!isTooLong) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, length);
    length += value.length;
    if (length > most) break;
    chunks.push(value);
  }
  await reader.cancel().catch(() => {});
  return undefined;
}

function sentenceOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
