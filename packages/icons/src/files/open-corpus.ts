import { existsSync, statSync } from 'node:fs';
import { type Fault, InputError } from '@slipform/kit/errors/input-error';
import {
  abortSignal,
  anyOf,
  callback,
  choice,
  defineOptions,
  flag,
  listOf,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import { editDistance } from '@slipform/kit/text/edit-distance';
import { printable } from '@slipform/kit/text/printable';
import type { Icon, IconSet, SetInfo } from '../corpus/icon';
import type { TagsByName } from '../corpus/read-icon-set';
import { readIconSet } from '../corpus/read-icon-set';
import { noticeOf } from '../corpus/sets/notice-of';
import { CORE_SETS, whyNotUsed } from '../corpus/sets/set-rules';
import { findPackage, modulesAbove } from './find-packages';
import { type FoundSet, findSets, versionOf } from './find-sets';
import { TAG_PACKAGES } from './tags/tag-packages';

export interface OpenCorpusOptions {
  /** Sets and tags are searched in `node_modules` of this folder and of those above. Default: the working directory. */
  readonly root?: string;
  /** All that are installed and may be used, the dozen of the core, or prefixes. Default: `all`. */
  readonly sets?: 'core' | 'all' | readonly string[];
  /** Whether packages of tags are read too. Default: false. */
  readonly tags?: boolean;
  readonly signal?: AbortSignal;
  /** Called after each set. */
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly total: number;
    readonly set: string;
  }) => void;
}

/** Icon sets as they are installed. */
export interface Corpus {
  readonly sets: readonly IconSet[];
  /** Those of all sets, by prefix, then in the order of the set's file. */
  readonly icons: readonly Icon[];
  /** Version of each package that was read, by its name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Packages of tags that would fit one of the sets, and are not installed. Empty without `tags`. */
  readonly missingTags: readonly string[];
  /** Titles, artists, licences and addresses of the sets. */
  notice(): string;
}

const table = defineOptions('openCorpus', {
  root: optional(text('the name of a folder'), '.'),
  sets: optional(
    anyOf(choice(['core', 'all']), listOf(text('the prefix of a set'), 'a list of sets', { min: 1 })),
    'all',
  ),
  tags: optional(flag(), false),
  signal: optional(abortSignal()),
  onProgress: optional(callback<NonNullable<OpenCorpusOptions['onProgress']>>()),
} satisfies RowsFor<OpenCorpusOptions>);

/**
 * Reads icon sets from `node_modules`: `@iconify-json/<set>`, or `@iconify/json`, which has them all. Of a set in both, the
 * package of its own is read, but with `sets: 'all'` and `@iconify/json` there, all come from that: one version.
 *
 * Only sets are read that `whyNotUsed` has nothing against.
 *
 * @throws {InputError} one sentence, where a set is not installed (its `code` is then `NOT_INSTALLED`) or not used, or a file
 *   is no set
 *
 * @example
 * const corpus = await openCorpus({ sets: ['lucide', 'octicon'] });
 * corpus.icons.length;
 */
export async function openCorpus(options: OpenCorpusOptions = {}): Promise<Corpus> {
  const { root, sets: wanted, tags, signal, onProgress } = table.read(options);
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new InputError({
      place: 'openCorpus',
      argument: 'root',
      rule: 'must be a folder that exists',
      got: printable(root),
      remedy: 'there is no such folder',
    });
  }
  const modules = modulesAbove(root);
  const found = await findSets(modules, wanted === 'all' ? 'together' : 'apart');
  const chosen =
    wanted === 'all' ? [...found.values()] : pick(found, wanted === 'core' ? CORE_SETS : wanted, root);
  const versions: Record<string, string> = {};
  const used: FoundSet[] = [];
  for (const each of chosen) {
    const why = whyNotUsed(each.info);
    if (why === undefined) used.push(each);
    else if (wanted !== 'all') {
      const rule = `can't be used: ${why}`;
      const argument = `the set ${each.info.set}`;
      throw new InputError({ place: 'openCorpus', argument, rule, remedy: 'leave it out of sets' });
    }
  }
  if (used.length === 0) throw nothingInstalled(root);
  const tagged = tags
    ? await openTags(
        used.map(({ info }) => info),
        modules,
      )
    : undefined;
  const sets: IconSet[] = [];
  for (const { info, read, from, version } of used) {
    signal?.throwIfAborted();
    const setTags = tagged?.bySet.get(info.set);
    sets.push(readIconSet(await read(), { version, ...(setTags && { tags: setTags }) }));
    versions[from] = version;
    onProgress?.({ done: sets.length, total: used.length, set: info.set });
  }
  return {
    sets,
    icons: sets.flatMap(({ icons }) => icons),
    versions: { ...versions, ...tagged?.versions },
    missingTags: tagged?.missing ?? [],
    notice: () => noticeOf(sets),
  };
}

function pick(found: ReadonlyMap<string, FoundSet>, prefixes: readonly string[], root: string): FoundSet[] {
  if (found.size === 0) throw nothingInstalled(root);
  return [...new Set(prefixes)].sort().map((prefix) => {
    const set = found.get(prefix);
    if (set) return set;
    const near = nearestSet(prefix, found.keys());
    if (near !== undefined) {
      throw notInstalled({
        rule: `no set ${printable(prefix, 60)} is installed`,
        remedy: `did you mean ${near}?`,
      });
    }
    const name = printable(prefix, 60);
    throw notInstalled({
      argument: `the set ${name}`,
      rule: `must be installed in ${root} or above`,
      remedy: `run npm install @iconify-json/${name}`,
    });
  });
}

/** A caller that can go on without a set looks at the code, and never at the sentence. */
const notInstalled = (fault: Fault) =>
  Object.assign(new InputError({ place: 'openCorpus', ...fault }), { code: 'NOT_INSTALLED' as const });

function nothingInstalled(root: string): InputError {
  return notInstalled({
    argument: 'root',
    rule: 'must be a folder with icon sets in its node_modules, or those above',
    got: root,
    remedy: 'run npm install @iconify-json/lucide for one small set, or npm install @iconify/json for all',
  });
}

/**
 * The first set whose prefix is one letter longer or shorter than a word of four letters or more. Short prefixes and
 * exchanged characters don't count: `bi` and `ri`, `fa6-solid` and `fa7-solid` are two sets, not a slip.
 */
function nearestSet(word: string, sets: Iterable<string>): string | undefined {
  if (word.length < 4) return undefined;
  const rest = withoutLetters(word);
  return [...sets].find(
    (set) => set.length !== word.length && withoutLetters(set) === rest && editDistance(word, set, 1) === 1,
  );
}

function withoutLetters(prefix: string): string {
  return prefix.replaceAll(/[a-z]/g, '');
}

/** Tags of some sets. */
interface OpenedTags {
  readonly bySet: ReadonlyMap<string, TagsByName>;
  readonly versions: Readonly<Record<string, string>>;
  /** Packages that would fit one of the sets and are not installed. */
  readonly missing: readonly string[];
}

/** Reads the packages of tags that fit some sets and are installed. */
async function openTags(sets: readonly SetInfo[], modules: readonly string[]): Promise<OpenedTags> {
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
