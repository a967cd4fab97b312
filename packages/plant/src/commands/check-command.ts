import { withOutputFile } from '@slipform/kit/files/output-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileRow, flagRow } from '@slipform/kit/options/command-rows';
import {
  choice,
  defineOptions,
  described,
  integer,
  number,
  type OptionsRead,
  optional,
} from '@slipform/kit/options/options';
import { counted } from '@slipform/kit/text/format-number';
import type { Command } from 'commander';
import { outputFormatOf } from '../files/caption-format';
import { PLANT_OPTIONS } from '../options';
import { type Calibration, calibrate, type Judgement, judgements, neededBy, wilson } from '../run/calibrate';
import {
  checkedFormats,
  createDraw,
  joinVerdicts,
  readNegatives,
  readSheet,
  sheetText,
} from '../run/check-file';
import { unlistedWords } from '../run/unlisted';
import { boundsOf } from '../scores/objective';
import { readFileName, sayWrote, tell } from './usage';

const CHECK_OPTIONS = defineOptions('slipform-plant check', {
  sample: described('how many negatives are drawn', optional(integer({ min: 1, max: 10_000 }), 60)),
  output: fileRow('file for the sheet, as CSV if it ends in .csv, else as TSV (default: standard output)'),
  seed: PLANT_OPTIONS.rows.seed,
  force: flagRow('overwrite the sheet'),
  verdicts: fileRow('the sheet with verdicts: prints claimed and found shares, and a --sense'),
  goal: described(
    'the share without a hard fault that the bound is to reach',
    optional(number({ above: 0, below: 1 }), 0.9),
  ),
  json: flagRow('print what the verdicts say as JSON'),
  format: described("the records' format (default: by their extension)", optional(choice(checkedFormats))),
  skipInvalid: flagRow('exit with 0 even if lines are broken'),
});

type CheckOptions = OptionsRead<typeof CHECK_OPTIONS.rows>;

/** Fewer verdicts tell no bound. */
const fewestVerdicts = 20;

/** `slipform-plant check`. @param fail called if lines of the records were broken */
export function addCheckCommand(program: Command, fail: () => void): void {
  const command = program
    .command('check')
    .description(
      'Draw a sample of negatives into a sheet, in which you write ok, mild (arguable) or hard (clearly wrong). With --verdicts, print the share of hard faults and the --sense that reaches your goal.',
    )
    .usage('<records> [-o <sheet>] | <records> --verdicts <sheet>')
    .argument('<records>', 'the file of negatives', readFileName);
  addOptions(command, CHECK_OPTIONS, { output: '-o, --output <file>' }).action(
    async (file: string, given: unknown) => {
      const read = CHECK_OPTIONS.read(given);
      refuseIdle(command, read);
      const format = read.format ?? tell(command, () => outputFormatOf(file));
      if (format === 'tsv')
        return command.error(
          `error: ${file} is NegCLIP's table, which names no slots; mine to JSON lines, Parquet or a shard, and check that.`,
        );
      const records = { file, format, skipInvalid: read.skipInvalid === true };
      const brokenLines =
        read.verdicts === undefined
          ? await drawSheet(records, read)
          : await tellVerdicts(records, read.verdicts, read);
      if (brokenLines > 0 && !records.skipInvalid) fail();
    },
  );
}

/** What belongs to the other of the two steps. */
function refuseIdle(command: Command, { verdicts }: CheckOptions): void {
  const idle = verdicts === undefined ? ['goal', 'json'] : ['sample', 'output', 'seed', 'force'];
  const name = idle.find((option) => command.getOptionValueSource(option) === 'cli');
  if (name === undefined) return;
  const remedy = verdicts === undefined ? 'add --verdicts SHEET' : 'leave out --verdicts to draw a sheet';
  command.error(`error: --${name} has no use ${verdicts ? 'with' : 'without'} --verdicts; ${remedy}.`);
}

async function drawSheet(
  records: Parameters<typeof readNegatives>[0],
  { output = '-', sample, seed, force }: CheckOptions,
): Promise<number> {
  const inputs = [{ file: records.file, name: 'the records' }];
  return withOutputFile({ file: output, name: '-o', force, inputs }, async (save) => {
    const { take, drawn } = createDraw(sample, seed);
    const captions = new Set<string>();
    const brokenLines = await readNegatives(records, (negative) => {
      captions.add(negative.caption);
      take(negative);
    });
    await save(sheetText(drawn(), output));
    sayWrote(output);
    const words = unlistedWords(captions).map(([word, times]) => `${word} ${times}`);
    if (words.length > 0) {
      process.stderr.write(
        `slipform-plant: frequent concrete words without a row of contrasts: ${words.join(', ')}; write rows for them, and mine with --contrasts FILE.\n`,
      );
    }
    return brokenLines;
  });
}

type Read = Awaited<ReturnType<typeof joinVerdicts>>['read'];

async function tellVerdicts(
  records: Parameters<typeof joinVerdicts>[0],
  sheet: string,
  { goal, json }: CheckOptions,
): Promise<number> {
  const { read, all, brokenLines } = await joinVerdicts(records, await readSheet(sheet));
  const found = calibrate(read, all, goal);
  const isEnough = read.length >= fewestVerdicts;
  const sense = isEnough ? found.sense : undefined;
  const text = json
    ? JSON.stringify({ read: read.length, negatives: all.length, goal, ...found, sense: sense ?? null })
    : [...verdictLines(read, found), ...boundLines(found, goal, isEnough, read)].join('\n');
  process.stdout.write(`${text}\n`);
  return brokenLines;
}

const percent = (share: number) => (100 * share).toFixed(0);

/** A part of so many, with Wilson's interval of 95 %. */
function shareText(part: number, whole: number): string {
  const [low, high] = wilson(part, whole);
  return `${percent(part / whole)} % (${percent(low)}–${percent(high)})`;
}

function verdictLines(read: Read, { claimed, found }: Calibration): string[] {
  const count = (judgement: Judgement, some = read) =>
    some.filter(({ verdict }) => verdict === judgement).length;
  const sound = read.length - count('hard');
  const [low, high] = wilson(sound, read.length);
  const slots = [...new Set(read.flatMap(({ slot }) => slot || []))].sort();
  const bySlot = slots.map((slot) => {
    const own = read.filter((one) => one.slot === slot);
    return `${slot} ${count('hard', own)} of ${own.length}`;
  });
  return [
    `${counted(read.length, 'verdict')} (${judgements.map((one) => `${count(one)} ${one}`).join(', ')}); so many tell a share to ±${percent((high - low) / 2)} points`,
    `without a hard fault: claimed ${percent(claimed)} %, found ${shareText(sound, read.length)}, off by ${percent(Math.abs(claimed - found))} points`,
    ...(bySlot.length > 0 ? [`hard by slot: ${bySlot.join(', ')}`] : []),
  ];
}

/** Three decimals, as records have, rounded down. */
function boundText(sense: number): string {
  return String(Math.max(Math.floor(1000 * sense + 1e-6), 1) / 1000);
}

function boundLines(
  { sense, kept, expected, best }: Calibration,
  goal: number,
  isEnough: boolean,
  read: Read,
): string[] {
  if (!isEnough) return [`no bound: it needs ${fewestVerdicts} verdicts or more, better 60`];
  if (sense === undefined) {
    return [
      `no --sense reaches ${percent(goal)} % here (the least surprising tenth: ${percent(best)} %); leave out the slots with most hard faults (mine --slots), fit the corpus (slipform-plant fit), or ask for less (--goal)`,
    ];
  }
  if (kept === 1) return [`no bound is needed: ${percent(expected)} % of all should be without a hard fault`];
  const passing = read.filter((one) => neededBy(one) <= sense);
  const sound = passing.filter(({ verdict }) => verdict !== 'hard').length;
  const seen =
    passing.length === 0
      ? 'none of them was read'
      : `of ${passing.length} read ones ${shareText(sound, passing.length)} are`;
  return [
    `--sense ${boundText(sense)}: ${percent(kept)} % of these negatives pass, and ${percent(goal)} % of those should be without a hard fault; ${seen}`,
    'mine again with this option: captions whose negative does not pass get another one where they can',
    `its largest surprisal by slot: ${Object.entries(boundsOf(sense))
      .map(([slot, bound]) => `${slot} ${boundText(bound)}`)
      .join(', ')}`,
  ];
}
