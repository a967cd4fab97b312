import { join } from 'node:path';
import { shown } from '@slipform/kit/text/printable';
import type { SetInfo } from '../corpus/icon';
import { setInfoOf } from '../corpus/iconify/set-info';
import { findPackage, packagesOf } from './find-packages';
import { readJsonFile } from './read-json-file';

/** A set that is installed. */
export interface FoundSet {
  readonly info: SetInfo;
  /** The package, `@iconify-json/lucide`, and its version. */
  readonly from: string;
  readonly version: string;
  /** Its JSON, with `info`, `suffixes`, `prefixes` and `categories` in it. */
  readonly read: () => Promise<unknown>;
}

const collection = '@iconify/json';
const scope = '@iconify-json';

/**
 * The sets in some `node_modules`, by prefix in the order of letters.
 *
 * @param prefer which of a set's packages counts: the one with all sets (`together`) or its own (`apart`)
 */
export async function findSets(
  modules: readonly string[],
  prefer: 'together' | 'apart',
): Promise<ReadonlyMap<string, FoundSet>> {
  const together = await collectionSets(modules);
  const apart = prefer === 'together' && together.length > 0 ? [] : await scopedSets(modules);
  const found = new Map([...together, ...apart].map((set) => [set.info.set, set]));
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function collectionSets(modules: readonly string[]): Promise<FoundSet[]> {
  const folder = await findPackage(collection, modules);
  if (folder === undefined) return [];
  const version = await versionOf(folder);
  const infos = await readJsonFile(join(folder, 'collections.json'));
  return Object.entries(infos)
    .filter(([set]) => isPrefix(set))
    .map(([set, info]) => ({
      info: setInfoOf(set, info),
      from: collection,
      version,
      read: async () => ({ info, ...(await readJsonFile(join(folder, 'json', `${set}.json`))) }),
    }));
}

async function scopedSets(modules: readonly string[]): Promise<FoundSet[]> {
  const sets: FoundSet[] = [];
  for (const set of await packagesOf(scope, modules)) {
    const folder = isPrefix(set) ? await findPackage(`${scope}/${set}`, modules) : undefined;
    if (folder === undefined) continue;
    const info = await readJsonFile(join(folder, 'info.json'));
    sets.push({
      info: setInfoOf(set, info),
      from: `${scope}/${set}`,
      version: await versionOf(folder),
      read: async () => ({
        ...(await readJsonFile(join(folder, 'metadata.json'))),
        ...(await readJsonFile(join(folder, 'icons.json'))),
        chars: await readJsonFile(join(folder, 'chars.json')),
        info,
      }),
    });
  }
  return sets;
}

/** Prefixes become names of files. */
function isPrefix(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

/** The version of the package in a folder. */
export async function versionOf(folder: string): Promise<string> {
  const { version } = await readJsonFile(join(folder, 'package.json'));
  return typeof version === 'string' && version !== '' ? version : shown(version);
}
