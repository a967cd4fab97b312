import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { hasOwnQuestions, listBenchmarks } from '../loaders/registry';

/** A benchmark that was asked for as NAME=PATH, or by its name alone: then the path is empty. */
export interface WantedBenchmark {
  readonly name: string;
  readonly path: string;
  /** Where its pictures are; default what `--images` says. */
  readonly images?: readonly string[];
  /** Found, and not asked for by name: if it has no picture a text-only model alone is judged. */
  readonly fromSuite?: true;
}

/** Imports modules that call `registerBenchmark`. @throws InputError for one that can't be imported */
export async function importModules(files: readonly string[]): Promise<void> {
  for (const file of files) {
    try {
      await import(pathToFileURL(resolve(file)).href);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new InputError(
        `--module ${file} can't be imported: ${reason.replace(/\.$/, '')}; it must be a JavaScript module that calls registerBenchmark of @slipform/bench.`,
      );
    }
  }
}

/** @throws UsageError for what is no NAME=PATH, a name that is not registered, and a file that comes twice */
export function parseWanted(texts: readonly string[]): WantedBenchmark[] {
  const wanted: WantedBenchmark[] = [];
  for (const text of texts) {
    const place = hasOwnQuestions(text) ? text.length : text.indexOf('=');
    const [name, path] = [text.slice(0, place), text.slice(place + 1)];
    if (place < 1 || (path === '' && !hasOwnQuestions(name)) || !listBenchmarks().includes(name)) {
      const alone = listBenchmarks().filter(hasOwnQuestions);
      throw new UsageError(
        `--benchmark ${text}: It must be NAME=PATH with a name of ${listBenchmarks().join(', ')}; ${alone.join(', ')} may come without a path.`,
      );
    }
    if (wanted.some((other) => other.name === name && resolve(other.path) === resolve(path))) {
      throw new UsageError(`--benchmark ${text}: The same file may come once.`);
    }
    wanted.push({ name, path });
  }
  return wanted;
}
