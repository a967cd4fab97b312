export { cachedEncoder } from './cached-encoder';
export { englishTagger } from './english-tagger';
export { installedDuos } from './installed-icons';
export { halfTruths, type MinedOptions, negations } from './mined-questions';
export { precomputedEncoder } from './precomputed-encoder';
export { readCsv, readNpy, readParquet } from './read-files';
