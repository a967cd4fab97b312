import { formatP, formatPoints } from '@slipform/kit/text/format-number';
import { ownEntry } from '../checks/own-entry';
import type { Comparison } from '../compare/compare';
import { kindLabel, SIDEWAYS } from './accuracy-section';
import { html, type Markup } from './html';

/** Who is ahead of whom, and by how much more than noise. */
export function comparisonSection(comparisons: readonly Comparison[]): Markup {
  const kinds = [...new Set(comparisons.flatMap((comparison) => Object.keys(comparison.kinds)))];
  const seeds = new Set(comparisons.map((comparison) => comparison.trainingSeed)).size > 1;
  return html`<h2 id="differences">Differences</h2>
<p>Percentage points by which the second model is ahead of the first on the same questions. Mean: paired bootstrap over pictures, 95 %. Kinds: p is how often two equally good models would differ by as much or more (McNemar’s exact test; where questions are crossed by words and artists, Student’s t over both). It is not corrected for the number of kinds, so of many p values some are small by chance; where the sentences at the top name a kind as different, its p is below .05 divided by the number of kinds (Bonferroni’s correction).</p>
<section class="scroll" tabindex="0" aria-label="Differences between models"><table>
<caption>Paired comparisons${SIDEWAYS}</caption>
<thead><tr><th scope="col">models</th><th scope="col" class="text">benchmark</th>${seeds && html`<th scope="col">seed</th>`}<th scope="col">mean</th>${kinds.map((kind) => html`<th scope="col" class="kind">${kindLabel(kind)}</th>`)}</tr></thead>
<tbody>${comparisons.map(
    (comparison) =>
      html`<tr><th scope="row">${comparison.a} → ${comparison.b}</th><td class="text">${comparison.benchmark}</td>${
        seeds && html`<td>${comparison.trainingSeed ?? ''}</td>`
      }<td>${formatPoints(comparison.difference)}<small>${formatPoints(comparison.interval[0])} to ${formatPoints(comparison.interval[1])}</small></td>${kinds.map(
        (kind) => {
          const entry = ownEntry(comparison.kinds, kind);
          return entry
            ? html`<td>${formatPoints(entry.difference)}<small>p ${formatP(entry.p)}</small></td>`
            : html`<td>–</td>`;
        },
      )}</tr>`,
  )}</tbody></table></section>`;
}
