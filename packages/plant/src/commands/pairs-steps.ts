import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { shardsOf } from '@slipform/kit/shards/shard-names';
import { readShare } from '@slipform/kit/shards/share';
import type { Command } from 'commander';
import { counted } from '../counted';
import { outputFormatOf } from '../files/caption-format';
import { groupSitesFile } from '../run/group-sites-file';
import { hashShards } from '../run/hash-shards';
import { joinPairs, joinPairsFolder } from '../run/join-pairs';
import { refuseOffsets } from './idle-options';
import { tell } from './input-and-output';
import type { PAIRS_OPTIONS, PairsOptionsRead } from './pairs-options';
import { jsonPairs, textPairs } from './pairs-summary';
import { reportRun } from './report-run';

/** All of `pairs`, or one of its steps. */
export type Step = 'all' | 'hash' | 'group' | 'join';

type OptionName = keyof typeof PAIRS_OPTIONS.rows;

/** The options that a step has no use for, which were given to another step, or can be given to one. */
const idle: Readonly<Record<Step, readonly OptionName[]>> = {
  all: ['grouped', 'task', 'of'],
  hash: ['grouped', 'outputFormat', 'keepAll', 'offsets', 'perCaption', 'policy', 'temperature', 'resume'],
  group: [
    ...([
      'grouped',
      'task',
      'of',
      'format',
      'captionField',
      'idField',
      'imageField',
      'outputFormat',
      'keep',
    ] as const),
    ...(['keepAll', 'offsets', 'perCaption', 'policy', 'temperature', 'slots', 'seed', 'maxGap'] as const),
    ...(['norms', 'resume', 'skipInvalid'] as const),
  ],
  join: ['format', 'captionField', 'idField', 'imageField', 'keep', 'skipInvalid'],
};

const flags = { hash: '--hashes-only', group: '--group', join: '--join' } as const;

/** The step that is asked for. */
export function stepOf(
  command: Command,
  { hashesOnly, group, join }: Partial<Pick<PairsOptionsRead, 'hashesOnly' | 'group' | 'join'>>,
): Step {
  const asked = [
    ...(hashesOnly ? (['hash'] as const) : []),
    ...(group ? (['group'] as const) : []),
    ...(join ? (['join'] as const) : []),
  ];
  if (asked.length < 2) return asked[0] ?? 'all';
  return command.error(
    `error: ${asked.map((step) => flags[step]).join(' and ')} are steps of their own; ask for one at a time.`,
  );
}

/** Options that a step has no use for are wrong usage, and so are several inputs where one is read. */
export function refuseMixedSteps(command: Command, step: Step, inputs: readonly string[]): void {
  const name = idle[step].find((option) => command.getOptionValueSource(option) === 'cli');
  if (name !== undefined) {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    command.error(
      step === 'all'
        ? `error: ${flag} belongs to ${name === 'grouped' ? '--join' : '--hashes-only or to --join with --grouped'}; add that, or leave it out.`
        : `error: ${flag} has no use in the step ${flags[step]}; give it to the step that it belongs to.`,
    );
  }
  if (step === 'join' && command.getOptionValueSource('grouped') !== 'cli') {
    const share = (['task', 'of'] as const).find((one) => command.getOptionValueSource(one) === 'cli');
    if (share) {
      command.error(
        `error: --${share} needs --grouped, since a join is the work of one process; group the hashes first (docs/natural.md), or leave it out.`,
      );
    }
  }
  if (inputs.length < 2 || step === 'hash' || step === 'join') return;
  command.error(
    `error: pairs reads one file here, got ${inputs.length}; hash several with --hashes-only, and join them.`,
  );
}

type RunStep = (
  command: Command,
  inputs: readonly string[],
  options: PairsOptionsRead,
  fail: () => void,
) => Promise<void>;

const runHash: RunStep = async (_, inputs, { json, ...options }, fail) => {
  const shards = shardsOf(await expandInputs(inputs));
  const result = await hashShards(shards, readShare(options), options);
  const { captions, hashed, finishedBefore, failed, seconds, brokenLines } = result;
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else if (!options.quiet) {
    process.stderr.write(
      `${counted(captions, 'caption')} of ${counted(hashed + finishedBefore, 'shard')}, ${hashed} hashed now, ${finishedBefore} before\n${seconds.toFixed(1)} s\n`,
    );
  }
  if (failed.length > 0 || (brokenLines > 0 && !options.skipInvalid)) fail();
};

const runGroup: RunStep = async (_, [input = '-'], { output, force, json, quiet }) => {
  const result = await groupSitesFile(input, { output, force });
  if (json && output !== '-') process.stdout.write(`${JSON.stringify(result)}\n`);
  else if (!quiet) {
    process.stderr.write(
      `slipform-plant: ${counted(result.sites, 'site')}, ${result.members} with partners to ask\n`,
    );
  }
};

const runJoin: RunStep = async (command, folders, read, fail) => {
  const { json, grouped, ...options } = read;
  const { output, quiet } = options;
  if (grouped !== undefined) {
    refuseOffsets(command, options.outputFormat ?? 'jsonl', options.offsets);
    const result = await joinPairsFolder(folders, grouped, readShare(options), options);
    if (json) process.stdout.write(`${jsonPairs(result)}\n`);
    else if (!quiet) {
      const { written, finishedBefore } = result;
      process.stderr.write(
        `${textPairs(result)}\n${counted(written, 'output')} written, ${finishedBefore} finished before\n`,
      );
    }
    if (result.failed.length > 0) fail();
    return;
  }
  const outputFormat = options.outputFormat ?? tell(command, () => outputFormatOf(output));
  refuseOffsets(command, outputFormat, options.offsets);
  const result = await joinPairs(folders, { ...options, outputFormat });
  reportRun(result, read, 'hashes', { json: jsonPairs, text: textPairs }, fail);
};

export const stepsOfPairs: Readonly<Record<Exclude<Step, 'all'>, RunStep>> = {
  hash: runHash,
  group: runGroup,
  join: runJoin,
};
