export { type DrawIconsOptions, type DrawProgress, drawIcons } from '../drawing/draw-icons';
export { iconPng } from '../drawing/icon-png';
export { type Corpus, type OpenCorpusOptions, openCorpus } from './open-corpus';
