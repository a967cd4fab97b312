import type { Command } from 'commander';
import type { OutputFormat } from '../files/caption-format';
import type { OffsetUnit } from '../files/offsets';
import type { Policy } from '../options';

/** A temperature that no draw would use is wrong usage. */
export function refuseIdleTemperature(command: Command, policy: Policy): void {
  if (command.getOptionValueSource('temperature') !== 'cli' || policy === 'weighted') return;
  command.error(
    `error: --temperature belongs to --policy weighted, and the policy is ${policy}; add --policy weighted, or leave it out.`,
  );
}

/** A unit of offsets for a format that holds none is wrong usage. */
export function refuseOffsets(command: Command, format: OutputFormat, offsets: OffsetUnit): void {
  if (format !== 'tsv' || offsets === 'utf16') return;
  command.error(
    'error: --offsets has no use for tsv, which holds no offsets; write jsonl, parquet or tar, or leave it out.',
  );
}

/** Only a shard can be without the images of its input. */
export function refuseWithoutImages(
  command: Command,
  format: OutputFormat,
  withoutImages: boolean | undefined,
): void {
  if (!withoutImages || format === 'tar') return;
  command.error(
    `error: --without-images belongs to output as tar, and ${format} holds no images; add --output-format tar, or leave it out.`,
  );
}
