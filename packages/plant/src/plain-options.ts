import { type PlantOptions, resolveOptions } from './options';

/** The options of a plant that are plain data, so that they can be posted to a thread and stand in a journal. */
export type PlainOptions = Omit<
  PlantOptions,
  'lexicon' | 'vocabulary' | 'fit' | 'rewriter' | 'scorer' | 'concurrency'
>;

/** These options with their defaults. @throws {InputError} for one outside its range */
export function plainOptions(options: PlainOptions): Required<PlainOptions> {
  const { policy, temperature, balance, perCaption, operations, slots, seed, maxGap, contextLength } =
    options;
  const { vocabulary, fit, lexicon, rewriter, scorer, concurrency, ...plain } = resolveOptions({
    policy,
    temperature,
    balance,
    perCaption,
    operations,
    slots,
    seed,
    maxGap,
    contextLength,
    fit: null,
  });
  return plain;
}
