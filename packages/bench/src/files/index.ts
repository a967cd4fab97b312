export { cachedEncoder } from './cached-encoder';
export { englishTagger } from './english-tagger';
export { installedDuos, installedIcons } from './installed-icons';
export { halfTruths, type MinedOptions, negations } from './mined-questions';
export { precomputedEncoder } from './precomputed-encoder';
export { readCsv } from './read-csv';
export { readNpy } from './read-npy';
export { readParquet } from './read-parquet';
