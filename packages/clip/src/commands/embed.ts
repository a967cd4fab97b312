import { nothingWritten, withInterruption } from '@slipform/kit/command/interruption';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { type Hold, hold } from '@slipform/kit/files/hold';
import { fileName, flagRow, folderRow, row } from '@slipform/kit/options/command-rows';
import { choice, defineOptions, described, flag, type OptionsRead } from '@slipform/kit/options/options';
import { isFolderName } from '@slipform/kit/shards/is-folder-name';
import { shareRows } from '@slipform/kit/shards/share';
import type { SkipLog } from '../data/skips';
import type { Preprocessing } from '../encoder/preprocess';
import { readModel, readModelTokenizer } from '../encoder/read-model';
import type { ModelSource } from '../files/model-source';
import { openSource } from '../files/open-source';
import type { ClipModel } from '../model/clip-model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { type EmbeddingWorkers, openEmbeddingWorkers } from '../workers/embedding-workers';
import { embedListed } from './embed-listed';
import { type EmbeddingWriter, outputFiles, withEmbeddingWriter } from './embedding/embedding-writer';
import { createSkipReport, type InputKind, type Inputs, listInputs, refuseInputs } from './list-inputs';
import { embedderRows, startBackend } from './start-backend';

/** The options of `slipform-clip embed`. */
export const EMBED_FLAGS = defineOptions('slipform-clip embed', {
  output: described(
    'where they go: .npy or .parquet; or a folder, OUT/, where each input gets an output of its own',
    fileName(),
  ),
  outputFormat: row('of the outputs in a folder (default: npy)', choice(['npy', 'parquet'])),
  ...shareRows,
  images: flagRow('the images that a table names, or the paths in a .txt'),
  texts: flagRow('the captions of a table or of shards'),
  imageFolder: folderRow('of the images that a table or .txt names (default: where it lies)'),
  ...embedderRows,
  normalize: row('as the towers give them, not at unit length', flag(), true),
  force: flagRow('replace the output'),
  json: flagRow('print the summary as JSON'),
});

export type EmbedFlags = OptionsRead<typeof EMBED_FLAGS.rows>;

/** `slipform-clip embed MODEL INPUT... -o OUTPUT`: one input into a file, or several into a folder. */
export async function embed(folder: string, inputs: readonly string[], flags: EmbedFlags): Promise<void> {
  if (flags.images && flags.texts) throw new UsageError('--images and --texts exclude each other; pass one.');
  if (isFolderName(flags.output)) {
    const { embedShards } = await import('./embed-shards');
    return embedShards(folder, inputs, flags);
  }
  const [input, ...further] = inputs;
  outputFiles(flags.output);
  const only = ['task', 'of', 'outputFormat'].find((name) => flags[name as keyof EmbedFlags] !== undefined);
  if (further.length > 0 || only !== undefined) {
    const what =
      only === undefined ? 'several inputs need' : `--${only.replace('outputF', 'output-f')} needs`;
    const example = flags.output.replace(/\.\w+$/, '');
    throw new UsageError(
      `${what} a folder as output, got ${flags.output}; end its name in a slash, as -o ${example}/.`,
    );
  }
  return embedFile(folder, input!, flags);
}

/** What is embedded of inputs that may be both. */
export function kindOf({ images, texts }: EmbedFlags): InputKind | undefined {
  return images ? 'images' : texts ? 'texts' : undefined;
}

async function embedFile(folder: string, input: string, flags: EmbedFlags): Promise<void> {
  await withInterruption(nothingWritten(), async (signal) => {
    // Before the model is read: two runs at once are one too many from their start on.
    const held = await hold(flags.output, flags.output);
    try {
      await embedHeld(held, folder, input, flags, signal);
    } finally {
      held.release();
    }
  });
}

async function embedHeld(
  held: Hold,
  folder: string,
  input: string,
  flags: EmbedFlags,
  signal: AbortSignal,
): Promise<void> {
  const { output, normalize, force, json } = flags;
  const { skips, end } = createSkipReport(process.stderr);
  const inputs = await listInputs(input, kindOf(flags), flags.imageFolder, skips);
  refuseEmpty(input, inputs);
  await refuseInputs(folder, input, inputs, outputFiles(output), output);
  await startBackend(flags);
  const source = await openSource('embed', folder);
  const embedder = await openEmbedder(source, flags, inputs.kind === 'texts');
  const width = embedder.model.config.embeddingSize;
  const started = performance.now();
  let rows = 0;
  try {
    signal.throwIfAborted();
    rows = await withEmbeddingWriter(output, { width, force, held }, (writer) =>
      embedInto(writer, input, inputs, embedder, { signal, skips }),
    );
  } finally {
    await embedder.close();
  }
  end();
  const seconds = (performance.now() - started) / 1000;
  const { count: skipped, byReason } = skips;
  const counted = { rows, width, normalized: normalize, skipped, byReason, seconds };
  process.stdout.write(
    json
      ? `${JSON.stringify({ output, kind: inputs.kind, ...counted })}\n`
      : `${output}: ${rows} embeddings of ${width} numbers${skipped > 0 ? `, ${skipped} left out` : ''}\n`,
  );
}

/** Throws an InputError for an input that names nothing to embed. */
export function refuseEmpty(input: string, { kind, items }: Inputs): void {
  if (items.length === 0) throw new InputError(`${input} holds no ${kind} to embed.`);
}

/**
 * Embeds what an input named and writes it, without ending the output.
 *
 * @returns the number of rows
 * @throws {InputError} where not one of the images can be read
 */
export async function embedInto(
  writer: EmbeddingWriter,
  input: string,
  inputs: Inputs,
  embedder: Embedder,
  how: { readonly signal: AbortSignal; readonly skips: SkipLog; readonly title?: string },
): Promise<number> {
  const { model, preprocessing, workers, batchSize, normalize } = embedder;
  const tokenizer = inputs.kind === 'texts' ? await embedder.tokenizer() : undefined;
  const { title = `embedding ${inputs.kind}` } = how;
  const options = { model, tokenizer, preprocessing, workers, batchSize, normalize, ...how, title };
  let rows = 0;
  for await (const { ids, values } of embedListed(inputs, options)) {
    if (ids.length > 0) await writer.append(ids, values);
    rows += ids.length;
  }
  how.signal.throwIfAborted();
  if (rows === 0)
    throw new InputError(`none of the ${inputs.items.length} images of ${input} could be read.`);
  return rows;
}

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

/** @param needsTokenizer it is read before the weights, so that a mistake in it costs no time */
export async function openEmbedder(
  source: ModelSource,
  { workers: threads, batchSize, normalize }: Pick<EmbedFlags, 'workers' | 'batchSize' | 'normalize'>,
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
