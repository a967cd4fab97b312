// npm run bench:yardstick: training steps of CLIPs and the embedding of images, ours in Node and in Chromium beside
// PyTorch, on one thread and on two.
//
//   npm run build && npm run bench:yardstick -w @slipform/clip        --help lists the options; a quarter of an hour
//
// Each side is a process of its own that loads the same files. All sides take turns in one run, in an order that
// rotates, so that what else the machine does falls on each; a rate is the median of the rounds, a ratio the median
// of the rounds' ratios. The losses of the first twelve steps have to be PyTorch's within 1e-3. What each side does
// beside the step: ours computes the gradient's norm and clamps the logit scale, as trainClip does; its last layers
// compute only the token that is read, and PyTorch's all, as open_clip has it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { bundlePrograms } from './yardstick/bundle';
import { servePage } from './yardstick/chromium';
import { loadWarning, thisMachine } from './yardstick/figures';
import { updateDocs } from './yardstick/markdown';
import { readOptions, usage, type YardstickOptions } from './yardstick/options';
import { raceAt, type TaskResult } from './yardstick/race';
import { findOpponents, sidesOf } from './yardstick/sides';
import { laptopTable, type RaceReport, speedTables, taskTable } from './yardstick/tables';
import { describeTorch, type Torch } from './yardstick/torch';
import { writeTaskFolder } from './yardstick/write-task-folder';

if (process.argv.includes('--help')) console.log(usage);
else {
  try {
    await main(readOptions(process.argv.slice(2)));
  } catch (error) {
    console.error(InputError.isInstance(error) ? error.message : error);
    process.exitCode = 1;
  }
}

async function main(options: YardstickOptions): Promise<void> {
  const machine = thisMachine();
  console.log(
    `${machine.processor}, ${machine.cores} cores, ${machine.system}, load ${machine.load.toFixed(1)}`,
  );
  const warning = loadWarning(machine);
  if (warning !== undefined) console.log(warning);
  const opponents = await findOpponents(options.torch);
  for (const torch of opponents) {
    console.log(
      `${describeTorch(torch)}; loaded: ${torch.libraries.map((file) => basename(file)).join(' ')}`,
    );
  }
  if (opponents.length === 0)
    console.log('No Python here has torch and numpy: our side runs alone, unchecked.');
  const results = await race(options, opponents);
  const date = new Date().toISOString().slice(0, 10);
  const report: RaceReport = { machine, date, opponents, results };
  if (options.updateDocs) {
    const clip = join(import.meta.dirname, '../../packages/clip');
    await updateDocs(join(clip, 'docs/speed.md'), speedTables(report));
    await updateDocs(join(clip, 'README.md'), laptopTable(report));
  }
  if (results.some(({ absent }) => absent.length > 0)) process.exitCode = 1;
}

/** All tasks, one after another, each printed when it is done. */
async function race(options: YardstickOptions, opponents: readonly Torch[]): Promise<TaskResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'yardstick-'));
  const programs = await bundlePrograms();
  const server = await servePage(programs, folder);
  const results: TaskResult[] = [];
  try {
    const sides = sidesOf(options, opponents, programs, server);
    for (const [at, task] of options.tasks.entries()) {
      const files = join(folder, `task-${at}`);
      await writeTaskFolder(task, files);
      const say = (text: string) => console.error(`  ${text}`);
      const rounds = options.rounds ?? task.rounds;
      results.push(await raceAt(task, sides, files, { rounds, seconds: options.seconds, say }));
      console.log(`\n${taskTable(results.at(-1)!)}`);
      await rm(files, { recursive: true });
    }
    return results;
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
