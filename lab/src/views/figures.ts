import * as Plot from '@observablehq/plot';
import { seedInterval } from '@slipform/bench';
import type { Style } from '@slipform/scenes';
import type { MeasuredRun } from '../row';
import { drawFigure } from './draw-figure';
import { hardShares } from './hard-shares';
import { valuesOf } from './variant-values';

const STYLES: Readonly<Record<Style, string>> = {
  noto: 'drawings of training (Noto)',
  fluent: 'Fluent',
  twemoji: 'Twemoji',
};
const COLOURS = { domain: Object.values(STYLES), range: ['#0b66b0', '#b8560a', '#0a7a5c'] };

const LOSSES = { static: '#0b66b0', adaptive: '#b8560a', balanced: '#0a7a5c', 'CE-CLIP': '#8a2be2' };

/** The figures of the README, by the experiment that they show. */
export const figures: Readonly<Record<string, (runs: readonly MeasuredRun[]) => string>> = {
  losses: (runs) => drawFigure(lossesFigure(runs)),
  budget: (runs) => drawFigure(budgetFigure(runs)),
};

/** A variant's lead over hard negatives without a margin in each style, with Student's interval over paired seeds. */
function leadsOf(runs: readonly MeasuredRun[], variant: string) {
  return (Object.entries(STYLES) as [Style, string][]).flatMap(([style, label]) => {
    const base = valuesOf(runs, 'no margin', { metric: 'accuracy', style, kind: 'mean' });
    const leads = [...valuesOf(runs, variant, { metric: 'accuracy', style, kind: 'mean' })].flatMap(
      ([seed, value]) => (base.has(seed) ? [100 * (value - base.get(seed)!)] : []),
    );
    if (leads.length < 2) return [];
    const { value, interval } = seedInterval(leads);
    return [{ variant, style: label, value, low: interval[0], high: interval[1] }];
  });
}

/** Each variant's lead over hard negatives without a margin, with Student's interval over paired seeds. */
function lossesFigure(runs: readonly MeasuredRun[]): Plot.PlotOptions {
  const variants = [...new Set(runs.map(({ variant }) => variant))].filter(
    (variant) => variant !== 'no margin',
  );
  const points = variants.flatMap((variant) => leadsOf(runs, variant));
  return {
    width: 720,
    height: 70 + 40 * variants.length,
    marginBottom: 44,
    marginLeft: 210,
    x: {
      label: 'points ahead of the same negatives without a margin',
      grid: true,
      labelAnchor: 'center',
      labelOffset: 38,
    },
    y: { axis: null, domain: Object.values(STYLES) },
    fy: { label: null, domain: variants },
    color: { ...COLOURS, legend: false },
    marks: [
      Plot.ruleX([0]),
      Plot.ruleY(points, {
        fy: 'variant',
        y: 'style',
        x1: 'low',
        x2: 'high',
        stroke: 'style',
        strokeWidth: 2,
      }),
      Plot.dot(points, { fy: 'variant', y: 'style', x: 'value', fill: 'style', r: 3.5 }),
    ],
  };
}

/** Lead over no margin by the hard negatives' share of the gradient at the end: a dot for each loss, paired seeds. */
function budgetFigure(runs: readonly MeasuredRun[]): Plot.PlotOptions {
  // HN-NCE takes no hard captions: it has no share.
  const variants = [...new Set(runs.map(({ variant }) => variant))].filter(
    (variant) => !/no margin|HN-NCE/.test(variant),
  );
  const shareOf = (variant: string) => {
    const shares = runs
      .filter((run) => run.variant === variant)
      .map((run) => hardShares(run, 'similarity').at(-1)!);
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  const points = variants.flatMap((variant) => {
    const [loss = '', setting = ''] = variant.split(' ');
    return leadsOf(runs, variant).map((lead) => ({ ...lead, share: shareOf(variant), loss, setting }));
  });
  return {
    width: 900,
    height: 360,
    marginBottom: 44,
    marginLeft: 50,
    x: {
      label: 'hard negatives’ share of the negatives’ gradient at the last step (logits)',
      domain: [0.4, 1],
      grid: true,
      labelAnchor: 'center',
      labelOffset: 38,
      ticks: 4,
    },
    y: { label: 'points ahead of no margin', grid: true, labelAnchor: 'center' },
    fx: { label: null, domain: Object.values(STYLES) },
    color: { domain: Object.keys(LOSSES), range: Object.values(LOSSES) },
    marks: [
      Plot.ruleY([0]),
      Plot.ruleX(points, {
        fx: 'style',
        x: 'share',
        y1: 'low',
        y2: 'high',
        stroke: 'loss',
        strokeOpacity: 0.35,
      }),
      Plot.line(points, { fx: 'style', x: 'share', y: 'value', stroke: 'loss', sort: 'share' }),
      Plot.dot(points, { fx: 'style', x: 'share', y: 'value', fill: 'loss', r: 3.5 }),
      Plot.text(points, {
        fx: 'style',
        x: 'share',
        y: 'value',
        text: ({ loss, setting }) => (loss === 'CE-CLIP' ? loss : setting),
        fill: 'loss',
        dy: -9,
        fontSize: 10,
      }),
    ],
  };
}
