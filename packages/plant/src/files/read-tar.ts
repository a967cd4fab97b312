import { isUtf8 } from 'node:buffer';
import { captionOfObject } from './caption-of-object';
import type { CaptionBatch, FieldNames, FileCaption, Problem } from './file-caption';
import { readSamples, type Sample } from './read-samples';

const imageExtensions = /^(jpe?g|png|webp|gif|bmp|tiff?|image)$/i;
const batchSize = 256;

/** A webdataset shard: the caption is the member .txt, else the field `caption` of .json; the id is the key. */
export async function* readTar(
  stream: AsyncIterable<Uint8Array>,
  fields: FieldNames,
): AsyncGenerator<CaptionBatch> {
  let captions: FileCaption[] = [];
  let problems: Problem[] = [];
  for await (const sample of readSamples(stream, 'texts')) {
    for (const message of sample.problems) problems.push({ message });
    try {
      const caption = captionOfSample(sample, fields);
      if (caption) captions.push(caption);
    } catch (error) {
      problems.push({ message: `sample ${JSON.stringify(sample.key)} ${(error as Error).message}` });
    }
    if (captions.length + problems.length >= batchSize) {
      yield { captions, problems };
      captions = [];
      problems = [];
    }
  }
  yield { captions, problems };
}

/** The caption of a sample, `undefined` if it has none. Throws what is wrong with it. */
export function captionOfSample(sample: Sample, fields: FieldNames): FileCaption | undefined {
  const memberOf = (extension: string) => sample.members.find((member) => member.extension === extension);
  const image = sample.members.find(({ extension }) => imageExtensions.test(extension));
  const filepath = image ? { filepath: image.name } : {};
  const text = fields.caption === undefined ? memberOf('txt')?.bytes : undefined;
  if (text) {
    if (!isUtf8(text)) throw new Error('has a caption that is not UTF-8');
    const caption = text
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim();
    return caption === '' ? undefined : { id: sample.key, caption, ...filepath };
  }
  const json = memberOf('json')?.bytes;
  if (!json) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json.toString('utf8'));
  } catch {
    throw new Error('has a .json that is not JSON');
  }
  const { caption, imageId } = captionOfObject(value, sample.key, { ...fields, id: '' });
  return { id: sample.key, caption, ...(imageId === undefined ? {} : { imageId }), ...filepath };
}
