import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { expand } from 'brace-expansion';
import { globSync } from 'tinyglobby';
import { unreadable } from '../errors/file-error';
import { UsageError } from '../errors/input-error';
import { isFolder } from '../files/output-file';
import { readTextFile } from '../files/read-text-file';
import { naturalOrder } from './natural-order';

/** As many names as a brace list may make. LAION-2B has 231,350 shards. */
const maxNames = 500_000;
const maxMebibytes = 256;

/**
 * The files that patterns name, in the order of the patterns. A pattern is, in this order:
 *
 * - a file that is there under just this name, whatever characters it has; `-` is standard input;
 * - `@names.txt`: a file of names, one a line, each taken as it is;
 * - a brace list, `{a,b}` or `{00000..00999}`, in its own order; all files of it must be there;
 * - a glob: `*`, `?` and `[a-z]` within a folder's or a file's name, `**` over folders, but not over links to folders. Its
 *   files come in natural order (`2.tar` before `10.tar`), the same on each machine; hidden files are left out.
 *
 * @returns paths as the patterns begin: relative ones stay relative
 * @throws {UsageError} for a pattern without a file, a missing file of a list, and a file that is named twice
 * @throws {InputError} for a name, which is no pattern, of a file that can't be read
 */
export async function expandInputs(patterns: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  const namedBy = new Map<string, string>();
  for (const pattern of patterns) {
    for (const file of await filesOf(pattern)) {
      const place = file === '-' ? '-' : resolve(file);
      const before = namedBy.get(place);
      if (before !== undefined) throw new UsageError(namedTwice(file, before, pattern));
      namedBy.set(place, pattern);
      files.push(file);
    }
  }
  return files;
}

/** Whether a word on a command line may stand for several files, or for files by another name. */
export function isPattern(word: string): boolean {
  if (word === '-' || existsSync(word)) return false;
  return word.startsWith('@') || isGlob(word) || expandBraces(word).length > 1;
}

async function filesOf(pattern: string): Promise<readonly string[]> {
  if (pattern === '') throw new UsageError('an input must be the name of a file, got an empty text.');
  if (pattern === '-' || existsSync(pattern)) return [pattern];
  if (pattern.startsWith('@')) return listedFiles(pattern.slice(1));
  const names = expandBraces(pattern);
  const there = names.flatMap((name) => (isGlob(name) ? matches(name, pattern) : [name]));
  if (names.length === 1 && !isGlob(names[0]!)) refuseUnreadable(pattern);
  refuseMissing(there, 'a brace list names files that are there', pattern);
  return there;
}

async function listedFiles(list: string): Promise<readonly string[]> {
  if (list === '') throw new UsageError('@ must be followed by the name of a file of names, as @names.txt.');
  const names = (await readTextFile(list, maxMebibytes)).split(/\r?\n/).filter((name) => name.trim() !== '');
  if (names.length === 0) throw new UsageError(`${list} must hold names of files, one a line, and is empty.`);
  refuseMissing(names, 'a list names files that are there', `@${list}`);
  return names;
}

function expandBraces(pattern: string): readonly string[] {
  const names = expand(slashed(pattern), {
    max: maxNames + 1,
    maxLength: 1_000_000_000,
    maxSteps: 100_000_000,
  });
  if (names.length <= maxNames) return names.length === 0 ? [pattern] : names;
  throw new UsageError(`${pattern} names more than ${maxNames} files; name fewer at a time.`);
}

/** On Windows a backslash parts folders and can't make a character plain. */
function slashed(pattern: string): string {
  return process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}

function isGlob(name: string): boolean {
  return /[*?[]/.test(name);
}

function matches(glob: string, pattern: string): readonly string[] {
  const parts = glob.split('/');
  const first = parts.findIndex(isGlob);
  const folder = parts.slice(0, first).join('/');
  // The folders before the first sign are no pattern.
  const isAtRoot = first > 0 && folder === '';
  const files = found(parts.slice(first), isAtRoot ? '/' : folder || '.')
    .filter((file) => !basename(file).startsWith('.') || (parts.at(-1) ?? '').startsWith('.'))
    .map((file) => (first === 0 ? file : `${folder}/${file}`));
  if (files.length > 0) return files.sort(naturalOrder);
  const where = glob === pattern ? pattern : `${glob} (of ${pattern})`;
  throw new UsageError(`${where} matches no file; put it in quotes and look at the folder's name.`);
}

const globOptions = { expandDirectories: false, braceExpansion: false, extglob: false } as const;

/** What parts of a pattern find in a folder. `**` stays out of links to folders, whose rings have no end. */
function found(parts: readonly string[], cwd: string): readonly string[] {
  const any = parts.indexOf('**');
  const [before, behind] = any < 0 ? [parts, []] : [parts.slice(0, any), parts.slice(any)];
  const glob = (some: readonly string[]) => some.map(withPlainSigns).join('/');
  if (behind.length === 0) return globSync(glob(before), { ...globOptions, cwd });
  const folders =
    before.length === 0 ? [''] : globSync(glob(before), { ...globOptions, cwd, onlyDirectories: true });
  return folders.flatMap((folder) =>
    globSync(glob(behind), {
      ...globOptions,
      cwd: join(cwd, folder),
      fs: { readdirSync: readWithoutFolderLinks as unknown as typeof readdirSync },
    }).map((file) => (folder === '' ? file : `${folder.replace(/\/$/, '')}/${file}`)),
  );
}

/** The library follows all links or none; what it doesn't see it can't follow. */
function readWithoutFolderLinks(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => !(entry.isSymbolicLink() && isFolder(join(folder, entry.name))),
  );
}

/** Only *, ?, [] and ** mean something: brackets of other kinds, ! and + are letters of a name. */
function withPlainSigns(part: string): string {
  return part.replace(/[(){}|+@$^]|^!/g, '\\$&');
}

/** A name that is no pattern: what the file system says of it. */
function refuseUnreadable(file: string): void {
  try {
    statSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function refuseMissing(files: readonly string[], rule: string, pattern: string): void {
  const missing = files.filter(missingFrom(files.length));
  if (missing.length === 0) return;
  throw new UsageError(
    `${pattern}: ${rule}, and ${missing.length} of ${files.length} are missing, the first is ${missing[0]}; correct the name, or leave these out.`,
  );
}

/** One look into a folder says of a thousand names whether they are there. */
function missingFrom(count: number): (file: string) => boolean {
  if (count < 100) return (file) => !existsSync(file);
  const folders = new Map<string, ReadonlySet<string>>();
  return (file) => {
    const folder = dirname(file);
    let names = folders.get(folder);
    if (!names) {
      names = new Set(existsSync(folder) ? readdirSync(folder) : []);
      folders.set(folder, names);
    }
    return !names.has(basename(file)) && !existsSync(join(folder, basename(file)));
  };
}

function namedTwice(file: string, before: string, now: string): string {
  if (file === '-') return 'standard input can be read once only; name - once.';
  const by = before === now ? `by ${now}` : `by ${before} and by ${now}`;
  return `${file} is named twice, ${by}; name each input once.`;
}
