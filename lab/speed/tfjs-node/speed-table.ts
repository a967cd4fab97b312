import { alignMarkdown } from '../yardstick/align';
import { rateText, ratioText } from '../yardstick/figures';
import type { Machine } from '../yardstick/machine';
import type { TaskResult } from '../yardstick/result';
import { median, ratioOf } from '../yardstick/statistics';

/** A row for each task: the rate of the first side, and what part of it, or how many times it, the others have. */
export function speedTable(results: readonly TaskResult[], { processor, cores }: Machine): string {
  const names = [...new Set(results.flatMap(({ sides }) => sides.map(({ name }) => name)))];
  const head = ['', ...names.map((name, i) => (i === 0 ? name : `${name}: ×`)), 'memory, MiB'];
  const rows = results.map(({ task, sides }) => {
    const [first, ...others] = names.map((name) => sides.find((side) => side.name === name));
    return [
      task.name,
      first ? `${rateText(median(first.rates))} ${task.unit}` : '–',
      ...others.map((side) => {
        if (!first || !side) return '–';
        const { median: middle, least, most } = ratioOf(side.rates, first.rates);
        return `${ratioText(middle)} (${ratioText(least)}–${ratioText(most)})`;
      }),
      sides.map(({ peakMiB }) => peakMiB?.toFixed(0) ?? '–').join(', '),
    ];
  });
  return `${alignMarkdown([head, ...rows])}\n\nMedians (least–most) of rounds that take turns; Node ${process.versions.node}, ${processor}, ${cores} cores.`;
}
