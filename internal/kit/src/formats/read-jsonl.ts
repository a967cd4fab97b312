import { readLineBatches } from '../files/read-lines';
import { isJsonObject, type JsonObject, parseJsonPart } from './parse-json';
import { lineProblem, type Placed, problemAt } from './placed';

/**
 * The objects of a file of JSON lines, as they come; blank lines are passed over.
 *
 * @param name what messages begin with, such as the file's path
 * @throws {InputError} as `readLineBatches`
 */
export async function* readJsonl(
  stream: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Placed<JsonObject>[]> {
  for await (const lines of readLineBatches(stream, { name })) {
    const objects: Placed<JsonObject>[] = [];
    for (const line of lines) {
      const { number, text, problem } = line;
      const place = `line ${number}`;
      if (problem !== undefined) objects.push(lineProblem(line));
      else if (text.trim() !== '') {
        try {
          const value = parseJsonPart(text);
          if (!isJsonObject(value)) throw new Error('is no JSON object');
          objects.push({ place, number, value });
        } catch (error) {
          objects.push(problemAt(place, error));
        }
      }
    }
    yield objects;
  }
}
