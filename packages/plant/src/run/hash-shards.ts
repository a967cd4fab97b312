import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createLexicon, parseNorms } from '@slipform/concreteness';
import { writing } from '@slipform/kit/file-error';
import { acquireLock, lockBeside } from '@slipform/kit/lock';
import { refuseOverwrites } from '@slipform/kit/output-guard';
import { createProgress } from '@slipform/kit/progress';
import { runShards } from '@slipform/kit/shards/run-shards';
import type { Shard } from '@slipform/kit/shards/shard-names';
import { type Share, shareOf } from '@slipform/kit/shards/share';
import { watchInputs } from '@slipform/kit/unchanged-input';
import { draftBeside, dropDraft, keepDraft } from '@slipform/kit/write-file';
import { counted } from '../counted';
import { createReaders } from '../create-readers';
import { formatOf } from '../files/caption-format';
import { sizeOf } from '../files/open-input';
import type { ChooseOptions } from '../natural/choose-partners';
import { HashFiles, type HashState } from '../natural/hash-files';
import { resolveOptions } from '../options';
import { plainOptions } from '../plain-options';
import { fingerprintOfShard, hashFile } from './hash-file';
import type { PairsFileOptions } from './pairs-file';
import { createProblemReport } from './problem-report';
import { fieldsOf, readBy, readSetupFiles } from './setup';

export interface HashShardsResult {
  readonly captions: number;
  readonly brokenLines: number;
  /** How many shards were hashed now. */
  readonly hashed: number;
  /** How many were finished before, or by another process meanwhile. */
  readonly finishedBefore: number;
  readonly failed: readonly { readonly file: string; readonly message: string }[];
  readonly seconds: number;
  readonly peakMemory: number;
}

/**
 * The first step of `pairs` alone: each shard becomes a folder of hashes, which appears whole. One that is finished
 * is left as it is. Two runs over the same shards, at whatever moments, share the work.
 *
 * @param shards all of the corpus: a shard's number is its place among them
 * @param options `output` is the folder of the folders
 */
export async function hashShards(
  shards: readonly Shard[],
  share: Share,
  { output: folder, force = false, quiet = false, ...options }: PairsFileOptions,
): Promise<HashShardsResult> {
  const started = performance.now();
  const say = (text: string) => process.stderr.write(`slipform-plant: ${text}\n`);
  const resolved = resolveOptions({ ...plainOptions(options), fit: null });
  const { norms } = await readSetupFiles({
    ...options,
    output: folder,
    vocabulary: undefined,
    fit: undefined,
  });
  const lexicon = norms === undefined ? undefined : createLexicon({ norms: parseNorms(norms) });
  const choose: ChooseOptions = {
    ...resolved,
    readers: createReaders(resolved, () => {}, lexicon),
    slots: new Set(resolved.slots),
  };
  await writing(folder, async () => {
    await mkdir(folder, { recursive: true });
  });
  const failed: { file: string; message: string }[] = [];
  const places = shards.map(({ file, name }, number) => ({ file, name, number }));
  type Placed = (typeof places)[number];
  const attempt = async ({ file, name, number }: Placed): Promise<{ state: HashState; isNew: boolean }> => {
    const own = join(folder, name);
    refuseOverwrites({
      inputs: readBy(file, { ...options, output: own }),
      outputs: [{ file: own, name: 'the folder of hashes' }],
    });
    const lock = await acquireLock(lockBeside(own), { what: own });
    const progress = createProgress(process.stderr, { quiet });
    try {
      const format = options.format ?? formatOf(file);
      const fields = fieldsOf({ ...options, output: own }, name);
      const bytes = sizeOf(file);
      const watch = watchInputs([file]);
      const fingerprint = await fingerprintOfShard(file, format, fields, { ...resolved, norms });
      const place = { number, of: shards.length, input: file };
      const before = force ? undefined : await new HashFiles(own, place).findPacked(fingerprint);
      if (before) return { state: before, isNew: false };
      const problems = createProblemReport(file, options.skipInvalid === true);
      const source = { file, format, fields, bytes, asksTypes: true, problems, progress, watch };
      // Another process that takes the lock over works in a folder of its own.
      const draft = draftBeside(own);
      try {
        const hashes = new HashFiles(draft, place);
        const state = await hashFile(source, hashes, { choose, fingerprint, resume: false, shard: number });
        const packed = await hashes.pack(fingerprint, state);
        lock.assertHeld();
        await writing(own, async () => {
          await rm(own, { recursive: true, force: true });
          await rename(draft, own);
        });
        keepDraft(draft);
        problems.end();
        progress.stop();
        if (!quiet) say(`${own}: ${counted(packed.captions, 'caption')} hashed`);
        return { state: packed, isNew: true };
      } catch (error) {
        dropDraft(draft);
        throw error;
      }
    } finally {
      progress.stop();
      lock.release();
    }
  };
  const results = await runShards(shareOf(places, share), attempt, {
    onFailure({ file }, error) {
      say(error.message);
      failed.push({ file, message: error.message });
    },
    onWait(held, error) {
      if (!quiet) say(`waiting for ${counted(held.length, 'input')}: ${error.message}`);
    },
  });
  const sum = (of: (state: HashState) => number) => results.reduce((all, { state }) => all + of(state), 0);
  const hashed = results.filter(({ isNew }) => isNew).length;
  return {
    captions: sum(({ captions }) => captions),
    brokenLines: sum(({ brokenLines }) => brokenLines),
    hashed,
    finishedBefore: results.length - hashed,
    failed,
    seconds: (performance.now() - started) / 1000,
    // maxRSS is in kilobytes of 1,024.
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
}
