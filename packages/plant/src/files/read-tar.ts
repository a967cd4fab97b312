import { InputError } from '@slipform/kit/errors/input-error';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import {
  imageExtension,
  memberJson,
  memberText,
  readSamples,
  type Sample,
} from '@slipform/kit/formats/read-samples';
import { quoted } from '@slipform/kit/text/printable';
import { captionOfObject, imageIdOfObject } from './caption-of-object';
import type { CaptionBatch, FieldNames, FileCaption, Problem } from './file-caption';
import { problemOf } from './gather-captions';
import { keptOfObject } from './kept';
import { refuseFields } from './missing-field';

const batchSize = 256;

/** A webdataset shard: the caption is the member .txt, else the field `caption` of .json; the id is the key. */
export async function* readTar(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  fields: FieldNames,
): AsyncGenerator<CaptionBatch> {
  refuseFields(name, { id: fields.id }, 'is a tar, where the id of a sample is its key');
  if (fields.idPrefix !== undefined) {
    throw new InputError(
      `${name} is a tar, where the id of a sample is its key, with nothing before it; leave out --id-prefix.`,
    );
  }
  let captions: FileCaption[] = [];
  let problems: Problem[] = [];
  for await (const sample of readSamples(stream, { name, hold: 'texts' })) {
    problems.push(...sample.problems.map(problemOf));
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
  const image = sample.members.find(({ extension }) => imageExtension.test(extension));
  const own = image ? { filepath: image.name, picture: { ...image.part, extension: image.extension } } : {};
  const caption = fields.caption === undefined ? memberText(sample, 'txt')?.trim() : undefined;
  if (caption === '') return undefined;
  if (caption !== undefined) {
    // Beside a .txt the .json is not looked at, unless a field of it was asked for.
    const json = jsonBeside(sample, fields);
    const imageId = json && fields.imageId !== undefined ? imageIdOfObject(json, fields) : undefined;
    return {
      id: sample.key,
      caption,
      ...(imageId === undefined ? {} : { imageId }),
      ...own,
      ...(json ? keptOfObject(json, fields.keep) : {}),
    };
  }
  const json = memberJson(sample, 'json');
  if (json === undefined) return undefined;
  if (!isJsonObject(json)) throw new Error('has a .json that is no JSON object');
  const found = captionOfObject(json, sample.key, { ...fields, id: undefined, shard: undefined });
  const { filepath: _, ...rest } = found;
  return { ...rest, ...own };
}

/** The .json beside a .txt, if a field of it was asked for. A column that is kept may be missing, the image may not. */
function jsonBeside(sample: Sample, fields: FieldNames) {
  if (fields.imageId === undefined && fields.keep === undefined) return undefined;
  const json = memberJson(sample, 'json');
  if (isJsonObject(json)) return json;
  if (fields.imageId === undefined && json === undefined) return undefined;
  throw new Error(
    `has no .json with the "${fields.imageId ?? fields.keep?.[0]}" of ${fields.imageId === undefined ? '--keep' : '--image-field'}`,
  );
}
