import { formatPoints, formatShare } from '@slipform/kit/text/format-number';
import { contrastOf, shareOf } from '../demo/demo-contrast';
import { GROUPS, PAIRINGS, RECALL } from '../demo/demo-measures';
import type { DemoModel, Judged } from './demo-judged';

const MEASURES = [...PAIRINGS, GROUPS[0]!, RECALL];

const NAMES: readonly (readonly [model: DemoModel, name: string])[] = [
  ['checkpoint', 'the committed model'],
  ['InfoNCE', 'trained on with InfoNCE'],
  ['hard captions', 'with swapped captions, no margin'],
  ['Cement', 'with swapped captions and Cement'],
];

/** The rows of the README's table: shares, and differences in points with 95 % intervals. */
export function demoReadmeRows({ questions, answers }: Judged): string[] {
  const shares = NAMES.flatMap(([model, name]) => {
    const own = answers.get(model);
    return own
      ? [
          `| ${[name, ...MEASURES.map((measure) => formatShare(shareOf(measure, questions, own).value))].join(' | ')} |`,
        ]
      : [];
  });
  const differences = (
    [
      ['hard captions', 'InfoNCE', 'swapped captions minus InfoNCE'],
      ['Cement', 'hard captions', 'Cement minus no margin'],
    ] as const
  ).map(([model, against, name]) => {
    const cells = MEASURES.map((measure) => {
      const { value, interval } = contrastOf(
        measure,
        questions,
        answers.get(model)!,
        answers.get(against)!,
      ).wider;
      return `${formatPoints(value)} (${interval.map((end) => formatPoints(end)).join(' to ')})`;
    });
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return [...shares, ...differences];
}
