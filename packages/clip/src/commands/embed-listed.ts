import { createProgress } from '@slipform/kit/command/progress';
import { openDecoders } from '../data/decode-images';
import { describeBrokenImage } from '../data/read-rows';
import type { SkipLog } from '../data/skips';
import { type EmbeddedPart, embedImageParts, embedTextParts } from '../encoder/embed';
import type { Preprocessing } from '../encoder/preprocess';
import type { ClipModel } from '../model/clip-model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { EmbeddingWorkers } from '../workers/embedding-workers';
import type { Inputs } from './list-inputs';

/** Pictures that are worth the start of another thread. */
const PER_DECODER = 64;

/** What embeds the inputs of a command. */
export interface EmbedListedOptions {
  readonly model: ClipModel;
  /** For texts. */
  readonly tokenizer?: Tokenizer | undefined;
  readonly preprocessing: Preprocessing;
  /** Threads that compute; without them this one does. */
  readonly workers: EmbeddingWorkers | undefined;
  readonly batchSize: number;
  readonly normalize: boolean;
  readonly signal: AbortSignal;
  readonly skips: SkipLog;
  /** Of the progress on standard error. */
  readonly title: string;
}

export interface EmbeddedRows {
  readonly ids: readonly string[];
  /** Row after row, `embeddingSize` numbers each. */
  readonly values: Float32Array;
}

/** Embeds what a command was given, in its order; images are decoded in threads of their own. */
export async function* embedListed(
  inputs: Inputs,
  options: EmbedListedOptions,
): AsyncGenerator<EmbeddedRows> {
  const { model, preprocessing, skips } = options;
  const { items } = inputs;
  const decoders = openDecoders(decodersFor(inputs, options.workers), preprocessing);
  const progress = createProgress(process.stderr);
  const bar = progress.start(options.title, items.length, inputs.kind);
  const ofParts = { ...options, nameOf: (index: number) => items[index]!.id };
  let parts: AsyncGenerator<EmbeddedPart>;
  if (inputs.kind === 'images') {
    const images = inputs.items.map(({ image }) => image);
    const decode = (start: number, end: number) => decoders.decode(images.slice(start, end));
    parts = embedImageParts(model, images.length, decode, ofParts);
  } else {
    const texts = inputs.items.map(({ text }) => text);
    parts = embedTextParts(model, options.tokenizer!, texts, ofParts);
  }
  try {
    bar.update(0);
    for await (const { indices, values, skipped, done } of parts) {
      for (const { index, reason } of skipped) {
        if (inputs.kind === 'images') skips.add(...describeBrokenImage(inputs.items[index]!.image, reason));
      }
      yield { ids: indices.map((index) => items[index]!.id), values };
      bar.update(done);
    }
  } finally {
    progress.stop();
    await decoders.close();
  }
}

/**
 * Threads that decode: one for two that compute. They work one batch ahead and then wait, so that they take from the
 * cores what the pictures need and no more; a small model's pictures need more time than its towers do.
 */
function decodersFor({ kind, items }: Inputs, workers: EmbeddingWorkers | undefined): number {
  if (kind === 'texts') return 0;
  return Math.max(1, Math.min(Math.ceil((workers?.count ?? 0) / 2), Math.ceil(items.length / PER_DECODER)));
}
