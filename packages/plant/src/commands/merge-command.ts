import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import type { JsonObject } from '@slipform/kit/formats/parse-json';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileName, flagRow, repeated, row } from '@slipform/kit/options/command-rows';
import { defineOptions } from '@slipform/kit/options/options';
import { expandInputs } from '@slipform/kit/shards/expand-inputs';
import { shardsOf } from '@slipform/kit/shards/shard-names';
import { counted } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import type { Command } from 'commander';
import { type MergedFolder, mergeFolder, writeShardSizes } from '../run/merge-folder';
import { MINE_OPTIONS } from '../run/mine-options';
import { countsSummary } from './mine-summary';
import { readFileName } from './usage';

const MERGE_OPTIONS = defineOptions('slipform-plant merge', {
  inputs: row(
    'the inputs of which there must be an output: names, globs and brace lists (in quotes), @names.txt',
    repeated(fileName()),
  ),
  quick: flagRow('compare the sizes of outputs, not their SHA-256'),
  json: flagRow('print the summary as JSON'),
  quiet: flagRow('print what is wrong, and nothing else'),
});

/** As many as are named one by one. */
const maxNamed = 20;

/** `slipform-plant merge`. @param fail called if something is missing or wrong */
export function addMergeCommand(program: Command, fail: () => void): void {
  const command = program
    .command('merge')
    .description(
      'Verify a folder that `mine INPUTS... -o OUT/` wrote: checksums, one version, same options, no unfinished shard. Adds up the statistics (summary.json) and lists the shards’ sizes (sizes.json).',
    )
    .usage('<folder> [--inputs <inputs...>] [options]')
    .argument('<folder>', 'the folder', readFileName);
  addOptions(command, MERGE_OPTIONS, { inputs: '--inputs <inputs...>' }).action(
    async (folder: string, given: unknown) => {
      const { inputs, json, quick, quiet } = MERGE_OPTIONS.read(given);
      const shards = inputs === undefined ? undefined : shardsOf(await expandInputs(inputs));
      const merged = await mergeFolder(folder, { shards, quick, quiet });
      const { problems, missing } = merged;
      if (problems.length > 0 || missing.length > 0) {
        fail();
        complain(folder, merged);
        return;
      }
      const summary = JSON.stringify(
        { ...countsSummary(merged), outputs: merged.outputs.length, madeBy: merged.fingerprint },
        null,
        2,
      );
      if (Object.keys(merged.sizes).length > 0) await writeShardSizes(folder, merged.sizes);
      await writeFileWhole(join(folder, 'summary.json'), `${summary}\n`);
      if (json) process.stdout.write(`${JSON.stringify(JSON.parse(summary))}\n`);
      else if (!quiet) process.stderr.write(`slipform-plant: ${wholeText(folder, merged)}\n`);
    },
  );
}

function wholeText(folder: string, { outputs, stats, sizes }: MergedFolder): string {
  const files = Object.keys(sizes).length > 0 ? 'summary.json and sizes.json' : 'summary.json';
  const { captions, captionsWithNegative, negatives } = stats;
  return `${folder} is whole: ${counted(outputs.length, 'output')}, ${counted(captions, 'caption')}, ${captionsWithNegative} with a negative, ${counted(negatives, 'negative')}; ${files} written.`;
}

function complain(folder: string, { problems, missing, fingerprint, outputs }: MergedFolder): void {
  const say = (text: string) => process.stderr.write(`slipform-plant: ${text}\n`);
  for (const problem of problems.slice(0, maxNamed)) say(problem);
  if (problems.length > maxNamed) say(`${problems.length - maxNamed} more are wrong.`);
  if (missing.length > 0) {
    const more = missing.length > maxNamed ? ` and ${missing.length - maxNamed} more` : '';
    say(
      `${counted(missing.length, 'input')} without a finished output: ${missing.slice(0, maxNamed).join(', ')}${more}.`,
    );
    const named = missing.length > maxNamed ? 'INPUTS' : missing.map(quotedForShell).join(' ');
    const options = outputs.length === 0 ? ' OPTIONS' : optionsText(fingerprint);
    say(
      `make what is missing: slipform-plant mine ${named} -o ${quotedForShell(folder.replace(/[/\\]?$/, '/'))}${options}`,
    );
  }
  const summary = join(folder, 'summary.json');
  say(
    existsSync(summary)
      ? `nothing was written, and ${summary} says what was there before.`
      : 'nothing was written.',
  );
}

/** The options of a run by its fingerprint, those left out that have their default. */
export function optionsText(fingerprint: JsonObject): string {
  const rows: Readonly<Record<string, { readonly fallback?: unknown }>> = MINE_OPTIONS.rows;
  const words = Object.entries(fingerprint).flatMap(([flag, value]) => {
    const name = flag.replace(/^--/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const isDefault = String(rows[name]?.fallback ?? '') === String(value);
    // A record may be of another: what is no option of ours, or no value of one, would be run by who copies the line.
    if (flag !== flagOf(name) || !(Object.hasOwn(rows, name) || name === 'kind')) return [];
    if (name === 'seed' && !/^-?\d{1,16}$/.test(String(value))) return [];
    if (value === 'false' && rows[name]?.fallback === true) return [flag.replace('--', '--no-')];
    if (isDefault || typeof value === 'object' || value === '' || value === 'false') return [];
    if (flag === '--output-format' && value === 'jsonl') return [];
    if (value === 'true') return [flag];
    // Of these files the fingerprint has the hash alone.
    if (['--norms', '--fit', '--contrasts', '--vocabulary', '--prompt'].includes(flag)) return [flag, 'FILE'];
    return [flag, quotedForShell(String(value))];
  });
  return words.map((word) => ` ${word}`).join('');
}

const flagOf = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export function quotedForShell(text: string): string {
  const word = printable(text, Number.POSITIVE_INFINITY);
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
