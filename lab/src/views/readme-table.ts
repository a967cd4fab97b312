import { seedInterval } from '@slipform/bench';
import { formatInterval, formatPoints, formatShare } from '@slipform/kit/format-number';
import type { MeasuredRun, Which } from '../row';
import { DEMO_PAIR } from './lead';
import { valuesOf } from './variant-values';

const COLUMNS: readonly Which[] = [
  { metric: 'accuracy', style: 'noto', kind: 'swap_objects' },
  { metric: 'accuracy', style: 'noto', kind: 'swap_attributes' },
  { metric: 'accuracy', style: 'noto', kind: 'relation' },
  { metric: 'accuracy', style: 'noto', kind: 'mean' },
  { metric: 'recall@1 images', style: 'noto' },
];

const NAMES = {
  checkpoint: 'checkpoint, InfoNCE',
  InfoNCE: '300 more steps of InfoNCE',
  'hard negatives': '300 steps with hard negatives (NegCLIP’s loss)',
  Cement: '300 steps with Cement',
} as const;

/** The rows of the table of the demo on scenes, from the demo's rows with several seeds: means, and Student's intervals. */
export function readmeRows(runs: readonly MeasuredRun[]): string[] {
  const means = Object.entries(NAMES).map(([variant, name]) => {
    const cells = COLUMNS.map((which) => {
      const { value, interval } = seedInterval([...valuesOf(runs, variant, which).values()]);
      return which.kind === 'mean'
        ? `${formatShare(value)} (${formatInterval(interval)})`
        : formatShare(value);
    });
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  const { model, against } = DEMO_PAIR;
  const leads = COLUMNS.map((which) => {
    const theirs = valuesOf(runs, against, which);
    const { value, interval } = seedInterval(
      [...valuesOf(runs, model, which)].map(([seed, ours]) => ours - theirs.get(seed)!),
    );
    return `${formatPoints(value)} (${interval.map((end) => formatPoints(end)).join(' to ')})`;
  });
  return [...means, `| ${model} minus ${against}, in points | ${leads.join(' | ')} |`];
}
