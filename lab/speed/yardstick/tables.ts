import { terminalTable } from '@slipform/kit/text/terminal-table';
import {
  amdahlMs,
  type Machine,
  median,
  rateText,
  ratioOf,
  ratioText,
  type Spread,
  spreadOf,
  spreadText,
} from './figures';
import { alignMarkdown } from './markdown';
import type { SideResult, TaskResult } from './race';
import { describeTorch, type Torch } from './torch';

/** A PyTorch's name without its threads. */
function opponentOf({ name }: SideResult): string {
  return name.replace(/, \d+ threads$/, '');
}

/** A Node's or Chromium's name without its workers. */
function runtimeOf({ name }: SideResult): string {
  return name.replace(/, \d+ workers$/, '');
}

/** The opponents of all tasks, in their order. */
function opponentsOf(results: readonly TaskResult[]): string[] {
  const sides = results.flatMap((result) => result.sides);
  return [...new Set(sides.filter(({ kind }) => kind === 'torch').map(opponentOf))];
}

/** A side's part of the rate that an opponent has on as many threads; undefined where they did not meet. */
function partOf(side: SideResult, opponent: string, { sides }: TaskResult): Spread | undefined {
  const other = sides.find(
    (each) => each.kind === 'torch' && each.threads === side.threads && opponentOf(each) === opponent,
  );
  return other === undefined ? undefined : ratioOf(side.rates, other.rates);
}

/** The same runtime without workers, or the same opponent on one thread. */
function aloneOf(side: SideResult, { sides }: TaskResult): SideResult | undefined {
  const nameOf = side.kind === 'torch' ? opponentOf : runtimeOf;
  if (side.threads === 1) return undefined;
  return sides.find((each) => each.kind === side.kind && each.threads === 1 && nameOf(each) === nameOf(side));
}

/** How many times as fast a side is as on one thread. */
function gainOf(side: SideResult, result: TaskResult): Spread | undefined {
  const alone = aloneOf(side, result);
  return alone === undefined ? undefined : ratioOf(side.rates, alone.rates);
}

/** What each worker adds to the process that has loaded the model, MiB. */
function workerMiB({ kind, threads, peakMiB, loadedMiB }: SideResult): number | undefined {
  if (kind !== 'ours' || threads === 1 || peakMiB === undefined || loadedMiB === undefined) return undefined;
  return (peakMiB - loadedMiB) / threads;
}

/** The coordinating thread's CPU time as a part of a step of Node with workers. A page's is not known. */
function serialPart({ kind, name, threads, mainMs, stepMs }: SideResult): number | undefined {
  if (kind !== 'ours' || threads === 1 || !name.startsWith('Node') || mainMs.length === 0) return undefined;
  return median(mainMs.map((ms, round) => ms / stepMs[round]!));
}

/** One task's result, a line for each side. */
export function taskTable(result: TaskResult): string {
  const { task, sides, measure, absent } = result;
  const opponents = opponentsOf([result]);
  const rows = sides.map((side) => {
    const gain = gainOf(side, result);
    const worker = workerMiB(side);
    const serial = serialPart(side);
    return [
      side.kernels === undefined ? side.name : `${side.name} [${side.kernels}]`,
      spreadText(spreadOf(side.rates)),
      rateText(median(side.cpuMs)),
      ...opponents.map((name) => ratioText(partOf(side, name, result)?.median ?? Number.NaN)),
      gain === undefined ? '' : ratioText(gain.median),
      serial === undefined ? '' : `${(100 * serial).toFixed(1)} %`,
      side.peakMiB === undefined ? '–' : side.peakMiB.toFixed(0),
      worker === undefined ? '' : worker.toFixed(0),
      side.off.toExponential(1),
    ];
  });
  const head = [
    `${task.name}`,
    task.unit,
    'CPU ms',
    ...opponents.map((_, i) => `of ${String.fromCharCode(65 + i)}`),
    '× one',
    'main',
    'peak MiB',
    'a worker',
    'off',
  ];
  const notes = [
    `medians of the rounds (least–most); ${opponents.map((name, i) => `${String.fromCharCode(65 + i)}: ${name} on as many threads; `).join('')}× one: beside one thread; main: the coordinating thread's CPU time in a step; off: largest distance from ${measure}`,
    ...absent.map(({ name, reason }) => `${name} did not take part: ${reason}`),
  ];
  return `${terminalTable({ head, rows, gap: 2 })}\n${notes.join('\n')}`;
}

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

/** Cores of the laptop that the README speaks of. */
const cores = 8;

/**
 * The README's table: what was measured on one core and on several, and what Amdahl's law allows on eight, computed from
 * the serial part that was measured. Of the last Node of the race.
 */
export function laptopTable({ results }: RaceReport): string {
  const [opponent] = opponentsOf(results);
  const rows = results.flatMap((result) => {
    const side = result.sides.findLast(isNodeWithWorkers);
    const alone = side === undefined ? undefined : aloneOf(side, result);
    return side === undefined || alone === undefined ? [] : [rowOf(result, side, alone, opponent)];
  });
  const threads = results.flatMap(({ sides }) => sides.findLast(isNodeWithWorkers)?.threads ?? [])[0] ?? 2;
  const head = [
    '',
    '1 core',
    `${threads} cores`,
    `part of ${opponent ?? 'PyTorch'}, ${threads} threads`,
    'serial part',
    `${cores} cores: at most`,
  ];
  return alignMarkdown([head, ...rows]);
}

function isNodeWithWorkers({ kind, name, threads }: SideResult): boolean {
  return kind === 'ours' && threads > 1 && /^Node \d+,/.test(name);
}

function rowOf(
  result: TaskResult,
  side: SideResult,
  alone: SideResult,
  opponent: string | undefined,
): string[] {
  const { name, unit } = result.task;
  const part = opponent === undefined ? undefined : partOf(side, opponent, result);
  const serial = serialPart(side);
  return [
    `${name}: ${unit}`,
    rateText(median(alone.rates)),
    rateText(median(side.rates)),
    ratioText(part?.median ?? Number.NaN),
    serial === undefined ? '–' : `${(100 * serial).toFixed(1)} %`,
    boundText(side, result),
  ];
}

/** Units a second on eight cores by Amdahl's law. */
function boundText({ mainMs, stepMs, threads }: SideResult, { task }: TaskResult): string {
  if (mainMs.length === 0) return '–';
  const ms = amdahlMs(median(stepMs), median(mainMs), threads, cores);
  return rateText(((task.kind === 'train' ? 1 : task.batch) * 1000) / ms);
}
