import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { isFolder } from '@slipform/kit/files/output-file';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { editDistance } from '@slipform/kit/text/edit-distance';
import { type PublishedBenchmark, publishedBenchmarks } from '../loaders/published-table';
import { isBuiltIn, listBenchmarks, registerBenchmark } from '../loaders/registry';

/** A benchmark that was asked for as NAME=PATH, or by its name alone: then the path is empty. */
export interface WantedBenchmark {
  readonly name: string;
  readonly path: string;
  /** Where its pictures are; default what `--images` says. */
  readonly images?: readonly string[];
  /** Found, and not asked for by name: if it has no picture a text-only model alone is judged. */
  readonly fromSuite?: true;
}

/**
 * Imports modules that call `registerBenchmark`, or that export loaders by name, `benchmarks`, which are registered here.
 *
 * @throws InputError for one that can't be imported
 */
export async function importModules(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { benchmarks } = await importModule(name);
    for (const [each, load] of Object.entries(isJsonObject(benchmarks) ? benchmarks : {})) {
      // The same module may come twice; a name of this package is refused.
      if (listBenchmarks().includes(each) && !isBuiltIn(each)) continue;
      registerBenchmark(each, load as Parameters<typeof registerBenchmark>[1]);
    }
  }
}

/** A file, or what a package that is installed for the working directory has under this name. */
async function importModule(name: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const isPackage = !existsSync(name) && /^(@[\w.-]+\/)?[a-z][\w.-]*(\/|$)/.test(name);
    const file = isPackage ? createRequire(resolve('module.js')).resolve(name) : resolve(name);
    return await import(pathToFileURL(file).href);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0]! : String(error);
    throw new InputError(
      `--module ${name} can't be imported: ${reason.replace(/\.$/, '')}; it must be a JavaScript module that calls registerBenchmark of @slipform/bench, or exports loaders as benchmarks.`,
    );
  }
}

/** What is asked where nothing is named. @throws UsageError where there is none */
export function benchmarksOfModules(command: string): string[] {
  const names = listBenchmarks().filter((name) => !isBuiltIn(name));
  if (names.length > 0) return names;
  throw new UsageError(
    `${command}: name what is asked: --benchmark NAME=PATH (\`slipform-bench benchmarks\` lists them), --suite composition=FOLDER, or a module with benchmarks, such as --module @slipform/icons/files.`,
  );
}

/**
 * Benchmarks by NAME=PATH. Where a loader reads one file, the path may be the folder that holds it, or several such.
 *
 * @throws UsageError for what is no NAME=PATH, a name that is not registered, and a file that comes twice
 */
export function parseWanted(texts: readonly string[]): WantedBenchmark[] {
  const wanted: WantedBenchmark[] = [];
  for (const text of texts) {
    const isAlone = listBenchmarks().includes(text) && !isBuiltIn(text);
    const place = isAlone ? text.length : text.indexOf('=');
    const [name, path] = [text.slice(0, place), text.slice(place + 1)];
    if (place > 0 && !listBenchmarks().includes(name))
      throw new UsageError(`--benchmark ${text}: ${unknownBenchmark(name, listBenchmarks())}`);
    if (place < 1 || (path === '' && isBuiltIn(name))) {
      throw new UsageError(
        `--benchmark ${text}: It must be NAME=PATH with a name of ${listBenchmarks().join(', ')}; one that a module registers may come without a path.`,
      );
    }
    const about = publishedBenchmarks().find(([each]) => each === name)?.[1];
    const files = about?.file && isFolder(path) ? filesIn(path, about) : [path];
    if (files.length === 0)
      throw new InputError(`--benchmark ${text}: ${path} holds no file of ${about!.title}: ${about!.disk}.`);
    for (const file of files) {
      if (wanted.some((other) => other.name === name && resolve(other.path) === resolve(file))) {
        throw new UsageError(`--benchmark ${text}: The same file may come once.`);
      }
      wanted.push({ name, path: file });
    }
  }
  return wanted;
}

/** What of a benchmark's folder its loader is given: the folder, or its files, where it reads one. */
export function filesIn(folder: string, { file }: Pick<PublishedBenchmark, 'file'>): string[] {
  if (!file) return [folder];
  const names = readdirSync(folder).filter((name) => file.test(name));
  return names.sort().map((name) => join(folder, name));
}

/** A name of no benchmark, with the one that was meant if its name or title is a slip away. */
export function unknownBenchmark(name: string, known: readonly string[]): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}+]/gu, '');
  const wanted = plain(name);
  const most = wanted.length < 8 ? 1 : 2;
  const titles = publishedBenchmarks().map(([each, { title }]) => [title, each] as const);
  const [nearest] = [...known.map((each) => [each, each] as const), ...titles]
    .map(([called, each]) => ({ each, distance: editDistance(wanted, plain(called), most) }))
    .filter(({ each, distance }) => distance <= most && known.includes(each))
    .sort((one, other) => one.distance - other.distance);
  const others = 'others come with a module, as colour-pairs with --module @slipform/icons/files';
  const remedy = nearest ? `did you mean ${nearest.each}?` : `there are ${known.join(', ')}; ${others}.`;
  return `there is no benchmark ${name}; ${remedy}`;
}
