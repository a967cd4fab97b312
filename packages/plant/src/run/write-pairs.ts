import { InputError } from '@slipform/kit/input-error';
import { isJsonObject } from '@slipform/kit/parse-json';
import type { Progress } from '@slipform/kit/progress';
import type { InputWatch } from '@slipform/kit/unchanged-input';
import { encodeBlock } from '../files/encode-block';
import type { FieldNames } from '../files/file-caption';
import { damagedJournal } from '../files/journal';
import { inCodepoints, type OffsetUnit } from '../files/offsets';
import type { Output } from '../files/output';
import type { EncodeOptions, FinishedBlock, MinedCaption, Partner } from '../files/record-format';
import { createRecordWriter } from '../files/record-writer';
import { type ChooseOptions, choosePartners, type PairPartner } from '../natural/choose-partners';
import type { JoinedHashes } from '../natural/join-hashes';
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
  /** The shards whose captions choose. */
  readonly shards: readonly number[];
}

/** The third step: writes the partners that captions choose block by block behind those of an earlier run. */
export async function writePairs(
  joined: JoinedHashes,
  output: Output,
  { file, fields, choose, encode, offsets, progress, watch, shards }: WritePairsOptions,
): Promise<PairStats> {
  const captions = shards.reduce((sum, shard) => sum + joined.shards[shard]!.readDone().captions, 0);
  const tally = new PairTally();
  const finished = output.finished.map(({ state }) => finishedOf(state));
  const bar = progress.start('pairing', captions, 'captions');
  bar.update(0);
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
  const rowOf = encode.format === 'tsv' ? rowsOf(joined, choose, encode.keepsAll, shards) : undefined;
  for (const paired of choosePartners(joined, choose, shards)) {
    tally.add(paired);
    const { caption, reason } = paired;
    const records = offsets === 'utf16' ? paired.records : paired.records.map(inCodepoints);
    const partners = paired.partners.map((partner): Partner => {
      const row = rowOf?.(partner) ?? noRow;
      const { picture } = partner.caption;
      return { ...(row === noRow ? {} : { row }), ...(picture ? { picture } : {}) };
    });
    block.push({ caption, place, records, partners, ...(encode.keepsAll && reason ? { reason } : {}) });
    place += 1;
    if (block.length === blockSize) await endBlock();
  }
  if (block.length > 0) await endBlock();
  await writer.finish();
  return tally.snapshot();
}

const noRow = -1;

/** The number of each caption's row in the output, from 0; −1 for none. */
function rowsOf(
  joined: JoinedHashes,
  choose: ChooseOptions,
  keepsAll: boolean,
  shards: readonly number[],
): (partner: PairPartner) => number {
  const rows = new Map(
    shards.map((shard) => [shard, new Int32Array(joined.shards[shard]!.readDone().captions).fill(noRow)]),
  );
  let row = 0;
  for (const { shard, caption, records } of choosePartners(joined, choose, shards)) {
    if (records.length === 0 && !keepsAll) continue;
    rows.get(shard)![caption.place] = row;
    row += 1;
  }
  return (partner) => rows.get(partner.shard)?.[partner.caption.place] ?? noRow;
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
