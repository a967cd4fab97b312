import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type HashFiles, siteRows } from './hash-files';
import { mergeRuns, type RowShape, RowSorter, type Run, readExactly } from './sorted-rows';

/**
 * The captions of a group, one behind the other: where the caption stands (shard and place, see `Address`), the span as
 * in `siteRows`, the hash of its word's lemma.
 */
const groupWidth = 4;
/** A site of a group: address of its caption, its span, the first row of its group, sites there, those of the commonest word, its place among them. */
const memberRows: RowShape = { width: 7, keys: 3 };

/** A shard has at most 2⁴⁰ bytes of captions. */
const shardBits = 40;

/** Where a caption stands: the shard in the upper bits, the first byte of its line in the 40 lower ones. */
export type Address = number;

export function addressOf(high: number, low: number): Address {
  return high * 2 ** 32 + low;
}

export function shardOf(address: Address): number {
  return Math.floor(address / 2 ** shardBits);
}

export function placeOf(address: Address): number {
  return address % 2 ** shardBits;
}

/** A site that other captions share the surroundings of. */
export interface Member {
  readonly address: Address;
  readonly start: number;
  readonly end: number;
  /** Of its group: the first row in the file of groups, its sites, those of the commonest word. */
  readonly group: number;
  readonly size: number;
  readonly largest: number;
  /** Its place in the group, from 0. */
  readonly place: number;
}

export interface JoinedHashes {
  /** The sites that have partners, in the order of their captions. */
  members(): Generator<Member>;
  /** The site at a place of a group. */
  siteAt(row: number): {
    readonly address: Address;
    readonly start: number;
    readonly end: number;
    readonly word: number;
  };
  close(): void;
}

export interface JoinOptions {
  /** Rows that are held before they are written as a run. Default: 500,000. */
  readonly held?: number;
  readonly onProgress?: (sites: number) => void;
}

/**
 * The second step: equal keys of one or several folders meet. A group is all sites of a key, in the order of their words
 * and, of one word, by chance; only those of two words and more are kept. Memory holds the largest group, 16 bytes a site.
 *
 * @param folder for its own files
 */
export function joinHashes(
  shards: readonly HashFiles[],
  folder: string,
  options: JoinOptions = {},
): JoinedHashes {
  const file = join(folder, 'groups.rows');
  const descriptor = openSync(file, 'w+');
  const sorter = new RowSorter(folder, 'members', memberRows, options.held ?? 500_000);
  let rows = 0;

  /** @param group rows of the file of groups */
  function write(group: readonly number[]): void {
    const size = group.length / groupWidth;
    const largest = largestOf(group);
    if (largest === size) return;
    const bytes = new Uint8Array(Uint32Array.from(group).buffer);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    for (let place = 0; place < size; place += 1) {
      const [high = 0, low = 0, span = 0] = group.slice(place * groupWidth, place * groupWidth + 3);
      sorter.add(high, low, span, rows, size, largest, place);
    }
    rows += size;
  }

  let group: number[] = [];
  let [keyHigh, keyLow] = [-1, -1];
  let sites = 0;
  for (const [high = 0, low = 0, word = 0, , addressHigh = 0, addressLow = 0, span = 0] of mergeShards(
    shards,
  )) {
    if (high !== keyHigh || low !== keyLow) {
      write(group);
      group = [];
      [keyHigh, keyLow] = [high, low];
    }
    group.push(addressHigh, addressLow, span, word);
    sites += 1;
    if (sites % 100_000 === 0) options.onProgress?.(sites);
  }
  write(group);

  return {
    *members() {
      for (const [
        high = 0,
        low = 0,
        span = 0,
        first = 0,
        size = 0,
        largest = 0,
        place = 0,
      ] of sorter.rows()) {
        yield { address: addressOf(high, low), ...spanOf(span), group: first, size, largest, place };
      }
    },
    siteAt(row) {
      const found = new Uint32Array(groupWidth);
      readExactly(descriptor, new Uint8Array(found.buffer), row * groupWidth * 4, file);
      const [high = 0, low = 0, span = 0, word = 0] = found;
      return { address: addressOf(high, low), ...spanOf(span), word };
    },
    close: () => closeSync(descriptor),
  };
}

function spanOf(span: number): { start: number; end: number } {
  return { start: span >>> 16, end: span & 0xffff };
}

/** How many rows have the commonest word; equal ones follow each other. */
function largestOf(group: readonly number[]): number {
  let largest = 0;
  let run = 0;
  for (let at = 3; at < group.length; at += groupWidth) {
    run = at > 3 && group[at] === group[at - groupWidth] ? run + 1 : 1;
    if (run > largest) largest = run;
  }
  return largest;
}

/** The rows of all shards in order, each with its shard in the address. */
function* mergeShards(shards: readonly HashFiles[]): Generator<Uint32Array> {
  const shardOfRun = new Map<Run, number>();
  for (const [shard, files] of shards.entries()) {
    for (const run of files.runs(files.readDone())) shardOfRun.set(run, shard);
  }
  yield* mergeRuns([...shardOfRun.keys()], siteRows, (row, run) => {
    row[4]! += shardOfRun.get(run)! * 2 ** (shardBits - 32);
  });
}
