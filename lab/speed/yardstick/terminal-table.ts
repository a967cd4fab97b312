import { terminalTable } from '@slipform/kit/text/terminal-table';
import { gainOf, opponentsOf, partOf, serialPart, workerMiB } from './comparisons';
import { rateText, ratioText, spreadText } from './figures';
import type { TaskResult } from './result';
import { median, spreadOf } from './statistics';

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
