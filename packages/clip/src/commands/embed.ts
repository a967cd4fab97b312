import { nothingWritten, withInterruption } from '@slipform/kit/command/interruption';
import type { Hold } from '@slipform/kit/files/hold';
import { isFolderName } from '@slipform/kit/shards/is-folder-name';
import { openSource } from '../files/open-source';
import { embedInto, refuseEmpty } from './embed-into';
import { openEmbedder } from './embedder';
import { holdOutput, openEmbeddingWriter, outputFiles } from './embedding/embedding-writer';
import type { InputKind } from './list-inputs';
import { listInputs } from './list-inputs';
import { refuseInputs } from './refuse-inputs';
import { createSkipReport } from './report-skips';
import { type BackendFlags, startBackend } from './start-backend';
import { UsageError } from './usage-error';

export interface EmbedFlags extends BackendFlags {
  readonly workers: number | 'auto';
  readonly output: string;
  /** Of outputs in a folder. */
  readonly outputFormat?: 'npy' | 'parquet';
  readonly task?: number;
  readonly of?: number;
  readonly images?: boolean;
  readonly texts?: boolean;
  readonly imageFolder?: string;
  readonly batchSize: number;
  readonly normalize: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

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
    const held = await holdOutput(flags.output);
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
  const { output, normalize, force = false, json = false } = flags;
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
    const writer = await openEmbeddingWriter(output, width, force, held);
    try {
      rows = await embedInto(writer, input, inputs, embedder, { signal, skips });
      await writer.commit();
    } finally {
      await writer.close();
    }
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
