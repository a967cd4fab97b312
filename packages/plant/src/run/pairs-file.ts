import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sizeOf } from '@slipform/kit/captions/open-input';
import { createProgress } from '@slipform/kit/command/progress';
import { isFileSystemError, writing } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { isFolder, type Output, openOutput } from '@slipform/kit/files/output-file';
import { draftBeside, dropDraft } from '@slipform/kit/files/write-file';
import { doneFileOf } from '@slipform/kit/shards/done-record';
import { type Fingerprint, hashFile, hashText } from '@slipform/kit/shards/fingerprint';
import { isFolderName } from '@slipform/kit/shards/is-folder-name';
import { shardsOf } from '@slipform/kit/shards/shard-names';
import { formatOf } from '../files/caption-format';
import { commonTypes } from '../files/kept';
import { inCodepoints } from '../files/offsets';
import type { EncodeOptions, MinedCaption, Partner } from '../files/record-format';
import { createRecordWriter, encodeBlock } from '../files/record-writer';
import { choosePartners } from '../natural/choose-partners';
import { isPairStats, type PairStats, PairTally } from '../natural/pair-stats';
import {
  type PartnerKind,
  type PartnerQuery,
  queryPartners,
  type StoredCaption,
} from '../natural/query-partners';
import { blockSize } from '../sites/cut-into-blocks';
import { spent, summaryOf } from './mine-file';
import { encodingOf, fieldsOf, readBy, refuseSecondReading } from './setup';
import {
  openSiteFiles,
  openSiteFolder,
  openSiteSetup,
  parquetFilesIn,
  type SiteFileOptions,
  type SiteFiles,
  type SiteSetup,
  writeSiteFile,
} from './site-files';

export interface PairsFileOptions extends SiteFileOptions {
  readonly kind?: PartnerKind | undefined;
  /** A folder of what another engine has joined. */
  readonly candidates?: string | undefined;
  /** How much DuckDB holds in memory, in MiB. Default: 1024. */
  readonly memory?: number | undefined;
}

export interface PairsFileResult {
  readonly stats: PairStats;
  readonly brokenLines: number;
  readonly seconds: number;
  /** The most memory that the process held so far, in bytes. */
  readonly peakMemory: number;
  /** An earlier run had finished the very output, so that nothing was left to do. */
  readonly doneBefore: boolean;
}

/**
 * Writes the naturally occurring minimal pairs of captions: captions of other images that are equal but for one rated span, or for the order
 * of their words. Captions become site files, unless they are there; a query brings together what may meet, and each
 * caption chooses its partner.
 *
 * @param inputs files of captions, or one folder of site files
 */
export async function pairsFile(
  inputs: readonly string[],
  options: PairsFileOptions,
): Promise<PairsFileResult> {
  const started = performance.now();
  const { output: to, memory = 1024, kind = 'span', resume = false, force = false } = options;
  const setup = await openSiteSetup(options);
  const isSites = inputs.length === 1 && isFolderName(inputs[0]!);
  const given = isSites ? await openSiteFolder(inputs[0]!, setup.by) : undefined;
  const read = given?.files ?? inputs;
  const keep = given === undefined ? options.keep : given.keep.length > 0 ? given.keep : undefined;
  const format = isSites ? 'jsonl' : (options.format ?? formatOf(inputs[0]!));
  let encode = encodingOf(format, { ...options, keep });
  if (encode.format === 'tar' && (isSites || inputs.length > 1)) {
    throw new InputError(
      'a tar holds the samples of one input, and site files and several inputs have none to copy; name an output in jsonl, tsv or parquet.',
    );
  }
  const isReadOnce = read.some((file) => sizeOf(file) === undefined);
  if (isReadOnce) refuseSecondReading(inputs[0]!, encode, keep);
  const candidates = options.candidates === undefined ? undefined : parquetFilesIn(options.candidates);
  const sitesBeside = `${to}.sites`;
  const output = await openOutput(to, {
    read: [
      ...readBy(read[0]!, options),
      ...[...read.slice(1), ...(candidates ?? [])].map((file) => ({ file, name: 'an input' })),
    ],
    beside: [{ file: sitesBeside, name: 'the folder of site files beside the output' }],
    force,
    resume,
    fingerprint: isReadOnce
      ? undefined
      : async () => ({
          ...setup.by,
          'the input': given?.sha256 ?? (await hashOf(inputs)),
          ...(candidates && { '--candidates': await hashOf(candidates) }),
          ...fingerprintOf(format, setup, { ...options, keep, kind }, encode),
        }),
  });
  const result = (stats: PairStats, brokenLines: number): PairsFileResult => ({
    stats,
    brokenLines,
    ...spent(started),
    doneBefore: output.doneBefore !== undefined,
  });
  if (output.doneBefore) {
    await output.commit();
    const { stats, brokenLines } = summaryOf(to, output.doneBefore.summary, isPairStats);
    return result(stats, brokenLines);
  }
  let query: PartnerQuery | undefined;
  let folder: SitesBeside | undefined;
  // DuckDB's, for what its memory does not hold.
  const temporary = output.isFile
    ? draftBeside(`${to}.duckdb`)
    : await mkdtemp(join(tmpdir(), 'slipform-plant-duckdb-'));
  try {
    if (!given) folder = await openSitesBeside(output.isFile ? sitesBeside : undefined, inputs);
    const sites = given ?? (await folder!.write(setup, options));
    query = await queryPartners(sites.files, {
      kind,
      memory,
      temporary,
      candidates,
      captions: sites.captions,
    });
    if (encode.format === 'parquet' && keep) encode = { ...encode, kept: commonTypes(keep, sites.kept) };
    const stats = await writePairs(output, query, { inputs, sites, encode, setup, options });
    folder?.remove();
    await output.commit({ stats, brokenLines: sites.brokenLines });
    return result(stats, sites.brokenLines);
  } catch (error) {
    // What the input is to blame for can't be gone on with; a full disk can.
    if (InputError.isInstance(error) && !isFileSystemError(error.cause)) folder?.remove();
    await output.discard(error);
    throw error;
  } finally {
    query?.close();
    dropDraft(temporary);
  }
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hashes: string[] = [];
  for (const file of files) hashes.push(await hashFile(file));
  return hashText(hashes.join());
}

/** Site files that last as long as a run, or until one goes on with them that was killed. */
interface SitesBeside {
  write(setup: SiteSetup, options: SiteFileOptions): Promise<SiteFiles>;
  /** Removes what is ours. */
  remove(): void;
}

/** @param place `undefined` for an output beside which no folder can lie */
async function openSitesBeside(place: string | undefined, inputs: readonly string[]): Promise<SitesBeside> {
  if (place !== undefined && existsSync(place) && !isFolder(place)) {
    throw new InputError(`${place} is in the way: it is no folder of site files; move it.`);
  }
  const folder = place ?? (await mkdtemp(join(tmpdir(), 'slipform-plant-sites-')));
  const shards =
    inputs.length === 1 ? [{ file: inputs[0]!, name: 'captions', shard: undefined }] : shardsOf(inputs);
  const numbered = shards.map(({ file, name }, number) => ({
    file,
    ...(inputs.length === 1 ? {} : { shard: name }),
    number,
    of: shards.length,
    sites: join(folder, `${name}.parquet`),
  }));
  // Site files that `sites` made are not ours to remove.
  const mark = join(folder, '.slipform-pairs');
  const isOurs = existsSync(mark);
  for (const { sites } of numbered) {
    const [isThere, isDone] = [existsSync(sites), existsSync(doneFileOf(sites))];
    if (isThere && !isDone) throw new InputError(`${sites} is in the way: it is no site file; move it.`);
    if ((isThere || isDone) && !isOurs)
      throw new InputError(
        `${sites} is in the way: no run of \`pairs\` left it; move it, or pass ${folder}/ itself as the input.`,
      );
  }
  await writing(folder, async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(mark, '');
  });
  return {
    async write(setup, options) {
      for (const { sites, ...input } of numbered) {
        await writeSiteFile(input, sites, setup, { ...options, force: existsSync(sites), resume: true });
      }
      return openSiteFiles(
        numbered.map(({ sites }) => sites),
        setup.by,
      );
    },
    remove() {
      for (const { sites } of numbered) {
        rmSync(sites, { force: true });
        rmSync(doneFileOf(sites), { force: true });
      }
      rmSync(mark, { force: true });
      try {
        rmdirSync(folder);
      } catch {
        // Something else lies in it, which stays.
      }
    },
  };
}

interface Writing {
  readonly inputs: readonly string[];
  readonly sites: SiteFiles;
  readonly encode: EncodeOptions;
  readonly setup: SiteSetup;
  readonly options: PairsFileOptions;
}

/** Writes the partners that captions choose, block by block. */
async function writePairs(
  output: Output,
  query: PartnerQuery,
  { inputs, sites, encode, setup: { choose }, options }: Writing,
): Promise<PairStats> {
  const tally = new PairTally();
  const progress = createProgress(process.stderr, { quiet: options.quiet === true });
  const bar = progress.start(
    'pairing',
    sites.captions.reduce((sum, captions) => sum + captions, 0),
    'captions',
  );
  const paired = () =>
    choosePartners(query.asked(), query.meetings, { ...choose, kind: options.kind ?? 'span' });
  try {
    bar.update(0);
    const rowOf = encode.format === 'tsv' ? await rowsOf(paired(), sites, encode.keepsAll) : undefined;
    const writer = await createRecordWriter(output, encode, [], inputs[0]!, fieldsOf(options, undefined));
    await writer.start();
    let place = 0;
    let block: MinedCaption[] = [];
    const endBlock = async () => {
      await writer.append(await encodeBlock(block, encode));
      block = [];
      bar.update(place);
    };
    for await (const one of paired()) {
      tally.add(one);
      const { caption, reason } = one;
      const negatives = options.offsets === 'codepoints' ? one.negatives.map(inCodepoints) : one.negatives;
      const partners = one.partners.map((partner): Partner => {
        const row = rowOf?.(partner) ?? noRow;
        const { picture } = partner;
        return { ...(row === noRow ? {} : { row }), ...(picture ? { picture } : {}) };
      });
      block.push({ caption, place, negatives, partners, ...(encode.keepsAll && reason ? { reason } : {}) });
      place += 1;
      if (block.length === blockSize) await endBlock();
    }
    if (block.length > 0) await endBlock();
    await writer.finish();
    return tally.snapshot();
  } finally {
    progress.stop();
  }
}

const noRow = -1;

/** The number of each caption's row in the output, from 0; −1 for none. */
async function rowsOf(
  paired: ReturnType<typeof choosePartners>,
  sites: SiteFiles,
  keepsAll: boolean,
): Promise<(caption: StoredCaption) => number> {
  const rows = sites.captions.map((captions) => new Int32Array(captions).fill(noRow));
  let row = 0;
  for await (const { caption, negatives } of paired) {
    if (negatives.length === 0 && !keepsAll) continue;
    rows[caption.shard]![caption.line] = row;
    row += 1;
  }
  return ({ shard, line }) => rows[shard]![line]!;
}

/** What records depend on, beyond the input and what site files depend on. */
function fingerprintOf(
  format: string,
  { choose }: SiteSetup,
  options: PairsFileOptions,
  encode: EncodeOptions,
): Fingerprint {
  return {
    '--kind': options.kind ?? 'span',
    '--policy': choose.policy,
    '--temperature': choose.temperature,
    '--per-caption': choose.perCaption,
    '--format': format,
    '--caption-field': options.captionField ?? '',
    '--id-field': options.idField ?? '',
    '--image-field': options.imageField ?? '',
    '--keep': (options.keep ?? []).join(','),
    '--keep-all': String(encode.keepsAll),
    '--offsets': options.offsets ?? 'utf16',
    '--output-format': `${encode.format}${encode.gzip ? ' in gzip' : ''}`,
  };
}
