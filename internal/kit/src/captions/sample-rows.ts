import { isJsonObject, type JsonObject, ownField } from '../formats/parse-json';
import type { Placed } from '../formats/placed';
import { imageExtension, memberJson, memberText, readSamples, type Sample } from '../formats/read-samples';
import { quoted } from '../text/printable';
import type { CaptionRow, Fields } from './read-rows';

const samplesAtOnce = 256;

/** The samples of a shard as rows. */
export async function* readSampleRows(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  fields: Fields,
): AsyncGenerator<Placed<CaptionRow>[]> {
  const rowOf = sampleReader(fields);
  let number = 0;
  let rows: Placed<CaptionRow>[] = [];
  for await (const sample of readSamples(stream, { name, hold: 'texts' })) {
    number += 1;
    const place = `sample ${quoted(sample.key, 80)}`;
    rows.push(...sample.problems, { place, number, value: rowOf(sample) });
    if (rows.length < samplesAtOnce) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

/**
 * Makes a row of a sample. The caption is the member `.txt`, and then the `.json` is not looked at but for fields that an
 * option names; else, or where an option names the caption, it is a field of `.json`.
 */
export function sampleReader(fields: Fields): (sample: Sample) => CaptionRow {
  const asked = new Set(Object.values(fields).flatMap(({ names, option }) => (option ? names : [])));
  const isTextTaken = fields.caption?.option === undefined;
  return (sample) => {
    const { key, members } = sample;
    const hasText = isTextTaken && members.some(({ extension }) => extension === 'txt');
    let object: JsonObject | undefined;
    const json = () => {
      if (object !== undefined) return object;
      const value = memberJson(sample, 'json') ?? {};
      if (!isJsonObject(value)) throw new Error('has a .json that is no JSON object');
      object = value;
      return object;
    };
    return {
      field(name) {
        if (!hasText || asked.has(name)) return ownField(json(), name);
        return name === 'caption' ? memberText(sample, 'txt')?.trim() : undefined;
      },
      names: () => Object.keys(json()),
      id: key,
      sample,
      image: members.find(({ extension }) => imageExtension.test(extension)),
    };
  };
}
