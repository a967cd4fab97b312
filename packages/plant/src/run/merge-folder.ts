import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { hold } from '@slipform/kit/files/hold';
import { HeldByAnother } from '@slipform/kit/files/lock';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { isJsonObject, type JsonObject, parseJsonObject } from '@slipform/kit/formats/parse-json';
import { type DoneRecord, doneFileOf, isThere, readDoneRecord } from '@slipform/kit/shards/done-record';
import { differenceOf, type Fingerprint, hashFile } from '@slipform/kit/shards/fingerprint';
import type { Shard } from '@slipform/kit/shards/shard-names';
import { outputFormats } from '../files/caption-format';
import { addStats, isStats, type PlantStats } from '../stats';
import { summaryOf } from './mine-file';
import { shardFileOf } from './mine-folder';

export interface MergeOptions {
  /** The inputs that the folder should have an output of. Default: no input is looked for. */
  readonly shards?: readonly Shard[] | undefined;
  /** Compare sizes of outputs alone, not their hashes. */
  readonly quick?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** What a folder of shards holds. */
export interface MergedFolder {
  /** Finished outputs that are what their records say, by name. */
  readonly outputs: readonly string[];
  /** What all of them have in common: the version and the options. */
  readonly fingerprint: JsonObject;
  readonly stats: PlantStats;
  readonly brokenLines: number;
  /** How many samples each tar has. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Inputs without a finished output. */
  readonly missing: readonly string[];
  /** What is wrong, a sentence for each. */
  readonly problems: readonly string[];
}

/** What differs from shard to shard. */
const ownOfShard = new Set(['the input', 'the shard', '--format']);

/**
 * Looks at each output of a folder: whether its record is there and says what it is, by its SHA-256; whether all are of
 * one version and one set of options; whether one is unfinished or being written; and adds the statistics up.
 *
 * @throws {InputError} if the folder can't be read or holds no record
 */
export async function mergeFolder(folder: string, options: MergeOptions = {}): Promise<MergedFolder> {
  const names = namesIn(folder);
  const problems: string[] = [];
  const unfinished = await unfinishedOf(folder, names, problems);
  const records = await recordsOf(folder, names, unfinished, options, problems);
  if (records.size === 0 && names.every((name) => !isOutput(name))) {
    throw new InputError(
      `${folder} holds no record of a finished output; run \`mine INPUTS -o ${folder}\` first.`,
    );
  }
  const fingerprint = mostCommon([...records.values()]);
  for (const [name, record] of records) {
    const difference = differenceOf(fingerprint, sharedPart(record));
    if (difference !== undefined) {
      problems.push(`${join(folder, name)} was made otherwise than most: ${difference}.`);
    }
  }
  const { missing, foreign } = compareWithInputs(records, options.shards);
  for (const name of foreign) problems.push(`${join(folder, name)} is of no input that --inputs names.`);
  return { outputs: [...records.keys()], fingerprint, ...sumsOf(folder, records), missing, problems };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    throw new InputError(`${folder} must be a folder that \`mine\` wrote into; there is no such folder.`);
  }
}

function isOutput(name: string): boolean {
  return outputFormats.some((format) => name.endsWith(`.${format}`));
}

/** Outputs that are being written; dead locks are removed by the way. */
async function unfinishedOf(
  folder: string,
  names: readonly string[],
  problems: string[],
): Promise<ReadonlySet<string>> {
  const unfinished = new Set<string>();
  for (const name of names) {
    const output = /^(.+)\.lock$/.exec(name)?.[1];
    if (output === undefined || !isOutput(output) || unfinished.has(output)) continue;
    const target = join(folder, output);
    try {
      // One that nobody holds any more can be taken.
      (await hold(target, target)).release();
    } catch (error) {
      if (!(error instanceof HeldByAnother)) throw error;
      problems.push(error.message);
      unfinished.add(output);
    }
  }
  return unfinished;
}

async function recordsOf(
  folder: string,
  names: readonly string[],
  unfinished: ReadonlySet<string>,
  { quick = false, quiet = false }: MergeOptions,
  problems: string[],
): Promise<ReadonlyMap<string, DoneRecord>> {
  const records = new Map<string, DoneRecord>();
  const outputs = new Set(
    names.map((name) => (isOutput(name) ? name : name.replace(/\.done\.json$/, ''))).filter(isOutput),
  );
  const sizeOf = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.size;
  const total = [...outputs].reduce((sum, name) => sum + (sizeOf(name) ?? 0), 0);
  const progress = createProgress(process.stderr, { quiet });
  const bar = progress.start('looking at outputs', total);
  let seen = 0;
  try {
    for (const name of outputs) {
      const problem = unfinished.has(name) ? undefined : await look(name);
      if (problem !== undefined) problems.push(problem);
      seen += sizeOf(name) ?? 0;
      bar.update(seen, `${records.size} outputs`);
    }
  } finally {
    progress.stop();
  }
  return records;

  async function look(name: string): Promise<string | undefined> {
    const output = join(folder, name);
    let record: DoneRecord | undefined;
    try {
      record = await readDoneRecord(output);
      if (record) summaryOf(output, record.summary, isStats);
    } catch (error) {
      if (InputError.isInstance(error)) return error.message;
      throw error;
    }
    const bytes = sizeOf(name);
    if (record === undefined) {
      return `${output} has no ${doneFileOf(name)} beside it; run the same \`mine\` again, which compares it.`;
    }
    if (bytes === undefined) return `${output} is gone; run the same \`mine\` again to make it.`;
    const isSame =
      bytes === record.output.bytes && (quick || (await hashFile(output)) === record.output.sha256);
    if (!isSame) {
      return `${output} has changed since it was written; remove it and run the same \`mine\` again.`;
    }
    records.set(name, record);
    return undefined;
  }
}

function sharedPart({ fingerprint }: DoneRecord): Fingerprint {
  return Object.fromEntries(
    Object.entries(fingerprint).flatMap(([name, value]) =>
      ownOfShard.has(name) || (typeof value !== 'string' && typeof value !== 'number') ? [] : [[name, value]],
    ),
  );
}

/** What most records share: a shard that was made otherwise is named as the one that differs. */
function mostCommon(records: readonly DoneRecord[]): JsonObject {
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = JSON.stringify(sharedPart(record));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const shared: unknown = most === undefined ? {} : JSON.parse(most[0]);
  return isJsonObject(shared) ? shared : {};
}

function compareWithInputs(
  records: ReadonlyMap<string, DoneRecord>,
  shards: readonly Shard[] | undefined,
): { readonly missing: readonly string[]; readonly foreign: readonly string[] } {
  if (shards === undefined) return { missing: [], foreign: [] };
  const wanted = new Set<string>();
  const missing = shards.filter(({ name }) => {
    const found = outputFormats
      .map((format) => shardFileOf(name, format))
      .filter((file) => records.has(file));
    for (const file of found) wanted.add(file);
    return found.length === 0;
  });
  return {
    missing: missing.map(({ file }) => file),
    foreign: [...records.keys()].filter((name) => !wanted.has(name)),
  };
}

function sumsOf(folder: string, records: ReadonlyMap<string, DoneRecord>) {
  const parts: PlantStats[] = [];
  let brokenLines = 0;
  const sizes: Record<string, number> = {};
  for (const [name, { summary, fingerprint }] of records) {
    const own = summaryOf(join(folder, name), summary, isStats);
    parts.push(own.stats);
    brokenLines += own.brokenLines;
    const { captions, captionsWithNegative } = own.stats;
    if (name.endsWith('.tar'))
      sizes[name] = fingerprint['--keep-all'] === 'true' ? captions : captionsWithNegative;
  }
  return { stats: addStats(parts), brokenLines, sizes };
}

type Sizes = Readonly<Record<string, number>>;

/** A folder of a million shards has some 30 MB. */
const longestSizes = 64 * 1024 * 1024;

/**
 * Writes webdataset's `sizes.json` of a folder, how many samples each shard has, in place of one that is there.
 *
 * @throws {InputError} if what lies there is no such list
 */
export async function writeShardSizes(folder: string, sizes: Sizes): Promise<void> {
  const file = join(folder, 'sizes.json');
  if (isThere(file) && !(await isListOfSizes(file))) {
    throw new InputError(`${file} is no list of shard sizes; move it, and merge again.`);
  }
  await writeFileWhole(file, `${JSON.stringify(sizes, null, 2)}\n`);
}

async function isListOfSizes(file: string): Promise<boolean> {
  if (statSync(file).size > longestSizes) return false;
  try {
    const sizes = parseJsonObject(await readFile(file), file, { maxDepth: 1 });
    return Object.values(sizes).every((size) => Number.isSafeInteger(size) && Number(size) >= 0);
  } catch (error) {
    if (InputError.isInstance(error)) return false;
    throw error;
  }
}
