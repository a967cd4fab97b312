import { hashText } from '@slipform/kit/random/hash';
import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import type { Readers } from '../create-readers';
import type { FileCaption } from '../files/file-caption';
import type { SiblingsOf } from '../files/find-siblings';
import type { Slot } from '../hard-negative';
import { hashWord } from '../hashes/hash-words';
import { createTextTable } from '../hashes/text-table';
import { mostSpans, readCaptions } from '../reading/read-caption';
import type { Reading } from '../reading/reading';
import { mostSiblings } from '../surroundings';
import { type HashFiles, type HashState, siteRows } from './hash-files';
import { LineWriter } from './line-file';
import { Meetings } from './meetings';
import { siteKey } from './site-key';
import { sitesOf } from './sites-of';
import { RowSorter } from './sorted-rows';
import { imageOf, lineOf } from './stored-caption';

export interface HashOptions {
  readonly readers: Readers;
  readonly slots: ReadonlySet<Slot>;
  readonly seed: number;
  /** What the hashes depend on: a folder of others is not gone on with. */
  readonly fingerprint: Fingerprint;
  readonly resume: boolean;
  /** The captions of an image, where they don't follow each other. */
  readonly siblingsOf?: SiblingsOf | undefined;
  /** Called with the number of captions so far. */
  readonly onProgress?: (captions: number) => void;
  /** Sites that are held before they are written as a run. Default: 500,000, some 20 MB. */
  readonly held?: number;
}

/** Captions that are read together. */
const batchSize = 512;
const mostInBatch = batchSize * mostSpans * 6;

/**
 * The first step: writes captions and the keys of their sites into a folder. Memory holds one run of sites, and some 24
 * bytes an image where the captions of one image don't follow each other.
 *
 * A process that is killed goes on behind its last run, if the same captions come again.
 */
export async function hashCaptions(
  batches: AsyncIterable<readonly FileCaption[]>,
  files: HashFiles,
  options: HashOptions,
): Promise<HashState> {
  const { readers, slots, seed, fingerprint, onProgress = () => {}, held = 500_000 } = options;
  const before = await files.open(fingerprint, options.resume);
  if (before.isDone) return before;
  const lines = new LineWriter(files.captions, before.captionBytes, false);
  const images = new ImageWriter(new LineWriter(files.images, before.imageBytes, true), options.siblingsOf);
  const sorter = new RowSorter(files.folder, 'sites', siteRows, held + mostInBatch, files.runs(before));
  const meetings = new Meetings();
  if (before.captions > 0) meetings.addFile(files.meetings);
  let captions = 0;
  let place = before.captions;
  let picture: { readonly image: string | undefined; readonly readings: Reading[] } | undefined;

  /** Counts a picture when its last caption has come. */
  function meet(image: string | undefined, reading: Reading): void {
    if (picture && image !== undefined && picture.image === image && picture.readings.length < mostSiblings) {
      picture.readings.push(reading);
      return;
    }
    if (picture) meetings.add(picture.readings);
    picture = { image, readings: [reading] };
  }

  function hash(batch: readonly (FileCaption & { readonly siblings: number })[]): void {
    readCaptions(batch, readers.reader, (caption, reading) => {
      const { tokens } = reading;
      meet(imageOf(caption), reading);
      const sites = sitesOf(reading, slots, readers.words);
      const reason = reading.unusable ?? (sites.length === 0 ? 'no-site' : undefined);
      const line = lines.add(lineOf(caption, place, caption.siblings, reason));
      place += 1;
      const order = orderOf(caption, seed);
      for (const { first, last, start, end, slot, lemma } of sites) {
        const [high, low] = siteKey(tokens, first, last, slot);
        const word = hashText(String(hashWord(lemma)), seed) >>> 0;
        sorter.add(high, low, word, order, Math.floor(line / 2 ** 32), line >>> 0, (start << 16) | end);
      }
    });
  }

  const state = (isDone: boolean): HashState => ({
    captions,
    captionBytes: lines.position,
    imageBytes: images.position,
    runs: sorter.runs.map(({ rows }) => rows),
    isDone,
  });
  const save = async (isDone: boolean) => {
    sorter.spill();
    if (picture) meetings.add(picture.readings);
    picture = undefined;
    await meetings.save(files.meetings);
    if (isDone) images.end();
    lines.flush();
    images.flush();
    await files.save(fingerprint, state(isDone));
  };

  try {
    for await (const all of batches) {
      for (let from = 0; from < all.length; from += batchSize) {
        const batch = all
          .slice(from, from + batchSize)
          .map((caption) => ({ ...caption, siblings: images.of(caption) }));
        // Between two pictures, since a picture is counted as a whole.
        const isNext = picture?.image === undefined || picture.image !== imageOf(batch[0]!);
        if (sorter.held >= held && isNext) await save(false);
        const done = Math.min(Math.max(before.captions - captions, 0), batch.length);
        hash(batch.slice(done));
        captions += batch.length;
        onProgress(captions);
      }
    }
    await save(true);
  } finally {
    lines.close();
    images.close();
  }
  return state(true);
}

/** Where a caption stands among those that differ from it in the same span: by chance, and the same in any order of the file. */
function orderOf({ id, caption, ...image }: FileCaption, seed: number): number {
  return hashText(JSON.stringify([id, caption, imageOf(image) ?? '']), seed) >>> 0;
}

/** Writes the captions of each image, once, where a check can look them up. */
class ImageWriter {
  readonly #lines: LineWriter;
  readonly #siblingsOf: SiblingsOf | undefined;
  /** Of images whose captions don't follow each other: their numbers from 1, and where their captions stand. */
  readonly #numbers = createTextTable();
  #places = new Float64Array(1024);
  #images = 0;
  #last: string | undefined;
  #captions: string[] = [];

  constructor(lines: LineWriter, siblingsOf: SiblingsOf | undefined) {
    this.#lines = lines;
    this.#siblingsOf = siblingsOf;
  }

  get position(): number {
    return this.#lines.position;
  }

  /** Where the captions of a caption's image will stand; -1 where nothing tells its image. */
  of({ imageId, caption }: FileCaption): number {
    if (imageId === undefined) return -1;
    if (this.#siblingsOf) {
      const slot = this.#numbers.slotOf(imageId);
      const number = this.#numbers.values[slot]!;
      if (number > 0) return this.#places[number - 1]!;
      if (this.#images === this.#places.length) {
        const places = new Float64Array(2 * this.#images);
        places.set(this.#places);
        this.#places = places;
      }
      const place = this.#lines.add(JSON.stringify(this.#siblingsOf(imageId)));
      this.#places[this.#images] = place;
      this.#images += 1;
      this.#numbers.values[slot] = this.#images;
      return place;
    }
    if (imageId !== this.#last) {
      this.end();
      this.#last = imageId;
    }
    if (this.#captions.length < mostSiblings) this.#captions.push(caption);
    return this.#lines.position;
  }

  /** Writes the captions of the last image. */
  end(): void {
    if (this.#last !== undefined) this.#lines.add(JSON.stringify(this.#captions));
    this.#last = undefined;
    this.#captions = [];
  }

  flush(): void {
    this.#lines.flush();
  }

  close(): void {
    this.#lines.close();
  }
}
