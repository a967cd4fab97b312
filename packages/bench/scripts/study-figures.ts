// npx tsx scripts/study-figures.ts [FOLDER]: figures of the studies' tables (default: results at the top), as docs/study-*.svg.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as Plot from '@observablehq/plot';
import { CellTable, type MeasuredCell } from '../src/experiment/cells/cell-table';
import { valuesOf } from '../src/experiment/studies/arm-values';
import { hardShares } from '../src/experiment/studies/hard-shares';
import { createDocument } from '../src/report/create-document';
import { seedInterval } from '../src/statistics/seed-interval';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../results', import.meta.url));
const docs = new URL('../docs/', import.meta.url);
const STYLES = { noto: 'drawings of training (Noto)', fluent: 'Fluent', twemoji: 'Twemoji' };
const COLOURS = { domain: Object.values(STYLES), range: ['#0b66b0', '#b8560a', '#0a7a5c'] };

const LOSSES = { static: '#0b66b0', adaptive: '#b8560a', balanced: '#0a7a5c', 'CE-CLIP': '#8a2be2' };

const figures: Readonly<Record<string, (cells: readonly MeasuredCell[]) => Plot.PlotOptions>> = {
  losses: lossesFigure,
  budget: budgetFigure,
};
for (const [study, figure] of Object.entries(figures)) {
  const file = `${folder}/${study}.csv`;
  if (!existsSync(file)) {
    console.log(`skipped: there is no ${file}`);
    continue;
  }
  const cells = (await CellTable.open(file, study)).cells();
  await writeFile(new URL(`study-${study}.svg`, docs), draw(figure(cells)));
}

/** An arm's lead over hard negatives without a margin in each style, with Student's interval over paired seeds. */
function leadsOf(cells: readonly MeasuredCell[], arm: string) {
  return Object.entries(STYLES).flatMap(([style, label]) => {
    const base = valuesOf(cells, 'no margin', 'accuracy', `${style} mean`);
    const leads = [...valuesOf(cells, arm, 'accuracy', `${style} mean`)].flatMap(([seed, value]) =>
      base.has(seed) ? [100 * (value - base.get(seed)!)] : [],
    );
    if (leads.length < 2) return [];
    const { value, interval } = seedInterval(leads);
    return [{ arm, style: label, value, low: interval[0], high: interval[1] }];
  });
}

/** Each arm's lead over hard negatives without a margin, with Student's interval over paired seeds. */
function lossesFigure(cells: readonly MeasuredCell[]): Plot.PlotOptions {
  const arms = [...new Set(cells.map(({ arm }) => arm))].filter((arm) => arm !== 'no margin');
  const points = arms.flatMap((arm) => leadsOf(cells, arm));
  return {
    width: 720,
    height: 70 + 40 * arms.length,
    marginBottom: 44,
    marginLeft: 210,
    x: {
      label: 'points ahead of the same negatives without a margin',
      grid: true,
      labelAnchor: 'center',
      labelOffset: 38,
    },
    y: { axis: null, domain: Object.values(STYLES) },
    fy: { label: null, domain: arms },
    color: { ...COLOURS, legend: false },
    marks: [
      Plot.ruleX([0]),
      Plot.ruleY(points, { fy: 'arm', y: 'style', x1: 'low', x2: 'high', stroke: 'style', strokeWidth: 2 }),
      Plot.dot(points, { fy: 'arm', y: 'style', x: 'value', fill: 'style', r: 3.5 }),
    ],
  };
}

/** Lead over no margin by the hard negatives' share of the gradient at the end: a dot for each loss, paired seeds. */
function budgetFigure(cells: readonly MeasuredCell[]): Plot.PlotOptions {
  // HN-NCE takes no hard captions: it has no share.
  const arms = [...new Set(cells.map(({ arm }) => arm))].filter((arm) => !/no margin|HN-NCE/.test(arm));
  const shareOf = (arm: string) => {
    const shares = cells
      .filter((cell) => cell.arm === arm)
      .map((cell) => hardShares(cell, 'similarity').at(-1)!);
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  const points = arms.flatMap((arm) => {
    const [loss = '', setting = ''] = arm.split(' ');
    return leadsOf(cells, arm).map((lead) => ({ ...lead, share: shareOf(arm), loss, setting }));
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

function draw(options: Plot.PlotOptions): string {
  const document = createDocument();
  const svg = Plot.plot({
    ...options,
    document,
    style: { fontSize: '13px', fontFamily: 'system-ui, sans-serif' },
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('font-size', '13');
  svg.setAttribute('font-family', 'system-ui, sans-serif');
  // READMEs are read in the dark as well.
  svg.setAttribute('style', 'background: white; color: #1d1f24');
  return `${svg.outerHTML}\n`;
}
