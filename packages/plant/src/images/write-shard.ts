import { readJsonl } from '@slipform/kit/formats/read-jsonl';
import { endOfTar, tarBytes } from '@slipform/kit/formats/write-tar';
import { openInput } from '../files/open-input';
import { negativeMembers } from '../files/write-tar';
import { below, photographFile, readPhotograph } from './photograph';

/**
 * The bytes of a webdataset shard, a sample for each record that has two pictures: `.jpg` (or `.png`, `.webp`) the
 * photograph, `.txt` its caption, `.neg_caption` the negative, `.neg.jpg` its picture, `.negatives.json` the record. The key
 * is the record's place, from 0.
 *
 * @param records a file of JSON lines
 * @param images the folder of the photographs
 * @param hardImages that of the pictures that `negativeFilepath` names
 */
export async function* shardOf(
  records: string,
  images: string,
  hardImages: string,
): AsyncGenerator<Uint8Array> {
  let place = 0;
  for await (const batch of readJsonl(openInput(records).stream, records)) {
    for (const item of batch) {
      if (!('value' in item)) continue;
      const { caption, negative, negativeFilepath } = item.value;
      const key = String(place).padStart(9, '0');
      place += 1;
      const areTexts = typeof caption === 'string' && typeof negative === 'string';
      if (!areTexts || typeof negativeFilepath !== 'string') continue;
      const photograph = await readPhotograph(photographFile(item.value, images));
      const hard = await readPhotograph(below(hardImages, negativeFilepath));
      yield await tarBytes([
        { name: `${key}.${photograph.picture.extension}`, bytes: photograph.bytes },
        { name: `${key}.txt`, bytes: Buffer.from(caption) },
        ...negativeMembers(key, [{ ...item.value, negative }]),
        { name: `${key}.neg.${hard.picture.extension}`, bytes: hard.bytes },
      ]);
    }
  }
  yield endOfTar;
}
