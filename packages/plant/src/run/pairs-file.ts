import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sizeOf } from '@slipform/kit/captions/open-input';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { type Output, withOutputFile } from '@slipform/kit/files/output-file';
import { isFolderName } from '@slipform/kit/shards/is-folder-name';
import { shardsOf } from '@slipform/kit/shards/shard-names';
import { formatOf } from '../files/caption-format';
import { commonTypes } from '../files/kept';
import { inCodepoints } from '../files/offsets';
import type { EncodeOptions, MinedCaption, Partner } from '../files/record-format';
import { createRecordWriter, encodeBlock } from '../files/record-writer';
import { chooseExchanges } from '../natural/choose-exchanges';
import { choosePartners } from '../natural/choose-partners';
import { type PairStats, PairTally } from '../natural/pair-stats';
import {
  type PartnerKind,
  type PartnerQuery,
  queryPartners,
  type StoredCaption,
} from '../natural/query-partners';
import { blockSize } from '../sites/cut-into-blocks';
import { spent } from './mine-file';
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
  const { output: to, memory = 1024, kind = 'span', force } = options;
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
  const rules = {
    file: to,
    inputs: [
      ...readBy(read[0]!, options),
      ...[...read.slice(1), ...(candidates ?? [])].map((file) => ({ file, name: 'an input' })),
    ],
    force,
  };
  return withOutputFile(rules, async (save, output) => {
    // Goes with this run, whatever becomes of it.
    const scratch = await output.makeScratch();
    let query: PartnerQuery | undefined;
    try {
      const sites = given ?? (await writeSites(join(scratch, 'sites'), inputs, setup, options));
      query = await queryPartners(sites.files, {
        kind,
        memory,
        // For what DuckDB's memory does not hold.
        temporary: join(scratch, 'duckdb'),
        candidates,
        captions: sites.captions,
      });
      if (encode.format === 'parquet' && keep) encode = { ...encode, kept: commonTypes(keep, sites.kept) };
      const stats = await writePairs(output, query, { inputs, sites, encode, setup, options });
      await save();
      return { stats, brokenLines: sites.brokenLines, ...spent(started) };
    } finally {
      query?.close();
    }
  });
}

/** Makes the site files of captions, which last as long as the run. */
async function writeSites(
  folder: string,
  inputs: readonly string[],
  setup: SiteSetup,
  options: SiteFileOptions,
): Promise<SiteFiles> {
  await mkdir(folder);
  const shards =
    inputs.length === 1 ? [{ file: inputs[0]!, name: 'captions', shard: undefined }] : shardsOf(inputs);
  const files: string[] = [];
  for (const [number, { file, name }] of shards.entries()) {
    const sites = join(folder, `${name}.parquet`);
    const shard = inputs.length === 1 ? undefined : name;
    await writeSiteFile({ file, shard, number, of: shards.length }, sites, setup, options);
    files.push(sites);
  }
  return openSiteFiles(files, setup.by);
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
    options.kind === 'exchange'
      ? chooseExchanges(() => query.asked(), choose)
      : choosePartners(query.asked(), query.meetings, { ...choose, kind: options.kind ?? 'span' });
  try {
    bar.update(0);
    const rowOf = encode.format === 'tsv' ? await rowsOf(paired(), sites, encode.keepsAll) : undefined;
    const writer = await createRecordWriter(output, encode, inputs[0]!, fieldsOf(options, undefined));
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
