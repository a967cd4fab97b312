export { type CachedOptions, cached } from './cached';
export { englishTagger } from './english-tagger';
export { type PrecomputedOptions, precomputed } from './precomputed';
export { type IdxArray, readIdx } from './read-idx';
export { readNpy } from './read-npy';
export { readParquet } from './read-parquet';
