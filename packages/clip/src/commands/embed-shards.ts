import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { withInterruption } from '@slipform/kit/command/interruption';
import { fileReason } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { hold } from '@slipform/kit/files/hold';
import { watchInputs } from '@slipform/kit/files/unchanged-input';
import { makeFolder } from '@slipform/kit/files/write-folder';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { doneFileOf, doneRecordText, readDoneRecord, whyNotDone } from '@slipform/kit/shards/done-record';
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { type Fingerprint, hashFile } from '@slipform/kit/shards/fingerprint';
import { type FailedShard, runShardsAloud } from '@slipform/kit/shards/run-shards';
import { type Shard, shardsOf } from '@slipform/kit/shards/shard-names';
import { readShare, shareOf } from '@slipform/kit/shards/share';
import { version } from '../../package.json';
import { identityOf } from '../encoder/encoder-identity';
import { openHashedSource } from '../files/open-source';
import { type Embedder, type EmbedFlags, embedInto, kindOf, openEmbedder, refuseEmpty } from './embed';
import { outputFiles, withEmbeddingWriter } from './embedding/embedding-writer';
import {
  createSkipReport,
  type InputKind,
  type Inputs,
  imageName,
  inputFiles,
  listInputs,
  refuseInputs,
} from './list-inputs';
import { startBackend } from './start-backend';

/**
 * `slipform-clip embed MODEL INPUT... -o OUTPUT/`: each input becomes an output of its own in a folder, with its record of
 * what made it. What is finished is left as it is, and what another process makes is waited for.
 *
 * @throws {InputError} if an input could not be embedded; the others are then done
 */
export async function embedShards(
  model: string,
  patterns: readonly string[],
  flags: EmbedFlags,
): Promise<void> {
  const { output: folder, json, normalize } = flags;
  const share = readShare(flags);
  const all = shardsOf(await expandInputs(patterns));
  const shards = shareOf(all, share);
  const say = (text: string) => process.stderr.write(`slipform-clip: ${text}\n`);
  const started = performance.now();
  const failed: FailedShard[] = [];
  const done = shards.length === 0 ? [] : await embedAll(model, shards, flags, { failed, say });
  const sum = (of: (each: ShardSummary) => number) => done.reduce((total, each) => total + of(each), 0);
  const embedded = done.filter(({ doneBefore }) => !doneBefore).length;
  const [rows, skipped] = [sum((each) => each.rows), sum((each) => each.skipped)];
  const summary = {
    output: folder,
    inputs: shards.length,
    embedded,
    finishedBefore: done.length - embedded,
    failed,
    rows,
    width: done[0]?.width,
    normalized: normalize,
    skipped,
    seconds: (performance.now() - started) / 1000,
  };
  const of = shards.length === all.length ? '' : ` of task ${share.task} of ${share.of}`;
  process.stdout.write(
    json
      ? `${JSON.stringify(summary)}\n`
      : `${folder}: ${done.length} of ${shards.length} inputs${of} are embedded, ${embedded} of them now: ${rows} embeddings${skipped > 0 ? `, ${skipped} left out` : ''}\n`,
  );
  if (failed.length > 0) {
    throw new InputError(
      `${failed.length} of ${shards.length} inputs could not be embedded, the first is ${failed[0]!.file}; correct them and run the same command again.`,
    );
  }
}

async function embedAll(
  model: string,
  shards: readonly Shard[],
  flags: EmbedFlags,
  { failed, say }: { failed: FailedShard[]; say: (text: string) => void },
): Promise<ShardSummary[]> {
  const { output: folder, outputFormat = 'npy', force } = flags;
  await makeFolder(folder).catch((error: unknown) => {
    throw new InputError(`cannot write into ${folder}: ${fileReason(error)}.`);
  });
  const backend = await startBackend(flags);
  const source = await openHashedSource('embed', model, {});
  const embedder = await openEmbedder(source, flags);
  const left = `${folder} keeps what is done; run the same command to go on.`;
  try {
    const identity = await identityOf(source);
    return await withInterruption(left, (signal) => {
      const attempt = ({ file, name }: Shard) =>
        embedShard(file, {
          name,
          output: join(folder, `${name}.${outputFormat}`),
          model,
          identity,
          embedder,
          kind: kindOf(flags),
          imageFolder: flags.imageFolder,
          backend,
          kernels: flags.kernels,
          experimental: flags.experimental,
          force,
          signal,
        });
      return runShardsAloud(shards, attempt, { failed, say });
    });
  } finally {
    await embedder.close();
  }
}

/** What was embedded of one input. */
interface ShardSummary {
  readonly rows: number;
  readonly width: number;
  readonly skipped: number;
  /** An earlier run, or another one, had finished the very output. */
  readonly doneBefore: boolean;
}

interface EmbedShardOptions extends Omit<EmbeddingConditions, 'batchSize' | 'normalize'> {
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
async function embedShard(input: string, options: EmbedShardOptions): Promise<ShardSummary> {
  const { output, embedder, signal, force, name } = options;
  const { batchSize, normalize } = embedder;
  const files = outputFiles(output);
  const places = [...files, doneFileOf(output)];
  const held = await hold(output, output);
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
    const width = embedder.model.config.embeddingSize;
    const rows = await withEmbeddingWriter(output, { width, force, held }, async (writer) => {
      const rows = await embedInto(writer, input, inputs, embedder, { signal, skips, title: name });
      watch.assertUnchanged();
      const drafts = await writer.end();
      const sums = await Promise.all(drafts.map(hashFile));
      const [main, ids] = drafts.length > 1 ? [1, 0] : [0, undefined];
      const summary = {
        rows,
        width,
        skipped: skips.count,
        byReason: skips.byReason,
        ...(ids !== undefined && { ids: { file: basename(files[ids]!), sha256: sums[ids]! } }),
      };
      const made = { bytes: (await stat(drafts[main]!)).size, sha256: sums[main]! };
      await writer.beside(
        basename(doneFileOf(output)),
        doneRecordText({ fingerprint, output: made, summary }),
      );
      return rows;
    });
    end();
    return { rows, width, skipped: skips.count, doneBefore: false };
  } finally {
    held.release();
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

/** What decides the embeddings of an input, beside the input. */
interface EmbeddingConditions {
  /** SHA-256 over the files of the model. */
  readonly identity: string;
  readonly name: string;
  readonly backend: string;
  readonly kernels: boolean;
  readonly experimental: boolean;
  readonly batchSize: number;
  readonly normalize: boolean;
}

/**
 * What makes the embeddings of an input what they are. A table, a list or a shard is known by its content, a picture that lies
 * in a file of its own by its name and size: to read a million of them would cost as much as to embed them.
 */
async function shardFingerprint(
  input: string,
  inputs: Inputs,
  conditions: EmbeddingConditions,
): Promise<Fingerprint> {
  const read = (await inputFiles(input, inputs)).filter((file) => !imageName.test(file));
  const hashes: string[] = [];
  for (const file of read.sort()) hashes.push(await hashFile(file));
  return {
    'the version': version,
    'the model': conditions.identity,
    'the input': hashes.join(' '),
    'the pictures': await picturesOf(inputs),
    'the kind of input': inputs.kind,
    'the name': conditions.name,
    '--backend': conditions.backend,
    '--no-kernels': String(!conditions.kernels),
    '--experimental': String(conditions.experimental),
    // A text may change in its last bits with the others of its batch.
    '--batch-size': inputs.kind === 'texts' ? conditions.batchSize : '',
    '--no-normalize': String(!conditions.normalize),
  };
}

/** A hash of names and sizes. */
async function picturesOf(inputs: Inputs): Promise<string> {
  if (inputs.kind !== 'images') return '';
  const hash = createHash('sha256');
  let count = 0;
  for (const { id, image } of inputs.items) {
    if (image.part !== undefined) continue;
    const found = await stat(image.file).catch(() => undefined);
    hash.update(`${JSON.stringify(id)} ${found?.size ?? 'missing'}\n`);
    count += 1;
  }
  return count === 0 ? '' : hash.digest('hex');
}
