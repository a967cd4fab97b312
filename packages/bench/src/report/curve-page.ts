import * as Plot from '@observablehq/plot';
import { formatShare } from '@slipform/kit/text/format-number';
import type { Choice, CurvePoint, Measure, Scores } from '../curve/choose-point';
import { estimateCell } from './accuracy-section';
import { html, type Markup } from './html';
import { page } from './page';
import { colourKey, plotFigure } from './plot-figure';

export interface Curve {
  readonly points: readonly CurvePoint[];
  readonly choice: Choice;
  /** What each measure is, in words: "SugarCrepe", "recall@10 on COCO". */
  readonly measures: Readonly<Partial<Record<Measure, string>>>;
}

export const MEASURES = ['composition', 'retrieval', 'zeroshot'] as const;
const SETS = ['validation', 'test'] as const;

/** The columns that at least one point fills: set, measure, and the column's head. */
export function columnsOf({ points }: Pick<Curve, 'points'>) {
  const names = { composition: 'composition', retrieval: 'retrieval', zeroshot: 'zero-shot' };
  return SETS.flatMap((set) =>
    MEASURES.filter((measure) => points.some((point) => point[set]?.[measure])).map((measure) => ({
      measure,
      head: `${set === 'validation' ? 'validation: ' : ''}${names[measure]}`,
      of: (point: CurvePoint) => point[set]?.[measure],
    })),
  );
}

/** Composition, retrieval and zero-shot along a list of models as one page: a figure and its table. */
export function curvePage(curve: Curve, command: string): string {
  const { points, choice, measures } = curve;
  const columns = columnsOf(curve);
  return page(
    'Composition against retrieval',
    html`<header><h1>Composition against retrieval</h1>
<p class="lead">${choice.because}</p>
<pre aria-label="Command">${command}</pre>
<dl class="facts">${MEASURES.map((measure) => measures[measure] && html`<div><dt>${measure}</dt><dd>${measures[measure]}</dd></div>`)}</dl></header>
${figure(curve)}
<section class="scroll" tabindex="0" aria-label="Scores of each model"><table>
<caption>Scores of each model; small, beneath: 95 % CIs</caption>
<thead><tr><th scope="col">model</th>${columns.map(({ head }) => html`<th scope="col" class="kind">${head}</th>`)}</tr></thead>
<tbody>${points.map(
      (point, at) =>
        html`<tr><th scope="row">${point.model}${at === choice.at && html` <small>chosen</small>`}</th>${columns.map(({ of }) => estimateCell(of(point)))}</tr>`,
    )}</tbody></table></section>
<footer>Made by @slipform/bench.</footer>`,
  );
}

/** One line a set of data, a dot a model, with the intervals of both measures. */
function figure({ points, choice, measures }: Curve): Markup {
  const dotsOf = (read: (point: CurvePoint) => Scores | undefined, colour: string) =>
    points.flatMap((point, at) => {
      const { composition, retrieval } = read(point) ?? {};
      if (!composition || !retrieval) return [];
      const [x, y] = [100 * retrieval.value, 100 * composition.value];
      const [xLow, xHigh] = retrieval.interval.map((end) => 100 * end);
      const [yLow, yHigh] = composition.interval.map((end) => 100 * end);
      const r = at === choice.at ? 7 : 4;
      return [{ ...{ x, y, xLow, xHigh, yLow, yHigh, colour, r }, model: point.alpha ?? point.model }];
    });
  const lines = [
    dotsOf(({ validation }) => validation, 'var(--model-0)'),
    dotsOf(({ test }) => test, 'var(--model-1)'),
  ].filter((dots) => dots.length > 0);
  const dots = lines.flat();
  const axis = { grid: true, nice: true } as const;
  return html`${colourKey([
    ...(lines.length > 1 ? [{ label: 'validation data', colour: 'var(--model-0)' }] : []),
    { label: 'test data', colour: 'var(--model-1)' },
  ])}
<div class="figures wide">${plotFigure(
    {
      width: 640,
      height: 400,
      marginLeft: 52,
      marginRight: 40,
      x: { label: `retrieval, % (${measures.retrieval})`, ...axis },
      y: { label: `composition, % (${measures.composition})`, ...axis },
      color: { type: 'identity' },
      marks: [
        ...lines.map((line) =>
          Plot.line(line, { x: 'x', y: 'y', stroke: line[0]!.colour, strokeWidth: 1.5 }),
        ),
        Plot.ruleY(dots, { y: 'y', x1: 'xLow', x2: 'xHigh', stroke: 'colour', strokeOpacity: 0.4 }),
        Plot.ruleX(dots, { x: 'x', y1: 'yLow', y2: 'yHigh', stroke: 'colour', strokeOpacity: 0.4 }),
        Plot.dot(dots, { x: 'x', y: 'y', r: 'r', fill: 'colour', stroke: 'var(--card)' }),
        Plot.text(dots, {
          ...{ x: 'x', y: 'y', text: ({ model }: { model: string | number }) => String(model) },
          ...({ textAnchor: 'start', dx: 9, dy: -9, fill: 'colour' } as const),
          ...{ stroke: 'var(--card)', strokeWidth: 3, paintOrder: 'stroke' },
        }),
      ],
      r: { type: 'identity' },
    },
    {
      title: 'Composition against retrieval, model by model',
      description: `Composition and retrieval in per cent: ${points.map(({ model, test: { composition, retrieval } }) => `${model} ${formatShare(composition!.value)} and ${formatShare(retrieval!.value)}`).join('; ')}.`,
      note: 'Up is more composition, to the right is better retrieval. Lines through dots: 95 % CIs. The large dot is the one that was chosen.',
    },
  )}</div>`;
}
