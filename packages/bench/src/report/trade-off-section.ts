import * as Plot from '@observablehq/plot';
import { formatPoints } from '@slipform/kit/text/format-number';
import { html, type Markup } from './html';
import { colourKey, modelColour, plotFigure } from './plot-figure';
import type { TradeOff } from './record';

/** A dot for each model: what composition it gained and what retrieval it lost, with the intervals of both. */
export function tradeOffSection(tradeOff: TradeOff, models: readonly string[]): Markup {
  const { against, composition, retrieval } = tradeOff;
  const points = tradeOff.points.map(({ model, composition: up, retrieval: right }) => ({
    model,
    colour: modelColour(models.indexOf(model)),
    x: 100 * right.value,
    xLow: 100 * right.interval[0],
    xHigh: 100 * right.interval[1],
    y: 100 * up.value,
    yLow: 100 * up.interval[0],
    yHigh: 100 * up.interval[1],
  }));
  const reach = (ends: readonly number[]) => {
    const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
    const room = 0.08 * (high - low || 1);
    return [low - room, high + room];
  };
  return html`<h2 id="trade-off">What it gained, and what it cost</h2>
<p>How each model differs from “${against}”, in percentage points. Up is more composition, to the right is better retrieval; the upper right corner has both. The lines are 95 % intervals: where one crosses a dashed line, that difference may be nothing.</p>
${colourKey(points.map(({ model, colour }) => ({ label: model, colour })))}
<div class="figures wide">${plotFigure(
    {
      width: 640,
      height: 400,
      marginLeft: 52,
      marginRight: 20,
      x: {
        label: `${retrieval}, points`,
        domain: reach(points.flatMap(({ xLow, xHigh }) => [xLow, xHigh])),
        grid: true,
        nice: true,
        tickFormat: signed,
      },
      y: {
        label: `${composition}, points`,
        domain: reach(points.flatMap(({ yLow, yHigh }) => [yLow, yHigh])),
        grid: true,
        nice: true,
        tickFormat: signed,
      },
      color: { type: 'identity' },
      marks: [
        Plot.ruleX([0], { stroke: 'var(--soft)', strokeDasharray: '3,3' }),
        Plot.ruleY([0], { stroke: 'var(--soft)', strokeDasharray: '3,3' }),
        Plot.ruleY(points, { y: 'y', x1: 'xLow', x2: 'xHigh', stroke: 'colour', strokeWidth: 1.5 }),
        Plot.ruleX(points, { x: 'x', y1: 'yLow', y2: 'yHigh', stroke: 'colour', strokeWidth: 1.5 }),
        Plot.dot(points, { x: 'x', y: 'y', r: 5, fill: 'colour', stroke: 'var(--card)' }),
        ...points.map((point, index) =>
          Plot.text([point], {
            x: 'x',
            y: 'y',
            text: 'model',
            textAnchor: 'start',
            dx: 9,
            dy: placeOf(points, index),
            fill: 'colour',
            stroke: 'var(--card)',
            strokeWidth: 3,
            paintOrder: 'stroke',
            fontWeight: 600,
          }),
        ),
      ],
    },
    {
      title: 'Composition against retrieval',
      description: `Differences from ${against} in points: ${points.map(({ model, x, y }) => `${model} ${formatPoints(y / 100)} of composition and ${formatPoints(x / 100)} of retrieval`).join('; ')}.`,
    },
  )}</div>`;
}

/** Where the name of a point goes, so that names of points that lie together don't cover each other. */
function placeOf(points: readonly { readonly x: number; readonly y: number }[], index: number): number {
  const span = (axis: 'x' | 'y') => {
    const values = [0, ...points.map((point) => point[axis])];
    return Math.max(...values) - Math.min(...values) || 1;
  };
  const { x, y } = points[index]!;
  const near = points.slice(0, index).filter((other) => {
    return Math.abs(other.x - x) < 0.3 * span('x') && Math.abs(other.y - y) < 0.15 * span('y');
  });
  return [-10, 15, -26, 31][near.length % 4]!;
}

function signed(value: number): string {
  return value === 0 ? '0' : `${value > 0 ? '+' : '−'}${Math.abs(value)}`;
}
