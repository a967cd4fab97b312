import { isUtf8 } from 'node:buffer';
import { parseJsonPart } from '@slipform/kit/parse-json';
import { quoted } from '@slipform/kit/printable';
import { captionOfObject, imageIdOfObject } from './caption-of-object';
import type { CaptionBatch, FieldNames, FileCaption, Problem } from './file-caption';
import { refuseFields } from './missing-field';
import { readSamples, type Sample } from './read-samples';

const imageExtensions = /^(jpe?g|png|webp|gif|bmp|tiff?|image)$/i;
const batchSize = 256;

/** A webdataset shard: the caption is the member .txt, else the field `caption` of .json; the id is the key. */
export async function* readTar(
  stream: AsyncIterable<Uint8Array>,
  fields: FieldNames,
): AsyncGenerator<CaptionBatch> {
  refuseFields({ id: fields.id }, 'is a tar, where the id of a sample is its key');
  let captions: FileCaption[] = [];
  let problems: Problem[] = [];
  for await (const sample of readSamples(stream, 'texts')) {
    for (const message of sample.problems) problems.push({ message });
    try {
      const caption = captionOfSample(sample, fields);
      if (caption) captions.push(caption);
    } catch (error) {
      problems.push({ message: `sample ${quoted(sample.key)} ${(error as Error).message}` });
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
    if (caption === '') return undefined;
    // Beside a .txt the .json is not looked at, unless a field of it was asked for.
    const imageId = fields.imageId === undefined ? undefined : imageIdBeside(memberOf('json')?.bytes, fields);
    return { id: sample.key, caption, ...(imageId === undefined ? {} : { imageId }), ...filepath };
  }
  const json = memberOf('json')?.bytes;
  if (!json) return undefined;
  const { caption, imageId } = captionOfObject(parse(json), sample.key, { ...fields, id: undefined });
  return { id: sample.key, caption, ...(imageId === undefined ? {} : { imageId }), ...filepath };
}

function imageIdBeside(json: Buffer | undefined, fields: FieldNames): string | undefined {
  const value = json === undefined ? undefined : parse(json);
  if (typeof value !== 'object' || value === null) {
    throw new Error(`has no .json with the "${fields.imageId}" of --image-field`);
  }
  return imageIdOfObject(value, fields);
}

function parse(json: Buffer): unknown {
  try {
    return parseJsonPart(json.toString('utf8'));
  } catch (error) {
    throw new Error(`has a .json that ${(error as Error).message}`);
  }
}
