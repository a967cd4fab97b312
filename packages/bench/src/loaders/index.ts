// A new benchmark is its own file, a line here of each kind, and a row in docs/benchmarks.md.
import type { Benchmark } from '../questions/benchmark';
import { type AroOptions, aro } from './aro';
import { cola } from './cola';
import type { ImageOptions } from './find-images';
import { importFiles } from './import-files';
import { type RetrievalOptions, retrieval } from './retrieval';
import { sugarCrepe } from './sugar-crepe';
import { sugarCrepePlus } from './sugar-crepe-plus';
import { valse } from './valse';
import { winoground } from './winoground';

export { zeroShot } from './zero-shot';
export { aro, cola, retrieval, sugarCrepe, sugarCrepePlus, valse, winoground };

/** Options of the benchmarks of this package, by their names. */
export interface BuiltInOptions {
  readonly sugarcrepe: ImageOptions;
  readonly 'sugarcrepe-pp': ImageOptions;
  readonly winoground: ImageOptions;
  readonly aro: AroOptions;
  readonly valse: ImageOptions;
  readonly cola: ImageOptions;
  readonly retrieval: RetrievalOptions;
}

/** What `run` knows without a module. */
export const BUILT_IN: {
  readonly [Name in keyof BuiltInOptions]: (
    path: string,
    options: BuiltInOptions[Name],
  ) => Benchmark | Promise<Benchmark>;
} = {
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
  retrieval: withoutSeed(retrieval),
};

/** `run` passes a seed to every loader; most draw nothing, and refuse an option that they don't know. */
function withoutSeed<Options extends object>(
  load: (path: string, options: Options) => Benchmark | Promise<Benchmark>,
) {
  return (path: string, options: Options & { readonly seed?: number }) => {
    const { seed: _, ...rest } = options;
    return load(path, rest as Options);
  };
}
