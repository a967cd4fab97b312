import { resolve } from 'node:path';
import { fileReason, isFileSystemError } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { type WriteInside, writeFolder } from '@slipform/kit/files/write-folder';
import { misfit, readable } from '@slipform/kit/options/options';
import { hashText, mix } from '@slipform/kit/random/hash';
import { printable, shown } from '@slipform/kit/text/printable';
import { captionsOf } from '../corpus/captions-of';
import type { Icon, MinimalPair, SetInfo } from '../corpus/icon';
import { minimalPairs } from '../corpus/minimal-pairs/minimal-pairs';
import { splitOf } from '../corpus/sets/families';
import { noticeOf } from '../corpus/sets/notice-of';
import type { SkippedIcon } from '../drawing/drawings';
import { type ExportOptions, exportTable } from './export-options';
import { fileKey } from './file-key';
import { listPieces } from './json-pieces';
import { pictureStream } from './picture-stream';
import { type DrawAll, writeWinoground } from './write-pairs';
import { writeShards } from './write-shards';

/** What is written: a corpus, or a part of one. */
export interface ExportedCorpus {
  /** All sets that the icons are of. */
  readonly sets: readonly SetInfo[];
  readonly icons: readonly Icon[];
  /** Versions of the packages that they were read from; they go into `export.json`. */
  readonly versions?: Readonly<Record<string, string>>;
}

export interface ExportSummary {
  readonly folder: string;
  /** Icons whose pictures were written. */
  readonly icons: number;
  /** Minimal pairs, a row each of `winoground`. */
  readonly pairs?: number;
  /** Captions of `coco`. */
  readonly captions?: number;
  /** Shards of `webdataset`. */
  readonly shards?: number;
  /** Samples of `webdataset` with a hard negative. */
  readonly negatives?: number;
  /** The sets whose icons were written; NOTICE.txt names their artists and licences. */
  readonly sets: readonly SetInfo[];
  /** Icons without a picture, which were left out. */
  readonly skipped: readonly SkippedIcon[];
}

/** Lists the files of a folder of ours. */
const listOfFiles = '.slipform-icons';

type Written = Omit<ExportSummary, 'folder' | 'icons' | 'sets' | 'skipped'> & {
  readonly icons: readonly Icon[];
};

type OptionsRead = ReturnType<typeof exportTable.read>;

/**
 * Writes icons as files for any tool, in one of four forms:
 *
 * - `winoground`: minimal pairs as `examples.jsonl`, `{ id, image_0, image_1, caption_0, caption_1 }`.
 * - `webdataset`: shards `icons-000000.tar`, a sample an icon: `.png`, `.txt` the caption, `.json` set, artist, licence, names
 *   and tags; the order is shuffled by the seed.
 * - `coco`: `captions.json` with `images`, `annotations` and `licenses`.
 *
 * Pictures of all but the shards are in `images/`. Each form has NOTICE.txt, the artists and licences of exactly the sets
 * that were written. The same versions of the sets and of the renderer, options and seed give the same bytes. The folder is
 * there as a whole or not at all; one that this function wrote is replaced, but only if all that it holds is unchanged.
 *
 * @throws {InputError} for an option that breaks its rule, a folder that holds anything else, and where nothing is left to
 *   write
 * @example
 * const corpus = await openCorpus({ sets: ['octicon'] });
 * await exportIcons(corpus, { folder: 'icons-test', format: 'winoground', split: 'test' });
 */
export async function exportIcons(corpus: ExportedCorpus, options: ExportOptions): Promise<ExportSummary> {
  readable(
    'exportIcons',
    () => 'corpus',
    () => checkCorpus(corpus),
  );
  const read = exportTable.read(options);
  const folder = resolve(read.folder);
  try {
    return await writeFolder({ folder, list: listOfFiles }, async (inside) => {
      const summary = await fill(inside, corpus, read);
      read.signal?.throwIfAborted();
      return summary;
    });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new InputError(
      `cannot write ${printable(read.folder)}: ${fileReason(error)}; name another folder.`,
    );
  }
}

/** @throws {InputError} for what is no corpus, and for an icon of a set that it has not */
function checkCorpus(corpus: ExportedCorpus): void {
  const isCorpus = Array.isArray(corpus?.sets) && Array.isArray(corpus.icons);
  if (!isCorpus)
    throw misfit('exportIcons', 'corpus', 'an object with sets and icons, as openCorpus gives one', corpus);
  const known = new Set(corpus.sets.map(({ set }) => set));
  const stray = corpus.icons.find(({ set }) => !known.has(set));
  if (stray === undefined) return;
  throw new InputError(
    `exportIcons: corpus.sets must have the set of each icon, and ${shown(stray.set)} is not there; pass the sets of the corpus.`,
  );
}

async function fill(inside: WriteInside, corpus: ExportedCorpus, read: OptionsRead): Promise<ExportSummary> {
  const { split, folder, format, size, seed, onProgress, onSkip, signal } = read;
  const byName = new Map(corpus.sets.map((set) => [set.set, set]));
  const icons = corpus.icons.filter((icon) => split === undefined || splitOf(icon) === split);
  const skipped: SkippedIcon[] = [];
  const draw: DrawAll = (wanted) =>
    pictureStream(wanted, {
      draw: { size, colour: read.colour, background: read.background, padding: read.padding },
      signal,
      onProgress: (done) => onProgress?.({ done, total: wanted.length }),
      onSkip(one) {
        skipped.push(one);
        onSkip?.(one);
      },
    });
  const written = await writeForm(inside, icons, byName, draw, read);
  if (written.icons.length === 0) throw nothingLeft(read);
  const used = new Set(written.icons.map((icon) => icon.set));
  const sets = corpus.sets.filter(({ set }) => used.has(set));
  await inside('NOTICE.txt', noticeOf(sets));
  const { icons: drawn, ...counts } = written;
  const versions = Object.fromEntries(sets.map((set) => [set.set, set.version ?? null]));
  const packages = corpus.versions ?? {};
  const made = {
    format,
    split: split ?? null,
    size,
    seed,
    icons: drawn.length,
    ...counts,
    versions,
    packages,
  };
  await inside('export.json', `${JSON.stringify(made, null, 1)}\n`);
  return { folder, icons: drawn.length, ...counts, sets, skipped };
}

async function writeForm(
  inside: WriteInside,
  icons: readonly Icon[],
  sets: ReadonlyMap<string, SetInfo>,
  draw: DrawAll,
  { format, limit, perWord, perWordPair, seed, size, captions, negatives, shardSize }: OptionsRead,
): Promise<Written> {
  if (format === 'winoground') {
    const pairs = minimalPairs(icons, {
      seed,
      ...(limit !== undefined && { max: limit }),
      ...(perWord !== undefined && { perWord }),
      ...(perWordPair !== undefined && { perWordPair }),
    });
    const whole = await writeWinoground(inside, pairs, draw);
    return { icons: iconsOf(whole), pairs: whole.length };
  }
  const ordered = seededOrder(icons, seed).slice(0, limit);
  if (format === 'coco') {
    return writeCoco(inside, ordered, draw, {
      sets,
      size,
      captionsOf: (icon) => (captions === 'all' ? captionsOf(icon, { seed }) : [icon.caption]),
    });
  }
  const partners = negatives ? partnersOf(minimalPairs(icons), seed) : undefined;
  const { negatives: count, ...rest } = await writeShards(inside, ordered, draw, {
    sets,
    shardSize,
    ...(partners && { partnerOf: (icon) => partners.get(icon.id) }),
  });
  return negatives ? { ...rest, negatives: count } : rest;
}

function iconsOf(pairs: readonly MinimalPair[]): readonly Icon[] {
  return [...new Map(pairs.flatMap((pair) => pair.icons.map((icon) => [icon.id, icon]))).values()];
}

function nothingLeft({ format, split }: OptionsRead): InputError {
  const what = format === 'winoground' ? 'no minimal pair' : 'no icon';
  const where = split === undefined ? 'of the corpus' : `of the split ${split}`;
  const rule = `${what} ${where} can be written`;
  return new InputError({ place: 'exportIcons', rule, remedy: 'open a corpus with more sets' });
}

/**
 * Items in an order that a seed fixes. It depends on each item's own id alone: where a set gains an icon, the others keep
 * their order.
 */
function seededOrder<T extends { readonly id: string }>(items: readonly T[], seed: number): T[] {
  const start = mix(seed);
  return items
    .map((item) => ({ item, place: hashText(item.id, start) >>> 0 }))
    .sort((a, b) => a.place - b.place || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
}

/** For the id of each icon that is in a pair, the other icon of one of its pairs, which the seed draws. */
function partnersOf(pairs: readonly MinimalPair[], seed: number): ReadonlyMap<string, Icon> {
  const start = mix(seed);
  const best = new Map<string, { readonly place: number; readonly partner: Icon }>();
  for (const { id, icons } of pairs) {
    for (const [own, partner] of [icons, [icons[1], icons[0]] as const]) {
      const place = hashText(`${id} ${own.id}`, start) >>> 0;
      const known = best.get(own.id);
      if (known === undefined || place < known.place) best.set(own.id, { place, partner });
    }
  }
  return new Map([...best].map(([id, { partner }]) => [id, partner]));
}

interface CocoOptions {
  readonly sets: ReadonlyMap<string, SetInfo>;
  readonly size: number;
  readonly captionsOf: (icon: Icon) => readonly string[];
}

/**
 * Captions as COCO has them: `captions.json` with `images`, `annotations` and `licenses`, and the pictures in `images/`.
 * An image also has the icon's id and its artist.
 */
async function writeCoco(
  inside: WriteInside,
  icons: readonly Icon[],
  draw: DrawAll,
  { sets, size, captionsOf }: CocoOptions,
): Promise<{ readonly icons: readonly Icon[]; readonly captions: number }> {
  const drawn: Icon[] = [];
  for await (const { icon, png } of draw(icons)) {
    await inside(`images/${fileKey(icon)}.png`, png);
    drawn.push(icon);
  }
  const licences = [...new Map([...sets.values()].map((set) => [licenceKey(set), set])).values()];
  const licenceIds = new Map(licences.map((set, index) => [licenceKey(set), index + 1]));
  const images = drawn.map((icon, index) => ({
    id: index + 1,
    file_name: `${fileKey(icon)}.png`,
    width: size,
    height: size,
    license: licenceIds.get(licenceKey(sets.get(icon.set)!)),
    icon: icon.id,
    artist: icon.artist,
  }));
  const annotations = drawn
    .flatMap((icon, index) => captionsOf(icon).map((caption) => ({ image_id: index + 1, caption })))
    .map((row, index) => ({ id: index + 1, ...row }));
  await inside('captions.json', cocoPieces(licences, images, annotations));
  return { icons: drawn, captions: annotations.length };
}

function licenceKey({ licence, licenceUrl }: SetInfo): string {
  return `${licence} ${licenceUrl}`;
}

function* cocoPieces(
  licences: readonly SetInfo[],
  images: readonly unknown[],
  annotations: readonly unknown[],
): Generator<string> {
  const info = { description: 'icons of the sets in NOTICE.txt, written by slipform-icons' };
  yield `{"info": ${JSON.stringify(info)},\n"licenses": `;
  yield* listPieces(
    licences.map(({ licence, licenceUrl }, index) => ({ id: index + 1, name: licence, url: licenceUrl })),
  );
  yield ',\n"images": ';
  yield* listPieces(images);
  yield ',\n"annotations": ';
  yield* listPieces(annotations);
  yield '}\n';
}
