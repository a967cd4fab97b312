import * as Plot from '@observablehq/plot';
import { html, type Markup } from './html';
import { colourKey, modelColour, plotFigure } from './plot-figure';
import type { SimilarityByConcreteness } from './record';

/** More dots than this are a cloud in which nobody sees one. */
const MAX_POINTS = 1500;

/** The cosine of pictures with their hard negatives against the concreteness of the changed word: dots and curves. */
export function similaritySection(similarity: SimilarityByConcreteness, models: readonly string[]): Markup {
  const { model, note } = similarity;
  const every = Math.max(1, Math.ceil(similarity.points.length / MAX_POINTS));
  const dots = similarity.points.filter((_, index) => index % every === 0);
  const curves = similarity.curves.map((curve) => ({
    ...curve,
    colour: modelColour(models.indexOf(curve.model)),
  }));
  const lines = curves.flatMap(({ model: name, colour, points }) =>
    points.map((point) => ({ ...point, name, colour })),
  );
  const areas = lines.flatMap(({ interval, ...line }) =>
    interval ? [{ ...line, low: interval[0], high: interval[1] }] : [],
  );
  const own = lines.filter((line) => line.own !== undefined);
  const hasOwn = own.length > 0;
  return html`<h2 id="similarity">How alike a hard negative looks</h2>
<p>Each dot is an icon of an unseen artist with the name of its partner, which is wrong for it by one word: how near “${model}” finds that wrong name to the picture, against how concrete the changed word is. ${hasOwn && 'The dashed lines are the same icons with their own names. A wrong name is easy to refuse where its line lies far below the dashed one; where both fall together, the model only finds everything less alike.'}</p>
${colourKey(curves.map(({ model: label, colour }) => ({ label, colour })))}
<div class="figures wide">${plotFigure(
    {
      width: 640,
      height: 360,
      marginLeft: 46,
      x: { label: 'concreteness of the changed word →', domain: [1.5, 5], ticks: 7 },
      y: {
        label: hasOwn ? 'cosine of picture and name' : 'cosine of picture and wrong name',
        grid: true,
        nice: true,
        ticks: 6,
      },
      color: { type: 'identity' },
      marks: [
        Plot.dot(dots, {
          x: 'concreteness',
          y: 'similarity',
          r: 1.6,
          fill: modelColour(Math.max(0, models.indexOf(model))),
          fillOpacity: 0.35,
        }),
        Plot.areaY(areas, {
          x: 'concreteness',
          y1: 'low',
          y2: 'high',
          z: 'name',
          fill: 'colour',
          fillOpacity: 0.18,
        }),
        Plot.lineY(lines, {
          x: 'concreteness',
          y: 'similarity',
          z: 'name',
          stroke: 'colour',
          strokeWidth: 2.2,
        }),
        Plot.lineY(own, {
          ...{ x: 'concreteness', y: 'own', z: 'name', stroke: 'colour' },
          ...{ strokeWidth: 1.6, strokeDasharray: '6,4' },
        }),
      ],
    },
    { title: 'Similarity against concreteness', description: note, note },
  )}</div>`;
}
