export { eccvCaption } from './eccv-caption';
export { englishTagger } from './english-tagger';
export { halfTruths, type MinedOptions, negations } from './mined-questions';
export { precomputedEncoder } from './precomputed-encoder';
export { readCsv, readNpy, readParquet } from './read-files';
