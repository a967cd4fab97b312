import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from '@slipform/kit/input-error';
import { isFolder } from '@slipform/kit/output-file';
import { differenceOf, type Fingerprint, hashText } from '@slipform/kit/shards/fingerprint';
import { naturalOrder } from '@slipform/kit/shards/natural-order';
import { HashFiles } from '../natural/hash-files';
import { mostShards } from '../natural/row-text';

/** The shards of a corpus as their hashes lie in folders. */
export interface HashedCorpus {
  /** By their numbers. */
  readonly shards: readonly HashFiles[];
  /** Their names, which are those of their folders. */
  readonly names: readonly string[];
  /** The columns of `--keep`. */
  readonly keep: readonly string[];
  /** What all together depend on. */
  readonly fingerprint: Fingerprint;
}

/** What belongs to a shard alone. */
const ofShard = ['the input', 'the shard', '--format'];

/**
 * Finds the shards of a corpus: in folders of hashes, or in folders that hold them.
 *
 * @param expected what they must depend on, under the names of messages
 * @throws {InputError} if one is missing, is there twice, or was made with other options
 */
export function findHashedCorpus(folders: readonly string[], expected: Fingerprint): HashedCorpus {
  const found = folders.flatMap(hashFoldersIn).map((folder) => {
    const files = new HashFiles(folder);
    return { files, folder, ...files.readPlace() };
  });
  found.sort((a, b) => a.number - b.number);
  const [first] = found;
  if (!first) throw new InputError(`${folders.join(', ')} holds no hashes; make them with --hashes-only.`);
  if (first.of > mostShards)
    throw new InputError(`a corpus has at most ${mostShards} shards, got ${first.of}.`);
  for (const [i, { folder, number, of }] of found.entries()) {
    const before = found[i - 1];
    if (of !== first.of) {
      throw new InputError(
        `${folder} is one of ${of} shards and ${first.folder} one of ${first.of}; hash all inputs in one list.`,
      );
    }
    if (before?.number === number) {
      throw new InputError(
        `${folder} and ${before.folder} are both shard ${number}; hash all inputs in one list, and name each folder once.`,
      );
    }
  }
  const missing = first.of - found.length;
  if (missing > 0) {
    const numbers = new Set(found.map(({ number }) => number));
    const lost = Array.from({ length: first.of }, (_, number) => number).find((one) => !numbers.has(one));
    throw new InputError(
      `${missing} of ${first.of} shards are missing, the first is number ${lost} (from 0); hash them first, or name their folders too.`,
    );
  }
  const fingerprints = found.map(({ files, folder }) => {
    const all = files.readFingerprint();
    const common = Object.fromEntries(Object.entries(all).filter(([name]) => !ofShard.includes(name)));
    const asked = Object.fromEntries(Object.keys(expected).map((name) => [name, common[name]]));
    const difference = differenceOf(asked, expected);
    if (difference !== undefined) {
      throw new InputError(
        `${folder} was made with other options: ${difference}; pass those that it was made with, or hash again.`,
      );
    }
    return { folder, all, common };
  });
  const common = fingerprints[0]!.common;
  for (const { folder, common: own } of fingerprints) {
    const difference = differenceOf(common, own as Fingerprint);
    if (difference === undefined) continue;
    throw new InputError(
      `${folder} and ${fingerprints[0]!.folder} were made with other options: ${difference}; hash one of them again.`,
    );
  }
  return {
    shards: found.map(({ files }) => files),
    names: found.map(({ folder }) => basename(folder)),
    keep: JSON.parse(String(common['--keep'] ?? '[]')),
    fingerprint: { ...expected, 'the hashes': hashText(JSON.stringify(fingerprints.map(({ all }) => all))) },
  };
}

function hashFoldersIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !isFolder(folder)) {
    throw new InputError(`${folder} is no folder; name the folder that --hashes-only wrote into.`);
  }
  const isHashes = (one: string) => existsSync(join(one, 'state.json'));
  if (isHashes(folder)) return [folder];
  const inside = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort(naturalOrder)
    .map((name) => join(folder, name))
    .filter(isHashes);
  if (inside.length > 0) return inside;
  throw new InputError(`${folder} holds no hashes; name the folder that --hashes-only wrote into.`);
}
