import { terminalTable } from '@slipform/kit/text/terminal-table';
import type { GpuWork, Measured } from './measure-work';

/** A row of the table: what was measured, or why it was not. */
export interface Row {
  readonly work: GpuWork;
  readonly measured: Measured | undefined;
  readonly failure: string | undefined;
}

/** Digits that mean something. */
const number = (x: number) => (Number.isNaN(x) ? '' : x >= 100 ? x.toFixed(0) : x.toPrecision(3));

/** The table, against a peak in TFLOP/s. */
export function table(rows: readonly Row[], peak: number): string {
  const head = [
    '',
    'batch',
    'ms',
    'steps/s',
    'images/s',
    'GFLOP',
    'TFLOP/s',
    'of peak',
    'dispatches',
    'uploads',
    'GPU MB',
  ];
  const line = ({ work, measured, failure }: Row): string[] => {
    const start = [`${work.kind === 'train' ? 'train' : 'embed'} ${work.name}`, String(work.batch)];
    if (measured === undefined) return [...start, failure ?? ''];
    const { ms, flops, images, dispatches, allocated } = measured;
    const tflops = flops / ms / 1e9;
    return [
      ...start,
      ...[number(ms), number(1000 / ms), number((1000 * images) / ms), number(flops / 1e9)],
      ...[number(tflops), `${((100 * tflops) / peak).toFixed(1)} %`],
      ...[dispatchCount(measured), dispatches.size === 0 ? '' : (dispatches.get('upload') ?? 0).toFixed(0)],
      number(allocated),
    ];
  };
  const whole = rows.filter(({ failure }) => failure === undefined);
  const failed = rows.filter(({ failure }) => failure !== undefined);
  return [
    terminalTable({ head, rows: whole.map(line), gap: 2 }),
    ...failed.map(({ work, failure }) => `${work.name}, batch ${work.batch}: ${failure}`),
  ].join('\n');
}

function dispatchCount({ dispatches }: Measured): string {
  if (dispatches.size === 0) return '';
  let total = 0;
  for (const [name, count] of dispatches) if (name !== 'upload') total += count;
  return total.toFixed(0);
}

/** What a step asks of the GPU, the most frequent first. */
export function dispatchTable({ work, measured }: Row): string {
  const rows = [...(measured?.dispatches ?? [])].sort(([, a], [, b]) => b - a);
  return [
    `${work.name}, batch ${work.batch}: what it asks of the GPU`,
    ...rows.map(([name, count]) => `${count.toFixed(0).padStart(6)}  ${name}`),
  ].join('\n');
}
