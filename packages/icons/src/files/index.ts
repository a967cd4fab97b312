export {
  benchmarks,
  type ColourPairsBenchmark,
  type ColourPairsOptions,
  colourPairs,
} from '../colour-pairs/benchmark';
export { pairWords } from '../colour-pairs/pair-words';
export { type QuestionSet, stringifyPairQuestions } from '../colour-pairs/question-file';
export { type DrawIconsOptions, type DrawProgress, drawIcons } from '../drawing/draw-icons';
export { iconPng } from '../drawing/icon-png';
export { type ExportedCorpus, type ExportSummary, exportIcons } from '../export/export-icons';
export {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportOptions,
  type ExportProgress,
} from '../export/export-options';
export { type Corpus, type OpenCorpusOptions, openCorpus } from './open-corpus';
