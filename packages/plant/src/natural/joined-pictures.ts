import { join } from 'node:path';
import { InputError } from '@slipform/kit/input-error';
import { mostSiblings } from '../surroundings';
import type { HashFiles } from './hash-files';
import { LineReader, LineWriter } from './line-file';
import { allWords } from './meetings';
import { lineOfPicture, type Picture, pictureOfLine } from './pictures';
import { type Address, addressOf, addressOfHalves, placeOf, shardOf } from './row-text';

/**
 * The captions of each image, wherever they stand. An image whose captions all follow each other has one line in its shard;
 * those of one with several lines are brought together in a file of its own, and memory holds 16 bytes for each such line.
 */
export class JoinedPictures {
  readonly #lines: readonly LineReader[];
  readonly #joined: LineReader;
  /** Addresses of lines that are one of several, in order, and where the joined line begins. */
  #addresses = new Float64Array(0);
  #places = new Float64Array(0);

  /**
   * @param folder for its own file
   * @param rows of images in order; those of images with one line may be missing
   * @param count is called with the words of a picture and how often to count it: the pictures of single lines are taken back
   */
  constructor(
    shards: readonly HashFiles[],
    folder: string,
    rows: Iterable<Uint32Array>,
    count: (words: readonly number[], times: number) => void,
  ) {
    this.#lines = shards.map((files) => new LineReader(files.images));
    const file = join(folder, 'joined-images.jsonl');
    const writer = new LineWriter(file, 0);
    const found: { readonly address: Address; readonly place: number }[] = [];
    const joinAll = (addresses: readonly Address[]) => {
      const pictures = addresses.map((address) => ({ address, picture: this.#own(address) }));
      // Other names may have the same key.
      for (const image of new Set(pictures.map(({ picture }) => picture.image))) {
        const own = pictures.filter(({ picture }) => picture.image === image);
        if (own.length < 2) continue;
        for (const { picture } of own) count(allWords(picture.words), -1);
        const words = own.flatMap(({ picture }) => picture.words).slice(0, mostSiblings);
        count(allWords(words), 1);
        const captions = own.flatMap(({ picture }) => picture.captions).slice(0, mostSiblings);
        const place = writer.add(lineOfPicture({ image, captions, words: [] }));
        found.push(...own.map(({ address }) => ({ address, place })));
      }
    };
    let [high, low] = [-1, -1];
    let group: Address[] = [];
    for (const [keyHigh = 0, keyLow = 0, addressHigh = 0, addressLow = 0] of rows) {
      if (keyHigh !== high || keyLow !== low) {
        if (group.length > 1) joinAll(group);
        group = [];
        [high, low] = [keyHigh, keyLow];
      }
      const address = addressOfHalves(addressHigh, addressLow);
      if (address === group.at(-1)) {
        throw new InputError('a row of images comes twice; give each file of images once.');
      }
      group.push(address);
    }
    if (group.length > 1) joinAll(group);
    writer.flush();
    writer.close();
    found.sort((a, b) => a.address - b.address);
    this.#addresses = Float64Array.from(found, ({ address }) => address);
    this.#places = Float64Array.from(found, ({ place }) => place);
    this.#joined = new LineReader(file);
  }

  /** The captions of an image by the line of one of them. */
  captionsOf(shard: number, place: number): readonly string[] {
    const joined = this.#find(addressOf(shard, place));
    if (joined !== undefined) return pictureOfLine(this.#joined.at(joined)).captions;
    return this.#own(addressOf(shard, place)).captions;
  }

  close(): void {
    for (const lines of this.#lines) lines.close();
    this.#joined.close();
  }

  #own(address: Address): Picture {
    return pictureOfLine(this.#lines[shardOf(address)]!.at(placeOf(address)));
  }

  #find(address: Address): number | undefined {
    let [first, last] = [0, this.#addresses.length];
    while (first < last) {
      const middle = (first + last) >> 1;
      if (this.#addresses[middle]! < address) first = middle + 1;
      else last = middle;
    }
    return this.#addresses[first] === address ? this.#places[first] : undefined;
  }
}
