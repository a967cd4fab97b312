import { extensionOf, formatOfName } from '@slipform/kit/captions/caption-formats';
import { sizeOf } from '@slipform/kit/captions/open-input';
import { wordReader } from '@slipform/kit/options/add-options';
import { fileName } from '@slipform/kit/options/command-rows';
import { type Command, Option } from 'commander';
import { type Format, formatOf, type OutputFormat } from '../files/caption-format';
import type { OffsetUnit } from '../files/offsets';
import type { PairsOptionsRead } from './pairs-command';

/** Reads the name of a file. */
export const readFileName = wordReader(fileName());

/** Reads one more name of a file. */
export function fileNames(name: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), readFileName(name)];
}

/** The input and the output. If both are missing, one message names both; commander would name only the first. */
export function inputAndOutput(
  command: Command,
  input: string | undefined,
  output: string | undefined,
): { readonly input: string; readonly output: string } {
  if (input !== undefined && output !== undefined) return { input, output };
  const missing = [
    ...(input === undefined ? ['the input'] : []),
    ...(output === undefined ? ['the output (-o FILE, or -o - for standard output)'] : []),
  ];
  return command.error(
    `error: ${missing.join(' and ')} must be named; see slipform-plant ${command.name()} --help.`,
  );
}

/** Calls a function of a name; an error is wrong usage. */
export function tell<T>(command: Command, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    return command.error(`error: ${(error as Error).message}`);
  }
}

/** The format of an input without the option --format. */
export function guessFormat(input: string, command: Command): Format {
  // A folder is called one, whatever its name ends in.
  sizeOf(input);
  return tell(command, () => formatOf(input));
}

/** A unit of offsets for a format that holds none is wrong usage. */
export function refuseOffsets(command: Command, format: OutputFormat, offsets: OffsetUnit): void {
  if (format !== 'tsv' || offsets === 'utf16') return;
  command.error(
    'error: --offsets has no use for tsv, which holds no offsets; write jsonl, parquet or tar, or leave it out.',
  );
}

/** Refuses a value that an option had once, with what to do instead. */
export function refuseFormer(command: Command, option: string, former: string, remedy: string): void {
  command.on(`option:${option.slice(2)}`, (value: unknown) => {
    if (value === former) command.error(`error: ${option} ${former} is no more; ${remedy}`);
  });
}

const formerOptions = new WeakSet<Option>();

/** Refuses options that there were once, by their names, each with what to do instead. */
export function refuseFormerOptions(command: Command, remedies: Readonly<Record<string, string>>): void {
  for (const [name, remedy] of Object.entries(remedies)) {
    const option = new Option(`--${name} [value]`).hideHelp();
    formerOptions.add(option);
    command.addOption(option);
    command.on(`option:${name}`, () => command.error(`error: --${name} is no more: ${remedy}.`));
  }
}

/** No option any more: it says what to do instead. */
export function isFormer(option: Option): boolean {
  return formerOptions.has(option);
}

/** What `--fields` names now. */
export const formerFields = Object.fromEntries(
  ['caption', 'id', 'image'].map((part) => [`${part}-field`, `write --fields ${part}=NAME`]),
);

const libraryHas = (name: string, value: string) =>
  `it is ${value}; createPlant of @slipform/plant and Python's slipform.mine take another as ${name}`;

/** What is the same in every command, and an option of programs alone. */
export const formerSettings = {
  temperature: libraryHas('temperature', '0.5 for --policy weighted'),
  'max-gap': libraryHas('maxGap (max_gap)', '1.5'),
};

/** The option by which one output was gone on with. @param folder what does that now */
export const formerResume = (folder: string) => ({
  resume: `one file is written whole or not at all; split a large input into several files and ${folder}, where a run that was cut off goes on by itself`,
});

/** Says of an output whose name tells no format what it holds. */
export function sayJsonLines({
  output,
  outputFormat,
  quiet,
}: {
  readonly output: string;
  readonly outputFormat?: string | undefined;
  readonly quiet: boolean;
}): void {
  const extension = extensionOf(output);
  if (outputFormat !== undefined || quiet || extension === '' || formatOfName(output) !== undefined) return;
  process.stderr.write(
    `slipform-plant: ${output} holds JSON lines, since .${extension} names no format; --output-format names one.\n`,
  );
}

/** What a run with one output says of itself. */
interface EndedRun {
  readonly doneBefore?: boolean;
  readonly brokenLines: number;
}

/**
 * The end of a run with one output: says that there was nothing to do, or prints the summary. JSON goes to standard output,
 * unless the records go there.
 *
 * @param fail called if lines were broken and nobody asked to skip them
 */
export function reportRun<Result extends EndedRun>(
  result: Result,
  { output, json, quiet, skipInvalid }: Pick<PairsOptionsRead, 'output' | 'json' | 'quiet' | 'skipInvalid'>,
  summaries: { readonly json: (result: Result) => string; readonly text: (result: Result) => string },
  fail: () => void,
): void {
  if (result.doneBefore) {
    process.stderr.write(
      `slipform-plant: ${output} is finished already, from the same input with the same options; nothing to do; pass --force to write it again.\n`,
    );
  }
  if (json) (output === '-' ? process.stderr : process.stdout).write(`${summaries.json(result)}\n`);
  else if (!quiet && !result.doneBefore) process.stderr.write(`${summaries.text(result)}\n`);
  if (result.brokenLines > 0 && !skipInvalid) fail();
}

/** Of a command that says nothing else. */
export function sayWrote(output: string): void {
  if (output !== '-') process.stderr.write(`slipform-plant: wrote ${output}\n`);
}
