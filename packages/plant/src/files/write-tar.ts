import { pack } from 'tar-stream';
import type { FieldNames } from './file-caption';
import { readSamples } from './read-samples';
import { captionOfSample } from './read-tar';
import type { BytesBlock, MinedCaption, SamplesBlock, TarMember } from './record-format';

/** Two empty blocks of 512 bytes end a tar. */
export const endOfTar = new Uint8Array(1024);

/**
 * The samples of a webdataset shard, one for each caption that has negatives: `.txt` the caption, `.neg_caption` the
 * first negative (as TripletCLIP reads it), `.negatives.json` all records. The key is the caption's place, from 0.
 */
export async function encodeTar(block: readonly MinedCaption[]): Promise<BytesBlock> {
  const members = block.flatMap(({ caption, place, records }) => {
    if (records.length === 0) return [];
    const key = String(place).padStart(9, '0');
    return [{ name: `${key}.txt`, bytes: Buffer.from(caption.caption) }, ...negativeMembers(key, records)];
  });
  return { bytes: await tarBytes(members) };
}

/** What is added to the samples that the captions came from; the writer copies the samples. */
export function encodeAdditions(block: readonly MinedCaption[]): SamplesBlock {
  return {
    samples: block.flatMap(({ caption, place, records }) =>
      records.length === 0 ? [] : [{ place, members: negativeMembers(caption.id, records) }],
    ),
  };
}

function negativeMembers(key: string, records: MinedCaption['records']): TarMember[] {
  return [
    { name: `${key}.neg_caption`, bytes: Buffer.from(records[0]?.negative ?? '') },
    { name: `${key}.negatives.json`, bytes: Buffer.from(JSON.stringify(records)) },
  ];
}

/** Copies samples of a shard in order, with the additions behind the sample's own members. */
export function createSampleCopier(stream: AsyncIterable<Uint8Array>, fields: FieldNames) {
  const samples = readSamples(stream, 'everything');
  let place = -1;
  return {
    /** The bytes of a block's samples, one sample at a time. */
    async *copy(block: SamplesBlock): AsyncGenerator<Uint8Array> {
      for (const addition of block.samples) {
        while (place < addition.place) {
          const next = await samples.next();
          if (next.done) throw new Error('the shard changed while it was read');
          const sample = next.value;
          if (!holdsCaption(() => captionOfSample(sample, fields))) continue;
          place += 1;
          if (place < addition.place) continue;
          const added = new Set(addition.members.map(({ name }) => name));
          const own = sample.members.flatMap(({ name, bytes }) =>
            bytes && !added.has(name) ? [{ name, bytes }] : [],
          );
          yield await tarBytes([...own, ...addition.members]);
        }
      }
    },
    async close() {
      await samples.return(undefined);
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

/** Members as a tar without its end; the same members give the same bytes. */
async function tarBytes(members: readonly TarMember[]): Promise<Uint8Array> {
  const tar = pack();
  const chunks: Uint8Array[] = [];
  const read = (async () => {
    for await (const chunk of tar) chunks.push(chunk as Uint8Array);
  })();
  for (const { name, bytes } of members) {
    tar.entry({ name, size: bytes.length, mode: 0o644, mtime: new Date(0) }, Buffer.from(bytes));
  }
  tar.finalize();
  await read;
  const whole = Buffer.concat(chunks);
  return whole.subarray(0, whole.length - endOfTar.length);
}
