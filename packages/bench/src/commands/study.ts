import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/input-error';
import { withInterruption } from '@slipform/kit/interruption';
import { withOutputFolder } from '@slipform/kit/output-folder';
import { createProgress } from '@slipform/kit/progress';
import { Command, Option } from 'commander';
import { cellKey } from '../experiment/cells/cell';
import { CellTable, type MeasuredCell } from '../experiment/cells/cell-table';
import { runCells } from '../experiment/cells/run-cells';
import type { Study } from '../experiment/studies/study';
import { backendOption, seedList, wholeNumber } from './options';

interface StudyFlags {
  readonly backend: string;
  readonly seeds: number[];
  readonly arms?: string;
  readonly threads: number;
  readonly out: string;
  readonly summary?: boolean;
}

/** `slipform-bench experiment NAME` for an experiment that consists of cells. */
export function studyCommand(study: Study): Command {
  return new Command(study.name)
    .description(`${study.question} ${study.time}; stop it at will, the same command goes on`)
    .addOption(backendOption())
    .addOption(
      new Option('--seeds <list>', 'training seeds, each with a pretraining of its own')
        .argParser(seedList)
        .default([...study.seeds], study.seeds.join(',')),
    )
    .option('--arms <text>', 'only arms whose name contains this')
    .option('--threads <n>', 'cells side by side', wholeNumber(1), availableParallelism())
    .option('--out <folder>', 'where the table and pretrained models go', 'slipform-experiments')
    .option('--summary', 'say what the table says so far, and run nothing')
    .action((flags: StudyFlags) => run(study, flags));
}

async function run(study: Study, flags: StudyFlags): Promise<void> {
  const { out, summary } = flags;
  const file = join(out, `${study.name}.csv`);
  if (summary) {
    if (!existsSync(file))
      throw new InputError(`There is no ${file} yet; run the experiment, or name another --out.`);
    const found = await CellTable.read(file, study.name);
    if (found.length === 0)
      throw new InputError(`No cell has ended in ${file} yet; run the experiment, or name another --out.`);
    process.stdout.write(`${study.summarise(found)}\n`);
    return;
  }
  const cells = await withOutputFolder({ folder: out, name: '--out', part: `${study.name}.csv` }, () =>
    measure(study, file, flags),
  );
  process.stdout.write(`${study.summarise(cells)}\n\nEvery number: ${file}\n`);
}

async function measure(
  study: Study,
  file: string,
  { backend, seeds, arms, threads, out }: StudyFlags,
): Promise<MeasuredCell[]> {
  const table = await CellTable.open(file, study.name);
  const cells = study.cells(seeds).filter(({ arm }) => arms === undefined || arm.includes(arms));
  const left = cells.filter((cell) => !table.has(cell)).length;
  const progress = createProgress(process.stderr);
  progress.log(`${study.name}: ${cells.length} cells, ${left} to run`);
  const bar = progress.start(study.name, left * 100);
  const shares = new Map<string, number>();
  let done = 0;
  const draw = (phase: string) =>
    bar.update(Math.round(done * 100 + [...shares.values()].reduce((sum, share) => sum + share, 0)), phase);
  await withInterruption(
    () =>
      table.cells().length === 0
        ? 'no cell has ended yet.'
        : `the cells that ended are in ${file}, and the same command goes on.`,
    async (signal) => {
      try {
        await runCells(cells, {
          table,
          work: join(out, 'pretrained'),
          backend,
          threads,
          signal,
          onProgress: (cell, phase, share) => {
            const before = phase === 'pretraining' ? 0 : phase === 'judging' ? 80 : 30;
            const part = phase === 'pretraining' ? 30 : phase === 'judging' ? 20 : 50;
            shares.set(cellKey(cell), before + part * share);
            draw(`${cell.arm}, seed ${cell.seed}: ${phase}`);
          },
          onMeasured: (cell) => {
            shares.delete(cellKey(cell));
            done++;
            draw('');
          },
        });
      } finally {
        progress.stop();
      }
    },
  );
  return table.cells();
}
