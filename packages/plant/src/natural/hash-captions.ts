import { hashText } from '@slipform/kit/random/hash';
import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import type { Readers } from '../create-readers';
import type { FileCaption } from '../files/file-caption';
import type { KeptType } from '../files/kept-types';
import type { Slot } from '../hard-negative';
import { hashWord } from '../hashes/hash-words';
import { mostSpans, readCaptions } from '../reading/read-caption';
import type { Reading } from '../reading/reading';
import type { HashFiles, HashState } from './hash-files';
import { tableShapes } from './hash-tables';
import { LineWriter } from './line-file';
import { PictureWriter } from './pictures';
import { addressOf, halvesOf, packSpan } from './row-text';
import { siteKey } from './site-key';
import { sitesOf } from './sites-of';
import { RowSorter } from './sorted-rows';
import { imageOf, lineOf } from './stored-caption';
import { WordCounter } from './word-counts';

export interface HashOptions {
  readonly readers: Readers;
  readonly slots: ReadonlySet<Slot>;
  readonly seed: number;
  /** What the hashes depend on: a folder of others is not gone on with. */
  readonly fingerprint: Fingerprint;
  readonly resume: boolean;
  /** The shard's number in its corpus. Default: 0. */
  readonly shard?: number;
  /** Lines of the input that could not be read so far. */
  readonly brokenLines?: () => number;
  /** Types of the columns of `--keep`, for who joins the shard with others. */
  readonly kept?: Readonly<Record<string, KeptType>> | undefined;
  /** Called with the number of captions so far. */
  readonly onProgress?: (captions: number) => void;
  /** Sites that are held before they are written as a run. Default: 500,000, some 20 MB. */
  readonly held?: number;
}

/** Captions that are read together. */
const batchSize = 512;
const mostInBatch = batchSize * mostSpans * 6;

/**
 * The first step: writes captions and the keys of their sites into a folder. Memory holds one run of sites and of images,
 * and the counts of a million words.
 *
 * A process that is killed goes on behind its last run, if the same captions come again.
 */
export async function hashCaptions(
  batches: AsyncIterable<readonly FileCaption[]>,
  files: HashFiles,
  options: HashOptions,
): Promise<HashState> {
  const { readers, slots, seed, fingerprint, onProgress = () => {}, held = 500_000, shard = 0 } = options;
  const before = await files.open(fingerprint, options.resume);
  if (before.isDone) return before;
  const sorterOf = (table: 'sites' | 'images', capacity: number) =>
    new RowSorter(files.folder, table, tableShapes[table], capacity, files.runs(table, before));
  const sites = sorterOf('sites', held + mostInBatch);
  const images = sorterOf('images', held + batchSize);
  const words = new WordCounter(files.folder, 'words', files.runs('words', before));
  const lines = new LineWriter(files.captions, before.captionBytes);
  const pictures = new PictureWriter(
    files.images,
    before.imageBytes,
    ({ image }, place) => images.add(...keyOf(image), ...halvesOf(addressOf(shard, place))),
    (named) => words.add(named),
  );
  let captions = 0;
  let place = before.captions;

  function hash(caption: FileCaption, reading: Reading): void {
    const { tokens } = reading;
    const siblings = pictures.add(imageOf(caption), caption.caption, reading);
    const spans = sitesOf(reading, slots, readers.words);
    const reason = reading.unusable ?? (spans.length === 0 ? 'no-site' : undefined);
    const address = halvesOf(addressOf(shard, lines.add(lineOf(caption, place, siblings, reason))));
    place += 1;
    const order = orderOf(caption, seed);
    for (const { first, last, start, end, slot, lemma } of spans) {
      const key = siteKey(tokens, first, last, slot);
      const word = hashText(String(hashWord(lemma)), seed) >>> 0;
      sites.add(...key, word, order, ...address, packSpan(start, end));
    }
  }

  const save = async (isDone: boolean) => {
    pictures.end();
    sites.spill();
    images.spill();
    words.spill();
    lines.flush();
    pictures.flush();
    const rowsOf = ({ rows }: { readonly rows: number }) => rows;
    const state: HashState = {
      captions: place,
      brokenLines: options.brokenLines?.() ?? 0,
      captionBytes: lines.position,
      imageBytes: pictures.position,
      runs: { sites: sites.runs.map(rowsOf), images: images.runs.map(rowsOf), words: words.runs.map(rowsOf) },
      ...(options.kept === undefined ? {} : { kept: options.kept }),
      isDone,
    };
    await files.save(fingerprint, state);
    return state;
  };

  try {
    for await (const all of batches) {
      for (let from = 0; from < all.length; from += batchSize) {
        const batch = all.slice(from, from + batchSize);
        // Between two pictures, since a picture is counted as a whole.
        if (Math.max(sites.held, images.held) >= held && !pictures.isHeld(imageOf(batch[0]!)))
          await save(false);
        const done = Math.min(Math.max(before.captions - captions, 0), batch.length);
        readCaptions(batch.slice(done), readers.reader, hash);
        captions += batch.length;
        onProgress(captions);
      }
    }
    return await save(true);
  } finally {
    lines.close();
    pictures.close();
  }
}

/** 64 bits of an image's name. */
function keyOf(image: string): readonly [high: number, low: number] {
  return [hashText(image) >>> 0, hashText(image, otherStart) >>> 0];
}

const otherStart = 0x5bd1e995;

/** Where a caption stands among those that differ from it in the same span: by chance, and the same in any order of the file. */
function orderOf({ id, caption, ...image }: FileCaption, seed: number): number {
  return hashText(JSON.stringify([id, caption, imageOf(image) ?? '']), seed) >>> 0;
}
