import type { Progress } from '@slipform/kit/progress';
import { type Fingerprint, hashText, hashFile as sha256Of } from '@slipform/kit/shards/fingerprint';
import type { InputWatch } from '@slipform/kit/unchanged-input';
import { version } from '../../package.json';
import type { Format } from '../files/caption-format';
import type { FieldNames } from '../files/file-caption';
import { lookThrough } from '../files/find-siblings';
import { KeptTypes } from '../files/kept-types';
import { noCaption } from '../files/no-caption';
import { fileSource, nameOf } from '../files/open-input';
import type { ChooseOptions } from '../natural/choose-partners';
import { hashCaptions } from '../natural/hash-captions';
import type { HashFiles, HashState } from '../natural/hash-files';
import type { ProblemReport } from './problem-report';
import { readJobs } from './read-jobs';

/** Captions that are handed on together. */
const batchSize = 1024;

export interface HashSource {
  readonly file: string;
  readonly format: Format;
  readonly fields: FieldNames;
  /** `undefined` for what can be read once only. */
  readonly bytes: number | undefined;
  /** Whether the types of the columns of `--keep` are asked for. */
  readonly asksTypes: boolean;
  readonly problems: ProblemReport;
  readonly progress: Progress;
  readonly watch: InputWatch;
}

export interface HashFileOptions {
  readonly choose: ChooseOptions;
  readonly fingerprint: Fingerprint;
  readonly resume: boolean;
  /** The number of the shard in its corpus. Default: 0. */
  readonly shard?: number;
}

/** The first step of `pairs`: reads a file of captions into a folder of hashes. */
export async function hashFile(
  { file, format, fields, bytes, asksTypes, problems, progress, watch }: HashSource,
  hashes: HashFiles,
  { choose, fingerprint, resume, shard = 0 }: HashFileOptions,
): Promise<HashState> {
  const warn = (message: string) => process.stderr.write(`slipform-plant: ${nameOf(file)}: ${message}\n`);
  const types = asksTypes && fields.keep ? new KeptTypes(fields.keep) : undefined;
  const outlook =
    bytes === undefined
      ? undefined
      : await lookThrough(fileSource(file), format, fields, warn, ({ kept }) => kept && types?.add(kept));
  const bar = progress.start('reading', bytes, 'captions');
  bar.update(0);
  let bytesRead = 0;
  async function* batches() {
    const { report } = problems;
    for await (const job of readJobs({
      source: fileSource(file),
      format,
      fields,
      blockSize: batchSize,
      outlook,
      report,
    })) {
      bytesRead = job.bytesRead;
      yield job.captions;
    }
  }
  const state = await hashCaptions(batches(), hashes, {
    ...choose,
    fingerprint,
    resume,
    shard,
    kept: types?.found(),
    brokenLines: problems.count,
    onProgress: (done) => bar.update(bytesRead, '', done),
  });
  if (state.captions === 0) throw noCaption(nameOf(file), problems.count());
  watch.assertUnchanged();
  return state;
}

/** Options that hashes depend on, in `pairs` and in each of its steps. */
export interface HashedBy {
  readonly slots: readonly string[];
  readonly seed: number;
  readonly maxGap: number;
  /** The text of the file of ratings. */
  readonly norms: string | undefined;
}

/** What a join must be given as the hashes were. */
export function fingerprintOfHashes({ slots, seed, maxGap, norms }: HashedBy): Fingerprint {
  return {
    'the version': version,
    '--slots': slots.join(','),
    '--seed': seed,
    '--max-gap': maxGap,
    '--norms': norms === undefined ? '' : hashText(norms),
  };
}

/** Everything that the hashes of a shard depend on. */
export async function fingerprintOfShard(
  file: string,
  format: Format,
  fields: FieldNames,
  by: HashedBy,
): Promise<Fingerprint> {
  return {
    ...fingerprintOfHashes(by),
    'the input': await sha256Of(file),
    'the shard': fields.shard ?? '',
    '--format': format,
    '--caption-field': fields.caption ?? '',
    '--id-field': fields.id ?? '',
    '--image-field': fields.imageId ?? '',
    '--keep': JSON.stringify(fields.keep ?? []),
  };
}
