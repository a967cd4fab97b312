import { sampleReader } from '@slipform/kit/captions/sample-rows';
import type { ByteSource } from '@slipform/kit/formats/parquet/byte-source';
import { readSamples } from '@slipform/kit/formats/read-samples';
import { type TarMember, tarBytes } from '@slipform/kit/formats/write-tar';
import type { FieldNames, FileCaption, PicturePlace } from './file-caption';
import { captionReader } from './read-captions';
import type { BytesBlock, MinedCaption, SampleKey, SamplesBlock } from './record-format';
import { jsonRows } from './write-jsonl';

/**
 * The samples of a webdataset shard, one for each caption that has a row: `.txt` the caption, `.neg_caption` the
 * first negative (as TripletCLIP reads it), empty if there is none, `.pos_caption` its positive, if it has one,
 * `.negatives.json` all rows.
 */
export async function encodeTar(
  block: readonly MinedCaption[],
  keys: SampleKey = byPlace,
): Promise<BytesBlock> {
  const members = block.flatMap((mined) => {
    const { caption, place } = mined;
    const rows = jsonRows(mined);
    if (rows.length === 0) return [];
    const key = keys.is === 'id' ? caption.id : `${keys.prefix}${String(place).padStart(9, '0')}`;
    return [{ name: `${key}.txt`, bytes: Buffer.from(caption.caption) }, ...negativeMembers(key, rows)];
  });
  return { bytes: await tarBytes(members) };
}

const byPlace: SampleKey = { is: 'place', prefix: '' };

/** What is added to the samples that the captions came from; the writer copies the samples. */
export function encodeAdditions(block: readonly MinedCaption[]): SamplesBlock {
  const captions = new Map(block.map(({ caption }) => [partnerKey(caption.id, caption.caption), caption]));
  const captionOf = (id: string, text: string) => captions.get(partnerKey(id, text));
  return {
    samples: block.flatMap((mined) => {
      const { caption, place } = mined;
      const rows = jsonRows(mined);
      if (rows.length === 0) return [];
      const picture = pictureOfNegative(mined, captionOf);
      const members = negativeMembers(caption.id, rows);
      return [picture === undefined ? { place, members } : { place, members, picture }];
    }),
  };
}

/** The picture of a caption's first negative, if that is a natural partner; null where the partner has none. */
function pictureOfNegative(
  { negatives: [first], partners }: MinedCaption,
  captionOf: (id: string, text: string) => FileCaption | undefined,
): PicturePlace | null | undefined {
  if (first?.operation !== 'natural' || first.partner === undefined) return undefined;
  const partner = partners === undefined ? captionOf(first.partner, first.negative) : partners[0];
  return partner?.picture ?? null;
}

function partnerKey(id: string, text: string): string {
  return JSON.stringify([id, text]);
}

/** What a sample says of its negatives. */
function negativeMembers(
  key: string,
  rows: readonly { readonly positive?: string; readonly negative?: string }[],
): TarMember[] {
  const { positive, negative = '' } = rows[0] ?? {};
  return [
    { name: `${key}.neg_caption`, bytes: Buffer.from(negative) },
    ...(positive === undefined ? [] : [{ name: `${key}.pos_caption`, bytes: Buffer.from(positive) }]),
    { name: `${key}.negatives.json`, bytes: Buffer.from(JSON.stringify(rows)) },
  ];
}

/** The picture of a negative that the sample had before. */
const pictureOfOther = /^neg[._](?:image|jpe?g|png|webp|gif|bmp|tiff?|avif)$/i;

/**
 * Copies samples of a shard in order, with the additions behind the sample's own members.
 *
 * @param pictures reads pictures of other samples; `undefined` where the shard is packed
 */
export function createSampleCopier(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  fields: FieldNames,
  pictures: ByteSource | undefined,
) {
  const { fields: wanted, read } = captionReader(fields);
  const rowOf = sampleReader(wanted);
  const samples = readSamples(stream, { name, hold: 'everything' });
  let place = -1;
  return {
    /** The bytes of a block's samples, one sample at a time. */
    async *copy(block: SamplesBlock): AsyncGenerator<Uint8Array> {
      for (const addition of block.samples) {
        while (place < addition.place) {
          const next = await samples.next();
          if (next.done) throw new Error('the shard changed while it was read');
          const sample = next.value;
          if (!holdsCaption(() => read(rowOf(sample)))) continue;
          place += 1;
          if (place < addition.place) continue;
          const members = [...addition.members];
          const { picture } = addition;
          if (picture && pictures) {
            members.push({
              name: `${sample.key}.neg.${picture.extension}`,
              bytes: await pictures.read(picture.start, picture.length),
            });
          }
          const added = new Set(members.map(({ name }) => name));
          const own = sample.members.flatMap(({ name, extension, bytes }) =>
            bytes && !added.has(name) && !pictureOfOther.test(extension) ? [{ name, bytes }] : [],
          );
          yield await tarBytes([...own, ...members]);
        }
      }
    },
    async close() {
      await samples.return(undefined);
      await pictures?.close();
    },
  };
}

function holdsCaption(caption: () => unknown): boolean {
  try {
    return caption() !== undefined;
  } catch {
    return false;
  }
}
