import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withInterruption } from '@slipform/kit/interruption';
import { withOutputFolder } from '@slipform/kit/output-folder';
import { createProgress } from '@slipform/kit/progress';
import { writeFileWhole } from '@slipform/kit/write-file';
import { Command, Option } from 'commander';
import { ARMS, type DemoOutcome, describeSettings, runDemo } from '../experiment/demo';
import { DEMO_SETTINGS, type DemoSettings, QUICK_SETTINGS } from '../experiment/demo-settings';
import { studies } from '../experiment/studies/studies';
import { formatSeconds } from '../report/format-number';
import { demoLeads } from '../report/lead';
import type { ExperimentRecord, MiningSummary } from '../report/record';
import { renderReport } from '../report/render-report';
import { stringifyRecord } from '../report/stringify-record';
import { summariseResults } from '../report/summary-rows';
import { checkDemoFiles, type DemoFiles } from './demo-files';
import { backendOption, forceOption, seedList, seedOption, wholeNumber } from './options';
import { resultsTable } from './results-table';
import { studyCommand } from './study';
import { writeJson } from './write-json';

const number = (value: number) => value.toLocaleString('en');

interface DemoFlags {
  readonly quick?: boolean;
  readonly backend: string;
  readonly steps?: number;
  readonly captions?: number;
  readonly testScenes?: number;
  readonly seed: number;
  readonly seeds?: number[];
  readonly out: string;
  readonly open?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
}

export function experimentCommand(): Command {
  const command = new Command('experiment')
    .description('Run an experiment from end to end')
    .addCommand(demoCommand());
  for (const study of studies) command.addCommand(studyCommand(study));
  return command;
}

function demoCommand(): Command {
  return new Command('demo')
    .description(
      'Mine hard negatives for scene captions, fine-tune a small dual encoder with InfoNCE, with hard negatives and with Cement, and compare them',
    )
    .option('--quick', describeQuick())
    .addOption(backendOption())
    .option('--steps <n>', 'training steps of each arm', wholeNumber(1))
    .option('--captions <n>', 'training captions', wholeNumber(DEMO_SETTINGS.batchSize))
    .option('--test-scenes <n>', 'test pictures for each style', wholeNumber(10))
    .addOption(seedOption())
    .addOption(
      new Option(
        '--seeds <list>',
        'in place of --seed: several training seeds, for instance 0,1,2,3: intervals over seeds',
      )
        .argParser(seedList)
        .conflicts('seed'),
    )
    .option(
      '--out <folder>',
      'where report.html, results.json and negatives.jsonl go; those of a run with the same options are overwritten',
      'slipform-demo',
    )
    .option('--open', 'open the report')
    .option('--json', 'print tables and conclusion as JSON')
    .addOption(
      forceOption(
        'also overwrite files of these names in --out that a run with other options or somebody else wrote',
      ),
    )
    .action(runDemoCommand);
}

async function runDemoCommand(flags: DemoFlags): Promise<void> {
  const { out: folder, force = false } = flags;
  const files = outputFiles(folder);
  const settings = settingsOf(flags);
  const seeds = flags.seeds ?? [flags.seed];
  const identity = { settings: describeSettings(settings, seeds), backend: flags.backend };
  const record = await withOutputFolder({ folder, name: '--out' }, async (lock) => {
    const formerRun = await checkDemoFiles(files, identity, force);
    const { record, negatives } = await runDemoWithProgress(settings, seeds, flags.backend);
    lock.assertHeld();
    await checkDemoFiles(files, identity, force);
    if (formerRun) process.stderr.write('Overwriting the files of a former run.\n');
    const results = stringifyRecord(record);
    await writeFileWhole(
      files.negatives,
      negatives.map((negative) => `${JSON.stringify(negative)}\n`),
    );
    await writeFileWhole(files.results, results);
    // From the rounded numbers of the file, so that `report` makes the very same page of it.
    await writeFileWhole(files.report, renderReport(JSON.parse(results)));
    return record;
  });
  if (flags.json) writeJson(jsonOutput(record, files));
  else process.stdout.write(textOutput(record, files));
  if (flags.open) openFile(files.report);
}

function describeQuick(): string {
  const [quick, whole] = [QUICK_SETTINGS, DEMO_SETTINGS];
  return `${quick.steps} steps, ${number(quick.captions)} captions and ${quick.testCount} questions of each kind (in place of ${whole.steps}, ${number(whole.captions)} and ${number(whole.testCount)}): about a minute with the build; often too short to show a difference between the losses`;
}

/** The first line of a run: what it does, and for how long, where it has the sizes that the README gives times for. */
function describePlan(settings: DemoSettings, seeds: number, backend: string): string {
  const { steps, captions, testCount, styles } = settings;
  const runsAs = (other: DemoSettings) =>
    backend === 'wasm' &&
    steps === other.steps &&
    captions === other.captions &&
    testCount === other.testCount;
  const measured = [
    { of: DEMO_SETTINGS, time: 'about a minute and a half' },
    { of: QUICK_SETTINGS, time: 'about a minute' },
  ].find(({ of }) => runsAs(of));
  const time = measured ? `; ${measured.time}${seeds > 1 ? ' for each seed' : ''} on two idle cores` : '';
  const subject = seeds > 1 ? `For each of ${seeds} seeds the demo` : 'The demo';
  return `${subject} mines hard negatives for ${number(captions)} captions, trains ${ARMS.length} models for ${number(steps)} steps each, and judges them and their checkpoint on ${number(testCount)} pictures by each of ${styles.length} artists${time}.\n`;
}

function settingsOf({ quick, steps, captions, testScenes }: DemoFlags): DemoSettings {
  const base = quick ? QUICK_SETTINGS : DEMO_SETTINGS;
  return {
    ...base,
    steps: steps ?? base.steps,
    captions: captions ?? base.captions,
    testCount: testScenes ?? base.testCount,
  };
}

function runDemoWithProgress(
  settings: DemoSettings,
  seeds: readonly number[],
  backend: string,
): Promise<DemoOutcome> {
  process.stderr.write(describePlan(settings, seeds.length, backend));
  const progress = createProgress(process.stderr);
  return withInterruption('nothing was written.', async (signal) => {
    try {
      return await runDemo({
        settings,
        seeds,
        backend,
        command: ['slipform-bench', ...process.argv.slice(2)].join(' '),
        progress,
        signal,
        onMined: (summary) => process.stderr.write(describeMining(summary)),
      });
    } finally {
      progress.stop();
    }
  });
}

function outputFiles(folder: string): DemoFiles {
  return {
    report: resolve(join(folder, 'report.html')),
    results: resolve(join(folder, 'results.json')),
    negatives: resolve(join(folder, 'negatives.jsonl')),
  };
}

function describeMining(mining: MiningSummary): string {
  const kinds = Object.entries(mining.byKind).map(([kind, count]) => `${kind} ${number(count)}`);
  const samples = mining.samples.map(
    ({ caption, negative, concreteness }) =>
      `  ${caption} → ${negative} (concreteness ${concreteness.toFixed(2)})`,
  );
  return `${[
    `${number(mining.negatives)} hard negatives for ${number(mining.covered)} of ${number(mining.captions)} captions in ${formatSeconds(mining.seconds)}: ${kinds.join(', ')}; ${number(mining.discarded)} more, which their scenes don't prove false, were left out`,
    ...samples,
  ].join('\n')}\n`;
}

function textOutput(record: ExperimentRecord, files: DemoFiles): string {
  const leads = demoLeads(record);
  const tables = summariseResults(record.results).map((table) => resultsTable(table, leads));
  return `\n${[...tables, record.conclusion.join('\n'), `Report: ${files.report} (${formatSeconds(record.seconds)} in all)`].join('\n\n')}\n`;
}

function jsonOutput(record: ExperimentRecord, files: DemoFiles): object {
  const { conclusion, comparisons, seconds, settings, environment, mining } = record;
  const tables = summariseResults(record.results);
  return {
    tables,
    leads: demoLeads(record),
    conclusion,
    comparisons,
    mining,
    seconds,
    settings,
    environment,
    files,
  };
}

function openFile(path: string): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(opener, [pathToFileURL(path).href], { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write(`${opener} is not there; open the report yourself\n`));
  child.unref();
}
