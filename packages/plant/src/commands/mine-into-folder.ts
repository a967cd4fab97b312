import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { shardsOf } from '@slipform/kit/shards/shard-names';
import { readShare, shareOf } from '@slipform/kit/shards/share';
import { counted } from '@slipform/kit/text/format-number';
import type { Command } from 'commander';
import { type MineFolderResult, mineFolder } from '../run/mine-folder';
import { refuseOffsets, refuseWithoutImages } from './idle-options';
import { guessFormat } from './input-and-output';
import type { MineCommandOptions } from './mine-command';
import { jsonSummary, textSummary } from './mine-summary';

/** `slipform-plant mine INPUTS... -o OUT/` */
export async function mineIntoFolder(
  command: Command,
  inputs: readonly string[],
  { json, ...read }: MineCommandOptions,
  fail: () => void,
): Promise<void> {
  const { outputFormat = 'jsonl', quiet } = read;
  refuseOffsets(command, outputFormat, read.offsets);
  refuseWithoutImages(command, outputFormat, read.withoutImages);
  const share = readShare(read);
  const shards = shareOf(shardsOf(await expandInputs(inputs)), share);
  if (read.format === undefined) for (const { file } of shards) guessFormat(file, command);
  const result = await mineFolder(shards, { ...read, outputFormat });
  if (!quiet) process.stderr.write(`slipform-plant: ${shardsText(result, shards.length, share.task)}\n`);
  if (json) process.stdout.write(`${jsonSummary(result)}\n`);
  else if (!quiet && result.mined > 0) process.stderr.write(`${textSummary(result)}\n`);
  const isBroken = result.brokenLines > 0 && !read.skipInvalid;
  if (isBroken || result.failed.length > 0) fail();
}

function shardsText(
  { mined, finishedBefore, failed }: MineFolderResult,
  count: number,
  task: number,
): string {
  if (count === 0) return `task ${task} has no input, since there are more tasks than inputs; nothing to do.`;
  const parts = [
    `${mined} of ${counted(count, 'input')} mined`,
    ...(finishedBefore > 0 ? [`${finishedBefore} finished already`] : []),
    ...(failed.length > 0 ? [`${failed.length} failed (${failed.map(({ file }) => file).join(', ')})`] : []),
  ];
  return `${parts.join(', ')}.`;
}
