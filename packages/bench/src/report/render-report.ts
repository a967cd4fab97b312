import { refuse } from '@slipform/kit/errors/input-error';
import { ownEntry } from '@slipform/kit/formats/shape';
import {
  formatChance,
  formatP,
  formatPoints,
  formatSeconds,
  formatSigned,
} from '@slipform/kit/text/format-number';
import { type Comparison, comparePairs } from '../compare/compare';
import { checkResults } from '../scoring/check-results';
import { imageModelResults, type Result } from '../scoring/result';
import { accuracySection, estimateCell, kindLabel, SIDEWAYS } from './accuracy-section';
import { html, type Markup } from './html';
import { leadOf, openingFigure } from './opening-figure';
import { page } from './page';
import { GALLERY_COLUMNS, summariseGalleries, summariseParts } from './part-rows';
import { type ExperimentRecord, type PairExample, type PairScores, resultsRecord } from './record';
import { recordShape } from './record-shape';
import { summariseResults } from './summary-rows';
import { tradeOffSection } from './trade-off-section';
import { trainingSection } from './training-section';

/** How to read the models' names; empty where a reader's own models speak for themselves. */
function readingNotes(record: ExperimentRecord): Markup | false {
  const models = new Set(record.results.map((result) => result.model));
  const notes = Object.entries(record.models ?? {}).filter(([model]) => models.has(model));
  const hasBound = record.results.some((result) => Object.keys(result.bagOfWordsUpperBound ?? {}).length > 0);
  const blind = record.results.find(
    ({ model, blind }) => blind && record.models?.[model] === undefined,
  )?.model;
  if (notes.length === 0 && !hasBound && blind === undefined) return false;
  return html`<ul class="notes">${notes.map(([model, is]) => html`<li><b>${model}</b> is ${is}.</li>`)}${
    blind !== undefined &&
    html`<li><b>${blind}</b> is a bigram model of captions that never sees a picture: what it gets right can be known without looking.</li>`
  }${
    hasBound &&
    html`<li><b>bag of words, at most</b> is the share of questions whose false caption has other words than the true one: a model above it uses the order of the words.</li>`
  }</ul>`;
}

/**
 * Renders results, or a whole experiment's record, as one HTML page that needs nothing else: style, figures (inline
 * SVG) and pictures are inside it; no script. It follows the reader's light or dark setting.
 *
 * @throws InputError where there are no results.
 *
 * @example
 * await writeFile('report.html', renderReport([before, result]));
 */
export function renderReport(results: ExperimentRecord | readonly Result[]): string {
  const record = isRecord(results) ? recordShape(results, 'renderReport: results') : recordOf(results);
  if (record.results.length === 0) refuse('renderReport', 'results', 'must hold at least one result', 'none');
  const models = [...new Set(record.results.map((result) => result.model))];
  const credits = record.credits ?? drawingCredits(record);
  const facts = Object.entries({ ...record.settings, ...record.environment });
  return page(
    record.title,
    html`<header>
<h1>${record.title}</h1>
${record.pairs?.[0] && openingFigure(record.pairs[0])}
${record.conclusion.map((sentence, index) => html`<p class="${index === 0 ? 'lead' : ''}">${sentence}</p>`)}
${record.command && html`<pre aria-label="Command">${record.command}</pre>`}
${
  facts.length > 0 &&
  html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}
</header>
${record.pairs && record.pairs.length > 0 && pairSection(record.pairs)}
${accuracySection(summariseResults(record.results), models, readingNotes(record), record.leads ?? [], record.asked)}
${record.details?.map((sentence) => html`<p>${sentence}</p>`)}
${record.tradeOff && tradeOffSection(record.tradeOff, models)}
${record.runs.length > 0 && trainingSection(record.runs, models, record.pairs === undefined)}
${partSection(record.results)}
${record.comparisons.length > 0 && comparisonSection(record.comparisons)}
<footer>${record.startedAt && `${record.startedAt.slice(0, 10)}, ${formatSeconds(record.seconds)} in all. `}Made by @slipform/bench.${credits.length > 0 && ` Drawings: ${credits.join(', ')}.`}</footer>`,
  );
}

const CREDITS = {
  Noto: 'Noto Emoji (Google, Apache-2.0)',
  Fluent: 'Fluent Emoji (Microsoft, MIT)',
  Twemoji: 'Twemoji (CC-BY 4.0)',
};

/** Whose drawings the models were asked about, or the page shows. */
function drawingCredits({ results }: ExperimentRecord): string[] {
  const drawn = results.map(({ benchmark }) => benchmark).filter((name) => name.startsWith('Drawn captions'));
  return Object.entries(CREDITS).flatMap(([name, credit]) =>
    drawn.some((text) => text.includes(name)) ? [credit] : [],
  );
}

function isRecord(results: ExperimentRecord | readonly Result[]): results is ExperimentRecord {
  return typeof results === 'object' && results !== null && 'format' in results;
}

function recordOf(results: readonly Result[]): ExperimentRecord {
  checkResults('renderReport', results);
  return { ...resultsRecord(results), comparisons: comparePairs(results) };
}

/** Who is ahead of whom, and by how much more than noise. */
function comparisonSection(comparisons: readonly Comparison[]): Markup {
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

/** Two pictures beside each other, and which caption each model gave to each; right, wrong and mixed. */
function pairSection(pairs: readonly PairExample[]): Markup {
  return html`<h2 id="pairs">Questions, with what each model chose</h2>
<p>One artist drew both pictures. Under each picture stands the caption (or its differing word) that the model finds nearer to it; a model often finds one caption nearer to both. So the score margin decides: cosines of the two right pairs less those of the two wrong ones. Bold: above 0. Each model’s first training seed answers. A fixed rule chose the questions: first those that the models disagree on, then some that all answer, then some that none does; each word once.</p>
<ul class="pairs">${pairs.map((pair) => {
    const said = pair.words ?? pair.captions;
    const about = [pair.kind, pair.concreteness && `concreteness ${pair.concreteness.toFixed(1)}`];
    return html`<li class="pair"><table>
<caption>${[pair.drawnBy, ...about.filter(Boolean)].join(' · ')}</caption>
<thead><tr><td></td>${[0, 1].map(
      (at) =>
        html`<th scope="col"><img src="${pair.pictures[at]!}" width="96" height="96" alt="${`Picture named ${pair.captions[at]!}`}"><span>${pair.words ? marked(pair.captions[at]!, pair.words[at]!) : pair.captions[at]!}</span></th>`,
    )}<th scope="col">score margin</th></tr></thead>
<tbody>${pair.answers.map(({ model, scores }) => {
      const chosen = captionsChosen(scores);
      const lead = leadOf(scores);
      const isRight = lead > 0;
      return html`<tr class="${isRight ? 'answered' : ''}"><th scope="row">${model}${isRight && html`<span class="visually-hidden">, question answered</span>`}</th>${[
        0, 1,
      ].map((at) => {
        const caption = chosen[at];
        if (caption === undefined) return html`<td class="wrong">neither</td>`;
        return html`<td class="${caption === at ? 'right' : 'wrong'}">${sign(caption === at)} ${said[caption]!}</td>`;
      })}<td class="${isRight ? 'right' : 'wrong'}">${sign(isRight)} ${formatSigned(lead, 3).replace('0.', '.')}</td></tr>`;
    })}</tbody></table></li>`;
  })}</ul>`;
}

/** The caption that each picture is nearer to; undefined for a tie, which is wrong. */
function captionsChosen(scores: PairScores): readonly (0 | 1 | undefined)[] {
  return scores.map(([first, second]) => (first > second ? 0 : second > first ? 1 : undefined));
}

function sign(isRight: boolean): Markup {
  return isRight
    ? html`<span aria-hidden="true">✓</span><span class="visually-hidden">right:</span>`
    : html`<span aria-hidden="true">✗</span><span class="visually-hidden">wrong:</span>`;
}

/** A caption with the word that differs set apart. */
function marked(caption: string, word: string): Markup {
  const words = caption.split(' ');
  const at = words.lastIndexOf(word);
  return html`${words.map((each, index) => html`${index > 0 && ' '}${index === at ? html`<b>${each}</b>` : each}`)}`;
}

/** Accuracy within the parts of each breakdown, and recall in each gallery; false where results have neither. */
function partSection(results: readonly Result[]): Markup | false {
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
      html`<tr><th scope="row">${part}</th><td class="text">${kindLabel(kind)}</td><td>${total}</td>${models.map((model) => estimateCell(ownEntry(cells, model)))}<td>${formatChance(chance)}</td></tr>`,
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
          html`<tr><th scope="row">${gallery}${part !== undefined && html` <small>${part}</small>`}</th><td class="text">${model}</td><td>${asked}${asked < size && html`<small>of ${size}</small>`}</td>${GALLERY_COLUMNS.map(([column]) => estimateCell(ownEntry(cells, model)?.[column]))}<td>${formatChance(Math.min(1, 10 / size))}</td></tr>`,
      ),
  )}</tbody></table></section>`,
)}`;
}
