export { InputError } from '@slipform/kit/errors/input-error';
export type { PageImage } from '@slipform/kit/formats/page-image';
export { type BackendName, backendNames } from './backend/backends';
export type { BackendMeasure } from './backend/choose-backend';
export { type UseBackendOptions, useBackend } from './backend/use-backend';
export type { ClipEncoder } from './encoder/clip-encoder';
export { createEncoder, type EncoderOptions } from './encoder/create-encoder';
export type { EncodedImage } from './encoder/decode-image';
export { readImage } from './encoder/decode-image';
export type {
  EmbeddingsWithGaps,
  EmbedImagesOptions,
  EmbedOptions,
  EmbedProgress,
  Encoder,
  ImageInput,
  RawImage,
  Scorer,
  SkippedImage,
} from './encoder/encoder';
export { encoderIdentity } from './encoder/encoder-identity';
export { type LoadEncoderOptions, loadEncoder } from './encoder/load-encoder';
export { loadPreprocessing } from './encoder/load-preprocessing';
export { clipDeviation, clipMean, normalizePixels, type Preprocessing } from './encoder/preprocess';
export type { Interpolation } from './encoder/resample';
export type { LoadOptions, LoadProgress } from './files/load-options';
export { refuseModelFolder } from './files/model-files';
export type { ClipFiles, ClipSource } from './files/model-source';
export type { EmbeddedBatch, Teacher, TrainBatch } from './gradients/train-batch';
export type {
  ClipConfig,
  FullClipConfig,
  ImageTowerConfig,
  TextTowerConfig,
  TowerConfig,
} from './model/clip-config';
export type { ClipModel } from './model/clip-model';
export { type CreateClipOptions, createClip } from './model/create-clip';
export type { Parameters } from './model/parameters';
export type { Activation } from './ops/gelu';
export type { BpeTokenizer } from './tokenizer/bpe-tokenizer';
export type { Tokenizer } from './tokenizer/tokenizer';
export { loadTokenizer, type SavedTokenizer, saveTokenizer, tokenizerJson } from './tokenizer/tokenizer-file';
export {
  type TrainBpeTokenizerOptions,
  type TrainTokenizerOptions,
  type TrainWordTokenizerOptions,
  trainTokenizer,
} from './tokenizer/train-tokenizer';
export type { WordTokenizer } from './tokenizer/word-tokenizer';
export { type AdamWOptions, adamW } from './training/adamw';
export { type BudgetObserverOptions, budgetObserver } from './training/observers/budget-observer';
export {
  type CheckpointEvent,
  type CheckpointOptions,
  checkpoint,
  type FolderCheckpoint,
} from './training/observers/checkpoint';
export {
  type EvaluatorOptions,
  evaluator,
  type ScoreFall,
  type Scores,
} from './training/observers/evaluator';
export {
  type MetricsFileObserver,
  type MetricsFileOptions,
  metricsFile,
  type TrainMetrics,
} from './training/observers/metrics-file';
export type {
  CheckpointObserver,
  KeptRun,
  ObservedRun,
  ObservedStep,
  Observer,
  StepObserver,
  TrainReport,
} from './training/observers/observer';
export type {
  Optimizer,
  OptimizerState,
  OptimizerTensor,
  Schedule,
  UpdateOptions,
} from './training/optimizer';
export { trainClip } from './training/train-clip';
export type { PositionedData, TrainData } from './training/train-data';
export type { TrainOptions, TrainResult } from './training/train-options';
export type { TrainableRule } from './training/trainable';
export { activationWarning } from './weights/declared-activation';
export type { WeightType } from './weights/hugging-face-config';
export { interpolateWeights } from './weights/interpolate-weights';
export { loadClip } from './weights/load-clip';
export {
  type ClipFilesOptions,
  clipFiles,
  encoderFiles,
  type SaveClipOptions,
  saveClip,
} from './weights/save-clip';
export type { SaveEncoderOptions } from './weights/save-model-folder';
export type { ClipWorker } from './workers/start-worker';
export type { EmbeddingWorkersOption, WorkersOption } from './workers/workers-option';
export type { ClassifyOptions, Guess, GuessesWithGaps } from './zeroshot/classify';
export { openaiTemplates } from './zeroshot/openai-templates';
