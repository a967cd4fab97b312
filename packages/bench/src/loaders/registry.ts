// A new benchmark is a row of published-table.ts; one that no row can say is its own file, and here an import, an export,
// its options and a row of builtIn.
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import type { MinedOptions } from '../files/mined-questions';
import type { Benchmark } from '../questions/benchmark';
import { type AroOptions, aro } from './aro';
import { classFolders } from './class-folders';
import { cola } from './cola';
import type { ImageOptions } from './find-images';
import { importFiles } from './node-modules';
import { publishedTable } from './published-table';
import { benchmarkOfFiles, type FormOptions } from './read-form';
import { type RetrievalOptions, retrieval } from './retrieval';
import { sugarCrepe } from './sugar-crepe';
import { sugarCrepePlus } from './sugar-crepe-plus';
import { readTableFiles } from './table-files';
import { valse } from './valse';
import { winoground } from './winoground';

export { zeroShot } from './zero-shot';
export { aro, cola, retrieval, sugarCrepe, sugarCrepePlus, valse, winoground };

/** Those of the table, by their names. */
type TableOptions = { readonly [Name in keyof ReturnType<typeof publishedTable>]: FormOptions };

/** Options of the benchmarks of this package, by their names. */
interface BuiltInOptions extends TableOptions {
  readonly sugarcrepe: ImageOptions;
  readonly 'sugarcrepe-pp': ImageOptions;
  readonly winoground: ImageOptions;
  readonly aro: AroOptions;
  readonly valse: ImageOptions;
  readonly cola: ImageOptions;
  readonly retrieval: RetrievalOptions;
  readonly 'zero-shot': ImageOptions;
  readonly 'half-truths': MinedOptions;
  readonly negations: MinedOptions;
}

/** What `run` knows without a module. A table, in place of this function, would stay in the bundle of who loads none. */
const builtIn = (): {
  readonly [Name in Exclude<keyof BuiltInOptions, keyof TableOptions>]: (
    path: string,
    options: BuiltInOptions[Name],
  ) => Benchmark | Promise<Benchmark>;
} => ({
  sugarcrepe: withoutSeed(sugarCrepe),
  'sugarcrepe-pp': withoutSeed(sugarCrepePlus),
  winoground: withoutSeed(async (path, options) => {
    const isParquet = /\.parquet$/i.test(path);
    return winoground(isParquet ? await (await importFiles()).readParquet(path) : path, options);
  }),
  aro: async (path, options) => {
    const { englishTagger } = await importFiles();
    return aro(path, { tagger: englishTagger, ...options });
  },
  valse: withoutSeed(valse),
  cola: withoutSeed(cola),
  retrieval: withoutSeed(async (path, options) => {
    const beside = typeof path === 'string' && { positives: (await importFiles()).eccvCaption(path) };
    return retrieval(path, { ...beside, ...options });
  }),
  'zero-shot': (path) => classFolders(path),
  'half-truths': async (path, options) => (await importFiles()).halfTruths(path, options),
  negations: async (path, options) => (await importFiles()).negations(path, options),
});

/** A loader for each row of the table. */
function tableLoaders(): [string, BenchmarkLoader<FormOptions>][] {
  return Object.entries(publishedTable()).map(([name, { title, form }]) => [
    name,
    withoutSeed<FormOptions>(async (source, options) =>
      benchmarkOfFiles(name, title, form, await readTableFiles(name, title, form, source), options),
    ),
  ]);
}

/** `run` passes a seed to every loader; most draw nothing, and refuse an option that they don't know. */
function withoutSeed<Options extends object>(
  load: (path: string, options: Options) => Benchmark | Promise<Benchmark>,
) {
  return (path: string, options: Options & { readonly seed?: number }) => {
    const { seed: _, ...rest } = options;
    return load(path, rest as Options);
  };
}

/**
 * Options of registered benchmarks by name, to which a module may add its own:
 * `declare module '@slipform/bench' { interface BenchmarkOptions { mine: { split?: string } } }`.
 */
export interface BenchmarkOptions extends BuiltInOptions {}

/** What `run` passes to every loader. */
interface CommonOptions extends ImageOptions {
  /** Decides whatever the loader draws. */
  readonly seed?: number;
  /** `--size`: edge of the pictures, for a loader that draws them. */
  readonly size?: number;
}

type OptionsOfBenchmark<Name extends string> = Name extends keyof BenchmarkOptions
  ? BenchmarkOptions[Name]
  : CommonOptions;

/** Reads a benchmark's file or folder. */
type BenchmarkLoader<Options = CommonOptions> = (
  path: string,
  options: Options,
) => Benchmark | Promise<Benchmark>;

const key = Symbol.for('slipform.bench.benchmarks');

/**
 * One table for all copies of this package in a process: the command is another bundle than the library. It is made when
 * it is asked for, so that a bundle of `evaluate` has no loader that it doesn't use.
 */
function loaders(): Map<string, BenchmarkLoader<never>> {
  const shared = globalThis as { [key]?: Map<string, BenchmarkLoader<never>> };
  shared[key] ??= new Map<string, BenchmarkLoader<never>>([...Object.entries(builtIn()), ...tableLoaders()]);
  return shared[key];
}

/**
 * Adds a benchmark, so that `loadBenchmark` and `slipform-bench run --benchmark NAME=PATH --module FILE` know it.
 *
 * @param name letters, digits and hyphens
 * @param loader reads a file or folder; its options have the type of {@link BenchmarkOptions} under this name, or
 *   `{ images, seed, size }`
 * @throws InputError if the name is of another form, or if there is a benchmark of this name
 * @example
 * registerBenchmark('mine', (path, { images }) => ({ name: 'Mine', chance: 0.5, questions: readRows(path, images) }));
 */
export function registerBenchmark<Name extends string>(
  name: Name,
  loader: BenchmarkLoader<OptionsOfBenchmark<Name>>,
): void {
  if (typeof name !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(name)) {
    refuse(
      'registerBenchmark',
      'name',
      'must be letters, digits and hyphens, such as my-benchmark',
      shown(name),
    );
  }
  if (typeof loader !== 'function') {
    refuse('registerBenchmark', 'loader', 'must be a function of a path and options', shown(loader));
  }
  if (listBenchmarks().includes(name)) {
    throw new InputError(`registerBenchmark: there is a benchmark ${name} already; choose another name.`);
  }
  loaders().set(name, loader);
}

/**
 * Whether a benchmark is one of this package, which reads a file or folder. One that a module registers may bring its questions
 * with it, and needs no path.
 *
 * @example
 * isBuiltIn('winoground'); // true
 */
export function isBuiltIn(name: string): boolean {
  return Object.hasOwn(builtIn(), name) || Object.hasOwn(publishedTable(), name);
}

/**
 * Names of all benchmarks that were registered, those of this package first.
 *
 * @example
 * listBenchmarks(); // ['sugarcrepe', 'winoground', …]
 */
export function listBenchmarks(): string[] {
  return [...loaders().keys()];
}

/**
 * Reads a benchmark by its name.
 *
 * @param path a file or folder; of those of the table ({@link listBenchmarks}) also what a caller has parsed: the rows, or
 *   where there are several files the rows of each by its name, `{ 'image2text.json': rows }`
 * @throws InputError if there is no benchmark of this name, and what its loader throws
 * @example
 * const benchmark = await loadBenchmark('sugarcrepe', 'sugar-crepe/data', { images: 'val2017' });
 */
export async function loadBenchmark<Name extends string>(
  name: Name,
  path: string | readonly unknown[] | Readonly<Record<string, unknown>>,
  options: OptionsOfBenchmark<Name>,
): Promise<Benchmark> {
  const load = loaders().get(name);
  if (!load) {
    throw new InputError(
      `loadBenchmark: there is no benchmark ${shown(name)}; there are ${listBenchmarks().join(', ')}.`,
    );
  }
  if (typeof options !== 'object' || options === null) {
    refuse('loadBenchmark', 'options', 'must be an object', shown(options));
  }
  return load(path as string, options as never);
}
