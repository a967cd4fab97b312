import { existsSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { isFolderName } from '@slipform/kit/shards/is-folder-name';
import { quoted } from '@slipform/kit/text/printable';
import { withoutSecrets } from '@slipform/kit/text/url-secrets';
import type { RunFlags } from './run-options';
import type { WantedBenchmark } from './wanted-benchmark';

/** A model of a run. */
export interface WantedModel {
  readonly folder: string;
  /** In tables. */
  readonly name: string;
}

/** One results.json of a run, with what it holds. */
export interface RunPart {
  /** Undefined: nothing is written. */
  readonly file: string | undefined;
  /** The output names a folder or a file for each model, so that a folder that is missing is made. */
  readonly makesFolder: boolean;
  readonly models: readonly WantedModel[];
  readonly benchmarks: readonly WantedBenchmark[];
  /** Its file exists, and --skip-existing was given. */
  readonly isThere: boolean;
}

/**
 * What a run has to do, one part for each file that it writes. `{model}` and `{benchmark}` in the output stand for their
 * names; an output that ends with / is the folder of `{model}.json`.
 *
 * @throws InputError for an output that exists, which neither --force nor --skip-existing allows
 */
export function planRun(
  folders: readonly string[],
  benchmarks: readonly WantedBenchmark[],
  { output, name, skipExisting, force }: Pick<RunFlags, 'output' | 'name' | 'skipExisting' | 'force'>,
): RunPart[] {
  const models = nameModels(folders, name);
  if (output === undefined) {
    if (skipExisting) throw new UsageError('--skip-existing needs -o, the files that may exist.');
    return [{ file: undefined, makesFolder: false, models, benchmarks, isThere: false }];
  }
  if (extname(output) === '' && !/[/\\]$/.test(output) && !existsSync(output)) {
    throw new UsageError(
      `-o must end with / for a folder of results, or be a file such as ${output}.json, got ${quoted(output)}.`,
    );
  }
  const template = isFolderName(output) ? join(output, '{model}.json') : output;
  const makesFolder = /\{(model|benchmark)\}/.test(template);
  const byModel = template.includes('{model}') ? models.map((model) => [model]) : [models];
  const byBenchmark = template.includes('{benchmark}')
    ? benchmarks.map((benchmark) => [benchmark])
    : [benchmarks];
  const parts = byModel.flatMap((own) =>
    byBenchmark.map((asked): RunPart => {
      const file = template
        .replaceAll('{model}', () => fileName(own[0]!.name))
        .replaceAll('{benchmark}', () => fileName(asked[0]!.name));
      const isThere = skipExisting && existsSync(file);
      return { file, makesFolder, models: own, benchmarks: asked, isThere };
    }),
  );
  const files = parts.map(({ file }) => resolve(file!));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) {
    throw new InputError(`-o: ${twice} would be written twice; put {model} and {benchmark} into its name.`);
  }
  const old = parts.find(({ file, isThere }) => !force && !isThere && existsSync(file!));
  if (old) {
    const remedy = 'give another -o, --skip-existing to keep it, or --force to overwrite it';
    throw new InputError(`${old.file} exists; ${remedy}.`);
  }
  return parts;
}

/** A model is called after its folder, or its repository; two of one name by what was given. */
export function nameModels(folders: readonly string[], name: string | undefined): WantedModel[] {
  if (name !== undefined && folders.length > 1) {
    throw new UsageError(`--name is the name of one model, but there are ${folders.length}; leave it out.`);
  }
  const paths = folders.map((folder) => resolve(folder));
  if (new Set(paths).size < paths.length) throw new UsageError('The same model may come once.');
  // Names are printed and published, and a URL may hold a password or be signed.
  const shown = folders.map(withoutSecrets);
  const names = shown.map((folder) => basename(resolve(folder.replace(RESOLVED, ''))));
  return folders.map((folder, index) => {
    const isShared = names.some((other, at) => at !== index && other === names[index]);
    return { folder, name: name ?? (isShared ? shown[index]! : names[index]!) };
  });
}

/** What follows the repository in the address of its files. */
const RESOLVED = /\/resolve\/[^/]+\/?$/;

/** A name as a part of a file's name. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
}
