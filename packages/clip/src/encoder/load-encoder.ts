import { extend, integer, optional, type RowsFor, readOptions, rule } from '@slipform/kit/options/options';
import { LOAD_ROWS, type LoadOptions } from '../files/load-options';
import type { ClipSource } from '../files/model-source';
import { nodeCrypto } from '../files/node-modules';
import { openHashedSource } from '../files/open-source';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { openEmbeddingWorkers } from '../workers/embedding-workers';
import { type EmbeddingWorkersOption, embeddingWorkersRow } from '../workers/workers-option';
import type { ClipEncoder } from './clip-encoder';
import { checkTokenizer, makeEncoder } from './create-encoder';
import { identityOf } from './encoder-identity';
import { readModel, readModelTokenizer } from './read-model';

export interface LoadEncoderOptions extends LoadOptions {
  /** Inputs that are embedded at a time. Default 128. */
  readonly batchSize?: number | undefined;
  /** In place of the source's own: open_clip's folders may lack one. */
  readonly tokenizer?: Tokenizer | undefined;
  /** Threads that embed, as `createEncoder` takes them. Default 0: this thread alone. */
  readonly workers?: EmbeddingWorkersOption | undefined;
}

const ROWS = extend(LOAD_ROWS, {
  batchSize: optional(integer({ min: 1 }), 128),
  tokenizer: optional(rule<Tokenizer>('a tokenizer', () => true)),
  workers: embeddingWorkersRow,
}) satisfies RowsFor<LoadEncoderOptions>;

/**
 * Loads a model with its tokenizer and its preprocessing from a folder (in Node), the URL of a folder, files in memory,
 * or the Hugging Face hub (`hf:owner/name`, `hf:owner/name@revision`; in Node with the package @huggingface/hub). Start
 * a backend before, as `useBackend` does.
 *
 * Where a source says nothing of pictures, CLIP's own preprocessing holds.
 *
 * @throws {InputError} for a file that is missing or broken, and for files that contradict one another
 * @example
 * const encoder = await loadEncoder('my-model'); // or 'hf:openai/clip-vit-base-patch32'
 * const [image] = await encoder.embedImages(['cat.jpg']);
 * const [cat, dog] = await encoder.embedTexts(['a photo of a cat', 'a photo of a dog']);
 */
export async function loadEncoder(
  source: ClipSource,
  options: LoadEncoderOptions = {},
): Promise<ClipEncoder> {
  const { batchSize, tokenizer: own, workers, ...ofSource } = readOptions('loadEncoder', ROWS, options);
  const opened = await openHashedSource('loadEncoder', source, ofSource);
  // Small files first, so that a mistake in them costs no time.
  const tokenizer = own ?? (await readModelTokenizer(opened));
  const { model, preprocessing } = await readModel('loadEncoder', opened);
  try {
    checkTokenizer('loadEncoder', tokenizer, model);
    const isWhole = own === undefined && nodeCrypto() !== undefined;
    const identity = isWhole ? await identityOf(opened) : undefined;
    const threads = openEmbeddingWorkers('loadEncoder', model, workers);
    return makeEncoder({ model, tokenizer, preprocessing, batchSize, workers: threads, identity });
  } catch (error) {
    model.dispose();
    throw error;
  }
}
