import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { watchInputs } from '@slipform/kit/files/unchanged-input';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { doneFileOf, doneRecordText, readDoneRecord, whyNotDone } from '@slipform/kit/shards/done-record';
import { hashFile } from '@slipform/kit/shards/fingerprint';
import { InputError } from '../input-error';
import { embedInto, refuseEmpty } from './embed-into';
import type { Embedder } from './embedder';
import { holdOutput, openEmbeddingWriter, outputFiles } from './embedding/embedding-writer';
import { inputFiles } from './input-files';
import { type InputKind, listInputs } from './list-inputs';
import { refuseInputs } from './refuse-inputs';
import { createSkipReport } from './report-skips';
import { type EmbeddingConditions, shardFingerprint } from './shard-fingerprint';

/** What was embedded of one input. */
export interface ShardSummary {
  readonly rows: number;
  readonly width: number;
  readonly skipped: number;
  /** An earlier run, or another one, had finished the very output. */
  readonly doneBefore: boolean;
}

export interface EmbedShardOptions extends Omit<EmbeddingConditions, 'batchSize' | 'normalize'> {
  readonly output: string;
  /** The folder or name of the model. */
  readonly model: string;
  readonly embedder: Embedder;
  readonly kind: InputKind | undefined;
  readonly imageFolder: string | undefined;
  readonly force: boolean;
  readonly signal: AbortSignal;
}

/**
 * Embeds one input into an output that appears together with its record. One that is finished is left as it is.
 *
 * @throws {HeldByAnother} before anything is read, where another process makes the output
 * @throws {InputError} where the input can't be embedded, or another run's output is there
 */
export async function embedShard(input: string, options: EmbedShardOptions): Promise<ShardSummary> {
  const { output, embedder, signal, force, name } = options;
  const { batchSize, normalize } = embedder;
  const files = outputFiles(output);
  const places = [...files, doneFileOf(output)];
  const held = await holdOutput(output);
  let writer: Awaited<ReturnType<typeof openEmbeddingWriter>> | undefined;
  try {
    const { skips, end } = createSkipReport(process.stderr);
    const inputs = await listInputs(input, options.kind, options.imageFolder, skips, `${name}:`);
    refuseEmpty(input, inputs);
    await refuseInputs(options.model, input, inputs, places, output);
    const watch = watchInputs(await inputFiles(input, inputs));
    const fingerprint = await shardFingerprint(input, inputs, { ...options, batchSize, normalize });
    if (!force) {
      const before = await finishedBefore(output, files, fingerprint);
      if (before !== undefined) return before;
    }
    writer = await openEmbeddingWriter(output, embedder.model.config.embeddingSize, force, held);
    const rows = await embedInto(writer, input, inputs, embedder, { signal, skips, title: name });
    watch.assertUnchanged();
    const { width, skipped } = { width: embedder.model.config.embeddingSize, skipped: skips.count };
    await writer.commit(async (drafts) => {
      const sums = await Promise.all(drafts.map(hashFile));
      const [main, ids] = drafts.length > 1 ? [1, 0] : [0, undefined];
      const summary = {
        rows,
        width,
        skipped,
        byReason: skips.byReason,
        ...(ids !== undefined && { ids: { file: basename(files[ids]!), sha256: sums[ids]! } }),
      };
      const made = { bytes: (await stat(drafts[main]!)).size, sha256: sums[main]! };
      return [basename(doneFileOf(output)), doneRecordText({ fingerprint, output: made, summary })];
    });
    end();
    return { rows, width, skipped, doneBefore: false };
  } finally {
    if (writer === undefined) held.release();
    else await writer.close();
  }
}

/** What a finished output holds, undefined where there is none. @throws {InputError} where it is not what would be made */
async function finishedBefore(
  output: string,
  files: readonly string[],
  fingerprint: Awaited<ReturnType<typeof shardFingerprint>>,
): Promise<ShardSummary | undefined> {
  const record = await readDoneRecord(output);
  if (record === undefined || !files.every((file) => existsSync(file))) return undefined;
  const why = await whyNotDone(output, record, fingerprint);
  if (why !== undefined) throw new InputError(`${output} ${why}; pass --force to embed it again.`);
  const { rows, width, skipped, ids } = isJsonObject(record.summary) ? record.summary : {};
  const isSame = !isJsonObject(ids) || (await hashFile(files[0]!)) === ids.sha256;
  if (!isSame || typeof rows !== 'number' || typeof width !== 'number' || typeof skipped !== 'number') {
    throw new InputError(
      `${isSame ? doneFileOf(output) : files[0]} has changed since it was written; pass --force to embed it again.`,
    );
  }
  return { rows, width, skipped, doneBefore: true };
}
