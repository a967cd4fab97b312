import { InputError } from '@slipform/kit/input-error';
import { isJsonObject } from '@slipform/kit/parse-json';
import type { Progress } from '@slipform/kit/progress';
import { encodeBlock } from '../files/encode-block';
import type { FieldNames } from '../files/file-caption';
import { damagedJournal } from '../files/journal';
import { inCodepoints, type OffsetUnit } from '../files/offsets';
import type { Output } from '../files/output';
import type { EncodeOptions, FinishedBlock, MinedCaption, Partner } from '../files/record-format';
import { createRecordWriter } from '../files/record-writer';
import type { InputWatch } from '../files/unchanged-input';
import { type ChooseOptions, choosePartners } from '../natural/choose-partners';
import type { HashFiles } from '../natural/hash-files';
import { type JoinedHashes, joinHashes } from '../natural/join-hashes';
import { isPairStats, type PairStats, PairTally } from '../natural/pair-stats';
import { blockSize } from '../sites/cut-into-blocks';

export interface WritePairsOptions {
  readonly file: string;
  readonly fields: FieldNames;
  readonly choose: ChooseOptions;
  readonly encode: EncodeOptions;
  readonly offsets: OffsetUnit;
  readonly progress: Progress;
  readonly watch: InputWatch;
}

/** The second and third step: joins the hashes, and writes the partners block by block behind those of an earlier run. */
export async function writePairs(
  hashes: HashFiles,
  output: Output,
  { file, fields, choose, encode, offsets, progress, watch }: WritePairsOptions,
): Promise<PairStats> {
  const { captions } = hashes.readDone();
  const joined = joinHashes([hashes], hashes.folder);
  const tally = new PairTally();
  const finished = output.finished.map(({ state }) => finishedOf(state));
  const bar = progress.start('pairing', captions, 'captions');
  bar.update(0);
  try {
    const writer = await createRecordWriter(output, encode, finished, file, fields);
    if (finished.length === 0) await writer.start();
    let blocks = 0;
    let place = 0;
    let block: MinedCaption[] = [];
    const endBlock = async () => {
      blocks += 1;
      // An earlier run has written it.
      if (blocks > finished.length) {
        const state = await writer.append(await encodeBlock(block, encode));
        const rows = block.reduce((sum, { records, reason }) => sum + (reason ? 1 : records.length), 0);
        watch.assertUnchanged();
        await output.blockDone({ writer: state, rows });
      }
      block = [];
      bar.update(place);
    };
    const rows = encode.format === 'tsv' ? rowsOf([hashes], joined, choose, encode.keepsAll) : undefined;
    for (const paired of choosePartners([hashes], joined, choose)) {
      tally.add(paired);
      const { caption, reason } = paired;
      const records = offsets === 'utf16' ? paired.records : paired.records.map(inCodepoints);
      const partners = paired.partners.map((partner): Partner => {
        const row = rows?.[partner.place] ?? noRow;
        const { picture } = partner;
        return { ...(row === noRow ? {} : { row }), ...(picture ? { picture } : {}) };
      });
      block.push({ caption, place, records, partners, ...(encode.keepsAll && reason ? { reason } : {}) });
      place += 1;
      if (block.length === blockSize) await endBlock();
    }
    if (block.length > 0) await endBlock();
    await writer.finish();
  } finally {
    joined.close();
  }
  return tally.snapshot();
}

const noRow = -1;

/** The number of each caption's row in the output, from 0; −1 for none. */
function rowsOf(
  shards: readonly HashFiles[],
  joined: JoinedHashes,
  choose: ChooseOptions,
  keepsAll: boolean,
): Int32Array {
  const captions = shards.reduce((sum, files) => sum + files.readDone().captions, 0);
  const rows = new Int32Array(captions).fill(noRow);
  let row = 0;
  for (const { caption, records } of choosePartners(shards, joined, choose)) {
    if (records.length === 0 && !keepsAll) continue;
    rows[caption.place] = row;
    row += 1;
  }
  return rows;
}

/** The journal's record of a block. */
function finishedOf(state: unknown): FinishedBlock {
  if (isJsonObject(state) && typeof state.rows === 'number') return { state: state.writer, rows: state.rows };
  throw damagedJournal();
}

/** The record of a finished run. */
export function pairSummaryOf(
  output: string,
  summary: unknown,
): { readonly stats: PairStats; readonly brokenLines: number } {
  if (isJsonObject(summary) && isPairStats(summary.stats) && typeof summary.brokenLines === 'number') {
    return { stats: summary.stats, brokenLines: summary.brokenLines };
  }
  throw new InputError(`the record beside ${output} is damaged; remove it.`);
}
