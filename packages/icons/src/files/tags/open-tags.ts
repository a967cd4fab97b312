import type { SetInfo } from '../../corpus/icon';
import type { TagsByName } from '../../corpus/read-icon-set';
import { findPackage } from '../find-packages';
import { versionOf } from '../find-sets';
import { TAG_PACKAGES } from './tag-packages';

/** Tags of some sets. */
export interface OpenedTags {
  readonly bySet: ReadonlyMap<string, TagsByName>;
  readonly versions: Readonly<Record<string, string>>;
  /** Packages that would fit one of the sets and are not installed. */
  readonly missing: readonly string[];
}

/** Reads the packages of tags that fit some sets and are installed. */
export async function openTags(sets: readonly SetInfo[], modules: readonly string[]): Promise<OpenedTags> {
  const bySet = new Map<string, TagsByName>();
  const versions: Record<string, string> = {};
  const missing: string[] = [];
  for (const { name, fits, read } of TAG_PACKAGES) {
    const fitting = sets.filter(fits);
    if (fitting.length === 0) continue;
    const folder = await findPackage(name, modules);
    if (folder === undefined) {
      missing.push(name);
      continue;
    }
    versions[name] = await versionOf(folder);
    const tags = await read(folder);
    for (const { set } of fitting) bySet.set(set, tags);
  }
  return { bySet, versions, missing };
}
