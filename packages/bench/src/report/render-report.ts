import { InputError } from '@slipform/kit/errors/input-error';
import { formatSeconds } from '@slipform/kit/text/format-number';
import { comparePairs } from '../compare/compare';
import { checkResults } from '../scoring/check-results';
import type { Result } from '../scoring/result';
import { accuracySection } from './accuracy-section';
import { comparisonSection } from './comparison-section';
import { exampleSection } from './example-section';
import { html } from './html';
import { miningSection } from './mining-section';
import { page } from './page';
import { pairSection } from './pair-section';
import { partSection } from './part-section';
import { readingNotes } from './reading-notes';
import { type ExperimentRecord, resultsRecord } from './record';
import { recordShape } from './record-shape';
import { similaritySection } from './similarity-section';
import { summariseResults } from './summary-rows';
import { tradeOffSection } from './trade-off-section';
import { trainingSection } from './training-section';

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
  if (record.results.length === 0)
    throw new InputError('renderReport: results must hold at least one result, got none.');
  const models = [...new Set(record.results.map((result) => result.model))];
  const credits = record.credits ?? drawingCredits(record);
  const facts = Object.entries({ ...record.settings, ...record.environment });
  return page(
    record.title,
    html`<header>
<h1>${record.title}</h1>
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
${record.mining && miningSection(record.mining)}
${record.similarity && similaritySection(record.similarity, models)}
${record.runs.length > 0 && trainingSection(record.runs, models, record.pairs === undefined)}
${partSection(record.results)}
${record.comparisons.length > 0 && comparisonSection(record.comparisons)}
${record.examples.length > 0 && exampleSection(record.examples)}
<footer>${record.startedAt && `${record.startedAt.slice(0, 10)}, ${formatSeconds(record.seconds)} in all. `}Made by @slipform/bench.${credits.length > 0 && ` Drawings: ${credits.join(', ')}.`}</footer>`,
  );
}

const CREDITS = {
  Noto: 'Noto Emoji (Google, Apache-2.0)',
  Fluent: 'Fluent Emoji (Microsoft, MIT)',
  Twemoji: 'Twemoji (CC-BY 4.0)',
};

/** Whose drawings the models were asked about, or the page shows. */
function drawingCredits({ results, examples }: ExperimentRecord): string[] {
  const scenes = results.map(({ benchmark }) => benchmark).filter((name) => name.startsWith('Scenes in '));
  const drawn = [...scenes, ...examples.map(({ style }) => style)];
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
