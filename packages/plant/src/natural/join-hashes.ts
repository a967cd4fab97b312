import { type Member, memberOfRow, memberRows, SiteGrouper } from './group-sites';
import type { HashFiles } from './hash-files';
import { tableShapes } from './hash-tables';
import { JoinedPictures } from './joined-pictures';
import { LineReader } from './line-file';
import type { Meetings } from './meetings';
import { addressOf } from './row-text';
import { mergeRuns, RowSorter, type Run } from './sorted-rows';
import { meetingsOf, mostHashes, WordCounter } from './word-counts';

/** The sites of a shard that have partners, in the order of their captions. Shards are asked for in order. */
export type MembersOf = (shard: number) => Iterator<Member>;

/** What a corpus of hashed shards is known by while partners are chosen. */
export interface JoinedHashes {
  /** Of each shard of the corpus, by its number. */
  readonly shards: readonly HashFiles[];
  /** Begins to read the sites that have partners. */
  readMembers(): MembersOf;
  /** The lines of captions of each shard. */
  readonly captions: readonly LineReader[];
  readonly pictures: JoinedPictures;
  readonly meetings: Meetings;
  close(): void;
}

export interface JoinOptions {
  /** Rows that are held before they are written as a run. Default: 100,000, some 12 MB. */
  readonly held?: number;
  /** Hashes of words that are held. Default: 4 million. */
  readonly mostWords?: number;
  readonly onProgress?: (sites: number) => void;
}

/**
 * The second step, in one process: equal keys of all shards meet. Memory holds the largest group, 16 bytes a site, and the
 * counts of words.
 *
 * @param folder for its own files
 */
export function joinHashes(
  shards: readonly HashFiles[],
  folder: string,
  { held = 100_000, mostWords = mostHashes, onProgress }: JoinOptions = {},
): JoinedHashes {
  const sorter = new RowSorter(folder, 'members', memberRows, held);
  const grouper = new SiteGrouper((row) => sorter.add(...row));
  let sites = 0;
  for (const row of mergeRuns(runsOf(shards, 'sites'), tableShapes.sites)) {
    grouper.add(row);
    sites += 1;
    if (sites % 100_000 === 0) onProgress?.(sites);
  }
  grouper.end();
  const { pictures, words } = joinPictures(
    shards,
    folder,
    mergeRuns(runsOf(shards, 'images'), tableShapes.images),
  );
  const meetings = meetingsOf([...runsOf(shards, 'words'), ...words], mostWords);
  return joinedOf(shards, () => membersInOrder(sorter.rows()), pictures, meetings);
}

/** What is joined, with the files of captions. */
export function joinedOf(
  shards: readonly HashFiles[],
  readMembers: () => MembersOf,
  pictures: JoinedPictures,
  meetings: Meetings,
): JoinedHashes {
  const captions = shards.map((files) => new LineReader(files.captions));
  const close = () => {
    for (const lines of captions) lines.close();
    pictures.close();
  };
  return { shards, readMembers, captions, pictures, meetings, close };
}

/** The runs of a table of all shards. Rows of shards name their shard; a shard on its own is the first one. */
function runsOf(shards: readonly HashFiles[], table: 'sites' | 'images' | 'words'): readonly Run[] {
  return shards.flatMap((files) => files.runs(table, files.readDone()));
}

/** Brings together the captions of images that stand in several lines, and corrects the counts of words. */
export function joinPictures(
  shards: readonly HashFiles[],
  folder: string,
  rows: Iterable<Uint32Array>,
): { readonly pictures: JoinedPictures; readonly words: readonly Run[] } {
  const counter = new WordCounter(folder, 'corrections');
  const pictures = new JoinedPictures(shards, folder, rows, (words, times) => counter.add(words, times));
  counter.spill();
  return { pictures, words: counter.runs };
}

/** Splits rows that are in the order of their captions into those of one shard after the other. */
function membersInOrder(rows: Iterator<Uint32Array>): MembersOf {
  let next: Member | undefined;
  const step = () => {
    const { value, done } = rows.next();
    next = done ? undefined : memberOfRow(value);
  };
  let isBegun = false;
  return function* (shard) {
    if (!isBegun) step();
    isBegun = true;
    const end = addressOf(shard + 1, 0);
    for (; next && next.address < end; step()) yield next;
  };
}
