import { alignMarkdown } from './align';
import { aloneOf, opponentsOf, partOf, serialPart } from './comparisons';
import { rateText, ratioText } from './figures';
import type { GpuFigures } from './gpu-figures';
import type { RaceReport } from './markdown';
import type { SideResult, TaskResult } from './result';
import { amdahlMs, median } from './statistics';

/** Cores of the laptop that the README speaks of. */
const cores = 8;

/**
 * The README's table: what was measured on one core and on several, what Amdahl's law allows on eight, computed from
 * the serial part that was measured, and what a GPU gives, where one was measured. Of the last Node of the race.
 */
export function laptopTable({ results }: RaceReport, gpu?: GpuFigures): string {
  const [opponent] = opponentsOf(results);
  const rows = results.flatMap((result) => {
    const side = result.sides.findLast(isNodeWithWorkers);
    const alone = side === undefined ? undefined : aloneOf(side, result);
    return side === undefined || alone === undefined
      ? []
      : [[...rowOf(result, side, alone, opponent), gpuText(result, gpu)]];
  });
  const threads = results.flatMap(({ sides }) => sides.findLast(isNodeWithWorkers)?.threads ?? [])[0] ?? 2;
  const head = [
    '',
    '1 core',
    `${threads} cores`,
    `part of ${opponent ?? 'PyTorch'}, ${threads} threads`,
    'serial part',
    `${cores} cores: at most`,
    gpu === undefined ? 'GPU' : gpu.name,
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

function gpuText({ task }: TaskResult, gpu: GpuFigures | undefined): string {
  const rate = gpu?.rateOf(task);
  return rate === undefined ? 'not run' : rateText(rate);
}

/** Units a second on eight cores by Amdahl's law. */
function boundText({ mainMs, stepMs, threads }: SideResult, { task }: TaskResult): string {
  if (mainMs.length === 0) return '–';
  const ms = amdahlMs(median(stepMs), median(mainMs), threads, cores);
  return rateText(((task.kind === 'train' ? 1 : task.batch) * 1000) / ms);
}
