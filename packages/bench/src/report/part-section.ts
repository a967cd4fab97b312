import { formatInterval, formatShare } from '@slipform/kit/text/format-number';
import { ownEntry } from '../checks/own-entry';
import { imageModelResults, type Result } from '../scoring/result';
import type { Estimate } from '../statistics/seed-interval';
import { kindLabel, SIDEWAYS } from './accuracy-section';
import { html, type Markup } from './html';
import { GALLERY_COLUMNS, summariseGalleries, summariseParts } from './part-rows';

/** Accuracy within the parts of each breakdown, and recall in each gallery; false where results have neither. */
export function partSection(results: readonly Result[]): Markup | false {
  const models = [...new Set(imageModelResults(results).map(({ model }) => model))];
  const parts = summariseParts(results);
  const galleries = summariseGalleries(results);
  if (parts.length === 0 && galleries.length === 0) return false;
  return html`<h2 id="parts">Parts</h2>
<p>The same questions part by part. Below each number, small: its 95 % interval; where questions are crossed by words and artists it holds for other words and other artists.</p>
${parts.map(
  ({
    benchmark,
    name,
    rows,
  }) => html`<section class="scroll" tabindex="0" aria-label="${benchmark} by ${name}"><table>
<caption>${benchmark} by ${name}${SIDEWAYS}</caption>
<thead><tr><th scope="col">${name}</th><th scope="col" class="text">kind</th><th scope="col">questions</th>${models.map((model) => html`<th scope="col" class="kind">${model}</th>`)}<th scope="col">chance</th></tr></thead>
<tbody>${rows.map(
    ({ part, kind, total, chance, cells }) =>
      html`<tr><th scope="row">${part}</th><td class="text">${kindLabel(kind)}</td><td>${total}</td>${models.map((model) => cell(ownEntry(cells, model)))}<td>${formatShare(chance, 2)}</td></tr>`,
  )}</tbody></table></section>`,
)}
${galleries.map(
  ({
    benchmark,
    rows,
  }) => html`<section class="scroll" tabindex="0" aria-label="Galleries of ${benchmark}"><table>
<caption>${benchmark}: recall in each gallery${SIDEWAYS}</caption>
<thead><tr><th scope="col">gallery</th><th scope="col" class="text">model</th><th scope="col">pictures</th>${GALLERY_COLUMNS.map(([, head]) => html`<th scope="col" class="kind">${head}</th>`)}<th scope="col">chance @10</th></tr></thead>
<tbody>${rows.flatMap(({ gallery, part, asked, size, cells }) =>
    models
      .filter((model) => ownEntry(cells, model) !== undefined)
      .map(
        (model) =>
          html`<tr><th scope="row">${gallery}${part !== undefined && html` <small>${part}</small>`}</th><td class="text">${model}</td><td>${asked}${asked < size && html`<small>of ${size}</small>`}</td>${GALLERY_COLUMNS.map(([column]) => cell(ownEntry(cells, model)?.[column]))}<td>${formatShare(Math.min(1, 10 / size))}</td></tr>`,
      ),
  )}</tbody></table></section>`,
)}`;
}

function cell(estimate: Estimate | undefined): Markup {
  return estimate
    ? html`<td>${formatShare(estimate.value)}<small>${formatInterval(estimate.interval)}</small></td>`
    : html`<td><span aria-label="not measured">–</span></td>`;
}
