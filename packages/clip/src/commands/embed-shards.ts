import { join } from 'node:path';
import { withInterruption } from '@slipform/kit/command/interruption';
import { fileReason } from '@slipform/kit/errors/file-error';
import { makeFolder } from '@slipform/kit/files/write-folder';
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { type FailedShard, runShardsAloud } from '@slipform/kit/shards/run-shards';
import { type Shard, shardsOf } from '@slipform/kit/shards/shard-names';
import { readShare, shareOf } from '@slipform/kit/shards/share';
import { identityOf } from '../encoder/encoder-identity';
import { openHashedSource } from '../files/open-source';
import { InputError } from '../input-error';
import { type EmbedFlags, kindOf } from './embed';
import { embedShard, type ShardSummary } from './embed-shard';
import { openEmbedder } from './embedder';
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
  const { output: folder, json = false, normalize } = flags;
  const share = readShare({
    ...(flags.task !== undefined && { task: flags.task }),
    ...(flags.of !== undefined && { of: flags.of }),
  });
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
  const { output: folder, outputFormat = 'npy', force = false } = flags;
  await makeFolder(folder).catch((error: unknown) => {
    throw new InputError(`cannot write into ${folder}: ${fileReason(error)}.`);
  });
  await startBackend(flags);
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
          backend: flags.backend,
          kernels: flags.kernels,
          experimental: flags.experimental === true,
          force,
          signal,
        });
      return runShardsAloud(shards, attempt, { failed, say });
    });
  } finally {
    await embedder.close();
  }
}
