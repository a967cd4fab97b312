import { InputError } from '@slipform/clip';
import type { Benchmark } from '../benchmark';
import { aro } from '../benchmarks/aro';
import { cola } from '../benchmarks/cola';
import { retrieval } from '../benchmarks/retrieval';
import { sugarCrepe } from '../benchmarks/sugar-crepe';
import { sugarCrepePlus } from '../benchmarks/sugar-crepe-plus';
import { valse } from '../benchmarks/valse';
import { winoground } from '../benchmarks/winoground';
import { englishTagger } from '../files/english-tagger';
import { readParquet } from '../files/read-parquet';

interface LoadOptions {
  readonly images?: readonly string[];
  readonly seed: number;
}

const LOADERS = {
  sugarcrepe: sugarCrepe,
  'sugarcrepe-pp': sugarCrepePlus,
  winoground: async (file: string, options: LoadOptions) =>
    winoground(/\.parquet$/i.test(file) ? await readParquet(file) : file, options),
  aro: (file: string, options: LoadOptions) => aro(file, { ...options, tagger: englishTagger }),
  valse,
  cola,
  retrieval,
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
  if (!load) throw new InputError(`there is no benchmark ${name}`);
  return load(path, options);
}
