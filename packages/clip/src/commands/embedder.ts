import type { Preprocessing } from '../encoder/preprocess';
import { readModel, readModelTokenizer } from '../encoder/read-model';
import type { ModelSource } from '../files/model-source';
import type { ClipModel } from '../model/clip-model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { type EmbeddingWorkers, openEmbeddingWorkers } from '../workers/embedding-workers';

/** A model that embeds the inputs of a command, loaded once for all. */
export interface Embedder {
  readonly model: ClipModel;
  readonly preprocessing: Preprocessing;
  /** Threads that compute; without them this one does. */
  readonly workers: EmbeddingWorkers | undefined;
  readonly batchSize: number;
  readonly normalize: boolean;
  /** Read when it is asked for first: a folder for pictures alone may lack one. */
  tokenizer(): Promise<Tokenizer>;
  close(): Promise<void>;
}

/** How a command embeds. */
export interface EmbedderFlags {
  readonly workers: number | 'auto';
  readonly batchSize: number;
  readonly normalize: boolean;
}

/** @param needsTokenizer it is read before the weights, so that a mistake in it costs no time */
export async function openEmbedder(
  source: ModelSource,
  { workers: threads, batchSize, normalize }: EmbedderFlags,
  needsTokenizer = false,
): Promise<Embedder> {
  let tokenizer = needsTokenizer ? readModelTokenizer(source) : undefined;
  await tokenizer;
  const { model, preprocessing } = await readModel('embed', source);
  const workers = openEmbeddingWorkers('embed', model, threads);
  return {
    model,
    preprocessing,
    workers,
    batchSize,
    normalize,
    tokenizer() {
      tokenizer ??= readModelTokenizer(source);
      return tokenizer;
    },
    async close() {
      await workers?.close();
      model.dispose();
    },
  };
}
