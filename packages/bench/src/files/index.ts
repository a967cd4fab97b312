export { cachedEncoder } from './cached-encoder';
export { englishTagger } from './english-tagger';
export { installedDuos, installedIcons } from './installed-icons';
export { type OpenclipartOptions, openclipart } from './openclipart';
export { precomputedEncoder } from './precomputed-encoder';
export { readIdx } from './read-idx';
export { readNpy } from './read-npy';
export { readParquet } from './read-parquet';
