import { formatChance, formatInterval, formatShare } from '@slipform/kit/text/format-number';
import { accuracySection, SIDEWAYS } from '../report/accuracy-section';
import { html } from '../report/html';
import { page } from '../report/page';
import { summariseResults } from '../report/summary-rows';
import type { Result } from '../scoring/result';
import { type Suite, suiteOf } from './suite-table';

/**
 * The suite as one page: the table of headlines beside published scores, then every benchmark with its kinds.
 *
 * @param leftOut what was asked for and asks nothing, and why
 */
export function suitePage(
  results: readonly Result[],
  command: string,
  leftOut: readonly string[] = [],
): string {
  const suite = suiteOf(results);
  const { rows, models, publishedModels, sources } = suite;
  const seeing = models.filter((model) => results.some((result) => result.model === model && !result.blind));
  const title = `Composition: ${seeing.length > 0 ? seeing.join(', ') : 'texts alone'} on ${rows.length} benchmarks`;
  const marks = new Map(Object.keys(sources).map((source, index) => [source, 'abcdefgh'[index] ?? '*']));
  return page(
    title,
    html`<header><h1>${title}</h1>
<p class="lead">The headline of each benchmark that was found on the disk, beside what a model gets that reads the texts alone, and what others published.</p>
<pre aria-label="Command">${command}</pre></header>
${leftOut.map((sentence) => html`<p>${sentence}</p>`)}
<h2 id="suite">All benchmarks</h2>
<p>Shares of questions; small, beneath: the 95 % interval. A tie is wrong. <b>Scored</b> are the questions of this score whose pictures were there, of all of them. Published shares are those of their sources, most of them means over all of a benchmark’s parts: they can be compared only where all questions were scored and all kinds are there.</p>
${suiteTableOf(suite, marks)}
<ul class="notes">${Object.entries(sources).map(
      ([source, { paper, where, measured, versions }]) =>
        html`<li><b>${marks.get(source)}</b> ${paper}, ${where}. ${measured}. ${versions}.</li>`,
    )}${publishedModels.length === 0 && html`<li>No published scores of these benchmarks are known here.</li>`}</ul>
${elsewhere(suite)}
${accuracySection(summariseResults(results), models, false, [])}
<footer>Made by @slipform/bench.</footer>`,
  );
}

function suiteTableOf({ rows, models, publishedModels }: Suite, marks: ReadonlyMap<string, string>) {
  return html`<section class="scroll" tabindex="0" aria-label="Headlines of all benchmarks"><table>
<caption>Headlines; published scores on the right${SIDEWAYS}</caption>
<thead><tr><td colspan="3"></td><th scope="colgroup" colspan="${models.length}">here</th>${publishedModels.length > 0 && html`<th scope="colgroup" colspan="${publishedModels.length}">published</th>`}</tr><tr><th scope="col">benchmark</th><th scope="col">questions scored</th><th scope="col">chance</th>${models.map((model) => html`<th scope="col" class="kind">${model}</th>`)}${publishedModels.map((model) => html`<th scope="col" class="kind">${model}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ benchmark, asks, score, scored, total, chance, estimates, published }) =>
      html`<tr><th scope="row">${benchmark}<small class="soft" style="font-weight:400"> ${score}</small>${asks && html`<br><small class="soft" style="font-weight:400">${asks}</small>`}</th><td>${scored}<small>of ${total}</small></td><td>${formatChance(chance)}</td>${models.map(
        (model) => {
          const mean = estimates.get(model);
          return mean
            ? html`<td>${formatShare(mean.value)}<small>${formatInterval(mean.interval)}</small></td>`
            : html`<td><span aria-label="not measured">–</span></td>`;
        },
      )}${publishedModels.map((model) => {
        const found = published.get(model);
        return found
          ? html`<td>${formatShare(found.value)}<small>${marks.get(found.source)}</small></td>`
          : html`<td><span aria-label="not published">–</span></td>`;
      })}</tr>`,
  )}</tbody></table></section>`;
}

/** What others published of benchmarks that were not asked here. */
function elsewhere({ others }: Suite) {
  if (others.length === 0) return false;
  return html`<h2 id="elsewhere">Published, of other benchmarks</h2>
<section class="scroll" tabindex="0" aria-label="Published scores of other benchmarks"><table>
<caption>Scores in per cent, as their sources print them${SIDEWAYS}</caption>
<thead><tr><th scope="col">model</th><th scope="col" class="text">source</th><th scope="col" class="text">scores</th></tr></thead>
<tbody>${others.map(
    ({ model, source, scores }) =>
      html`<tr><th scope="row">${model}</th><td class="text">${source.paper}, ${source.where}</td><td class="text">${scores.map(([name, value]) => `${name.replace('/', ', ')} ${value}`).join(' · ')}</td></tr>`,
  )}</tbody></table></section>`;
}
