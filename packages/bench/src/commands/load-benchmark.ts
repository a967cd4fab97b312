import { InputError } from '@slipform/kit/input-error';
import { englishTagger } from '../files/english-tagger';
import { readParquet } from '../files/read-parquet';
import { aro } from '../loaders/aro';
import { cola } from '../loaders/cola';
import { retrieval } from '../loaders/retrieval';
import { sugarCrepe } from '../loaders/sugar-crepe';
import { sugarCrepePlus } from '../loaders/sugar-crepe-plus';
import { valse } from '../loaders/valse';
import { winoground } from '../loaders/winoground';
import type { Benchmark } from '../questions/benchmark';

interface LoadOptions {
  readonly images?: readonly string[];
  readonly seed: number;
}

/** Only the order sets draw anything. */
const imagesOnly = ({ images }: LoadOptions) => (images ? { images } : {});

const LOADERS = {
  sugarcrepe: (file: string, options: LoadOptions) => sugarCrepe(file, imagesOnly(options)),
  'sugarcrepe-pp': (file: string, options: LoadOptions) => sugarCrepePlus(file, imagesOnly(options)),
  winoground: async (file: string, options: LoadOptions) =>
    winoground(/\.parquet$/i.test(file) ? await readParquet(file) : file, imagesOnly(options)),
  aro: (file: string, options: LoadOptions) => aro(file, { ...options, tagger: englishTagger }),
  valse: (file: string, options: LoadOptions) => valse(file, imagesOnly(options)),
  cola: (file: string, options: LoadOptions) => cola(file, imagesOnly(options)),
  retrieval: (file: string, options: LoadOptions) => retrieval(file, imagesOnly(options)),
} satisfies Record<string, (file: string, options: LoadOptions) => Benchmark | Promise<Benchmark>>;

/** Names that `--benchmark` knows. */
export const BENCHMARK_NAMES = Object.keys(LOADERS);

/** A benchmark that was asked for as NAME=PATH. */
export interface WantedBenchmark {
  readonly name: string;
  readonly path: string;
}

export function isBenchmarkName(name: string): boolean {
  return Object.hasOwn(LOADERS, name);
}

export async function loadBenchmark(
  { name, path }: WantedBenchmark,
  options: LoadOptions,
): Promise<Benchmark> {
  const load = Object.entries(LOADERS).find(([known]) => known === name)?.[1];
  if (!load) throw new InputError(`there is no benchmark ${name}.`);
  return load(path, options);
}
