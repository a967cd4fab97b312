import { alignMarkdown } from './align';
import { gainOf, opponentsOf, partOf, runtimeOf, workerMiB } from './comparisons';
import { ratioText, spreadText } from './figures';
import type { Machine } from './machine';
import type { SideResult, TaskResult } from './result';
import { spreadOf } from './statistics';
import { describeTorch, type Torch } from './torch';

/** What a race was run on and with. */
export interface RaceReport {
  readonly machine: Machine;
  /** ISO date. */
  readonly date: string;
  readonly opponents: readonly Torch[];
  readonly results: readonly TaskResult[];
}

/** The tables of docs/speed.md. */
export function speedTables({ machine, date, opponents, results }: RaceReport): string {
  const load = machine.load < 0.3 ? '' : `, load average ${machine.load.toFixed(1)} at the start`;
  return [
    `${machine.processor}, ${machine.cores} cores, ${machine.system}; ${date}${load}. ${opponents.map((torch) => `${describeTorch(torch)}.`).join(' ')}`.trimEnd(),
    'Steps of training a second, or images embedded a second; medians of the rounds, with the least and the most:',
    tableOf(
      results,
      () => true,
      nameWithKernels,
      (side) => spreadText(spreadOf(side.rates)),
    ),
    `Part of PyTorch's rate on as many threads, the median of the rounds' ratios (${opponentsOf(results).join(' / ')}):`,
    tableOf(results, isOurs, nameWithKernels, (side, result) =>
      opponentsOf(results)
        .map((name) => ratioText(partOf(side, name, result)?.median ?? Number.NaN))
        .join(' / '),
    ),
    'Several threads beside one:',
    tableOf(
      results,
      (side) => side.threads > 1,
      (side) => side.name,
      (side, result) => ratioText(gainOf(side, result)?.median ?? Number.NaN),
    ),
    'Peak resident memory of the process in MiB (of the page, in Chromium), and what each worker adds:',
    tableOf(
      results,
      () => true,
      (side) => side.name,
      memoryText,
    ),
  ].join('\n\n');
}

function isOurs({ kind }: SideResult): boolean {
  return kind !== 'torch';
}

function nameWithKernels(side: SideResult): string {
  return side.kernels === undefined || side.threads > 1 ? side.name : `${runtimeOf(side)} (${side.kernels})`;
}

function memoryText(side: SideResult): string {
  const worker = workerMiB(side);
  const peak = side.peakMiB?.toFixed(0) ?? '–';
  return worker === undefined ? peak : `${peak} (${worker.toFixed(0)})`;
}

/** A row for each side, a column for each task. */
function tableOf(
  results: readonly TaskResult[],
  holds: (side: SideResult) => boolean,
  nameOf: (side: SideResult) => string,
  cell: (side: SideResult, result: TaskResult) => string,
): string {
  const sides = new Map<string, SideResult>();
  for (const side of results.flatMap((result) => result.sides)) {
    if (holds(side) && !sides.has(side.name)) sides.set(side.name, side);
  }
  const rows = [...sides].map(([name, first]) => [
    nameOf(first),
    ...results.map((result) => {
      const side = result.sides.find((each) => each.name === name);
      return side === undefined ? '–' : cell(side, result);
    }),
  ]);
  return alignMarkdown([['', ...results.map(({ task }) => task.name)], ...rows]);
}
