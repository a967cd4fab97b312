export { type BackendName, backendNames, useBackend } from './backend/use-backend';
export { createEncoder, type EncoderOptions } from './encoder/create-encoder';
export type { Encoder, ImageInput, RawImage, Scorer } from './encoder/encoder';
export { clipDeviation, clipMean, normalizePixels } from './encoder/preprocess';
export { readImage } from './encoder/read-image';
export type { ClipFiles, ClipSource } from './files/clip-files';
export { InputError } from './input-error';
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
export type { Tokenizer } from './tokenizer/tokenizer';
export { loadTokenizer, saveTokenizer, tokenizerJson } from './tokenizer/tokenizer-file';
export { type TrainTokenizerOptions, trainTokenizer } from './tokenizer/train-tokenizer';
export type { WordTokenizer } from './tokenizer/word-tokenizer';
export { type AdamWOptions, adamW } from './training/adamw';
export type { CheckpointEvent, CheckpointOptions } from './training/checkpoint/checkpoint-options';
export type { EmbeddingGeometry } from './training/metrics/embedding-geometry';
export type { MetricsOptions, TrainMetrics } from './training/metrics/train-metrics';
export type { Optimizer, OptimizerState, OptimizerTensor } from './training/optimizer';
export type { Schedule } from './training/schedule';
export type { EmbeddedBatch, TrainBatch } from './training/train-batch';
export { trainClip } from './training/train-clip';
export type { PositionedData, TrainData } from './training/train-data';
export type { TrainOptions, TrainReport, TrainResult } from './training/train-options';
export type { TrainableRule } from './training/trainable';
export { loadClip } from './weights/load-clip';
export { clipFiles, saveClip } from './weights/save-clip';
