import * as Plot from '@observablehq/plot';
import { ownEntry } from '@slipform/kit/formats/shape';
import { formatChance, formatInterval, formatPoints, formatShare } from '@slipform/kit/text/format-number';
import type { Estimate } from '../statistics/seed-interval';
import { html, type Markup } from './html';
import { colourKey, modelColour, plotFigure } from './plot-figure';
import type { Lead, LeadCell } from './record';
import type { SummaryTable } from './summary-rows';

/** "swap_attributes" → "swap attributes". */
export const kindLabel = (kind: string) => kind.replaceAll('_', ' ');

/** A number with its interval beneath it. */
export function estimateCell(estimate: Estimate | undefined, isNone = false): Markup {
  return estimate
    ? html`<td>${formatShare(estimate.value)}<small>${isNone ? 'none right' : formatInterval(estimate.interval)}</small></td>`
    : html`<td><span aria-label="not measured">–</span></td>`;
}

/** Told where the screen is narrower than a wide table. */
export const SIDEWAYS = html`<span class="sideways"> · scroll sideways →</span>`;

/** Tables of accuracy and recall, and the same as dots with intervals. */
export function accuracySection(
  tables: readonly SummaryTable[],
  models: readonly string[],
  notes: Markup | false,
  leads: readonly Lead[],
  asked?: string,
): Markup {
  const hasKinds = tables.some(({ kinds }) => kinds.length > 0);
  const hasRetrieval = tables.some(({ retrievalChance }) => retrievalChance !== undefined);
  const title = [hasKinds && 'composition', hasRetrieval && 'retrieval'].filter(Boolean).join(' and ');
  return html`<h2 id="composition">${title.replace(/^./, (letter) => letter.toUpperCase())}</h2>
<p>${
    asked
      ? `${asked} `
      : html`${hasKinds && 'Each picture comes with its caption and, for each kind of change, a false one: the share of questions in which the model scores the caption higher. Ties count as wrong. '}${hasRetrieval && 'Recall@1: the share of pictures that find a caption of their own first, and of captions that find their picture first. '}`
  }Below each number, small: its 95 % interval (one seed: over the questions, or over their words and artists where they are crossed by these; several seeds: the wider of that, averaged, and of Student’s over the seeds; none right: a text-only model that gets no question has no interval).${leads.length > 0 && ' Rows of differences are in percentage points, paired by seed; a minus is a loss.'}</p>
${notes}
${tables.map((table) => [accuracyTable(table, models, leads), belowChance(table)])}
${colourKey(models.map((label, index) => ({ label, colour: modelColour(index) })))}
<div class="figures">${tables.filter(({ kinds }) => kinds.length > 0).map((table) => accuracyFigure(table, models))}</div>`;
}

function accuracyTable(table: SummaryTable, models: readonly string[], leads: readonly Lead[]): Markup {
  const cell = (estimate: Estimate | undefined, row?: SummaryTable['rows'][number]) =>
    estimateCell(estimate, estimate && isOutOfReach(estimate, row));
  const hasRetrieval = table.rows.some((row) => row.imageToText);
  const mean = (markup: Markup) => hasMean(table) && markup;
  return html`<section class="scroll" tabindex="0" aria-label="Results on ${table.benchmark}"><table>
<caption>${table.benchmark}${questions(table)}${SIDEWAYS}</caption>
<thead><tr><th scope="col">model</th>${table.kinds.map((kind) => html`<th scope="col" class="kind">${kindLabel(kind)}</th>`)}${mean(html`<th scope="col" class="kind">mean</th>`)}${
    hasRetrieval &&
    html`<th scope="col" class="kind">image → text recall@1</th><th scope="col" class="kind">text → image recall@1</th>`
  }</tr></thead>
<tbody>${table.rows.map(
    (row) =>
      html`<tr><th scope="row"><span style="color:${modelColour(models.indexOf(row.model))}" aria-hidden="true"><span class="dot"></span></span>${row.model}${
        row.seeds > 1 && html` <small>${row.seeds} seeds</small>`
      }${row.allRows && html` <small>all rows</small>`}</th>${table.kinds.map((kind) => cell(ownEntry(row.kinds, kind), row))}${mean(cell(row.mean, row))}${
        hasRetrieval && [cell(row.imageToText), cell(row.textToImage)]
      }</tr>`,
  )}
${leads.filter(({ benchmark }) => benchmark === table.benchmark).map((lead) => leadRow(lead, table, hasRetrieval))}${coverageRow(table, hasRetrieval)}${upperBoundRow(table, hasRetrieval)}<tr class="reference"><th scope="row">chance</th>${table.kinds.map((kind) => html`<td>${formatChance(table.chances[kind]!)}</td>`)}${mean(html`<td>${formatChance(table.chance)}</td>`)}${
    hasRetrieval && [1, 2].map(() => html`<td>${formatChance(table.retrievalChance!)}</td>`)
  }</tr></tbody></table></section>`;
}

/** Where a model that sees no picture gets nothing, no question can be answered without one: other questions would give 0 as well. */
function isOutOfReach({ value }: Estimate, row?: SummaryTable['rows'][number]): boolean {
  return row?.blind === true && value === 0;
}

/** A mean over one of the kinds is that kind again, and one over nothing is the recall of another column. */
function hasMean({ headline, kinds }: SummaryTable): boolean {
  return headline === undefined && kinds.length > 0;
}

/** Names the kinds on which a model is worse than a guess, and not by the noise of the questions. */
function belowChance({ rows, kinds, chances }: SummaryTable): Markup[] {
  return rows.flatMap((row) => {
    const below = kinds.filter((kind) => (ownEntry(row.kinds, kind)?.interval[1] ?? 1) < chances[kind]!);
    if (below.length === 0) return [];
    return [
      html`<p><b>${row.model}</b> is below chance with its whole interval on ${joinAnd(below.map(kindLabel))}: there it scores the false caption higher, or as high, more often than a model that guesses.</p>`,
    ];
  });
}

function joinAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** By how many points one model is ahead of another in each column, so that what it loses is seen as well. */
function leadRow(lead: Lead, table: SummaryTable, hasRetrieval: boolean): Markup {
  const cell = (found: LeadCell | undefined) =>
    found
      ? html`<td>${formatPoints(found.value)}${found.interval && html`<small>${found.interval.map((each) => formatPoints(each)).join(' to ')}</small>`}</td>`
      : html`<td>–</td>`;
  return html`<tr class="reference"><th scope="row">${lead.model} minus ${lead.against}, points</th>${table.kinds.map((kind) => cell(ownEntry(lead.kinds, kind)))}${hasMean(table) && cell(lead.mean)}${
    hasRetrieval && [cell(lead.imageToText), cell(lead.textToImage)]
  }</tr>`;
}

/** How many questions there are, where all kinds have the same number; else a row of the table says it. */
function questions({ kinds, totals, total }: SummaryTable): string {
  if (kinds.length === 0 || !kinds.every((kind) => totals[kind] === total)) return '';
  return `: ${total.toLocaleString('en')} ${total === 1 ? 'question' : 'questions'} of each kind`;
}

/** Rows that were scored of all, where the numbers differ, pictures are missing or rows are excluded. */
function coverageRow(table: SummaryTable, hasRetrieval: boolean): Markup | false {
  const { kinds, totals, total, coverage, retrievalCoverage } = table;
  const whole = kinds.every((kind) => {
    const own = ownEntry(coverage, kind);
    return totals[kind] === total && (own?.total ?? total) === total && !own?.excluded;
  });
  const isGalleryWhole = !retrievalCoverage || retrievalCoverage.scored === retrievalCoverage.total;
  if (whole && isGalleryWhole) return false;
  const cells = kinds.map((kind) => {
    const { total: all = totals[kind], excluded = 0 } = ownEntry(coverage, kind) ?? {};
    return html`<td>${totals[kind]}<small>of ${all}${excluded > 0 && `, ${excluded} excluded`}</small></td>`;
  });
  const gallery = retrievalCoverage
    ? html`<td>${retrievalCoverage.scored}<small>of ${retrievalCoverage.total} images</small></td>`
    : html`<td></td>`;
  return html`<tr class="reference"><th scope="row">questions scored</th>${cells}${hasMean(table) && html`<td></td>`}${hasRetrieval && [gallery, gallery]}</tr>`;
}

/** The share that a scorer blind to word order could get, where some is out of its reach. */
function upperBoundRow(table: SummaryTable, hasRetrieval: boolean): Markup | false {
  const { kinds, bagOfWordsUpperBound: bounds } = table;
  if (!bounds || kinds.every((kind) => ownEntry(bounds, kind) === undefined)) return false;
  const cells = kinds.map((kind) => {
    const bound = ownEntry(bounds, kind);
    return html`<td>${bound === undefined ? '–' : formatShare(bound)}</td>`;
  });
  return html`<tr class="reference"><th scope="row">bag of words, at most</th>${cells}${hasMean(table) && html`<td></td>`}${hasRetrieval && [1, 2].map(() => html`<td></td>`)}</tr>`;
}

function accuracyFigure(table: SummaryTable, models: readonly string[]): Markup {
  const kinds = [
    ...table.kinds.filter((kind) => table.totals[kind]! > 0),
    ...(hasMean(table) ? ['mean'] : []),
  ];
  const points = table.rows.flatMap((row) =>
    kinds.flatMap((kind) => {
      const estimate = kind === 'mean' ? row.mean : ownEntry(row.kinds, kind);
      if (!estimate) return [];
      const { value, interval } = estimate;
      const [low, high] = isOutOfReach(estimate, row) ? [value, value] : interval;
      return [{ model: row.model, kind: kindLabel(kind), value, low, high }];
    }),
  );
  const chances = kinds.map((kind) => ({
    kind: kindLabel(kind),
    chance: ownEntry(table.chances, kind) ?? table.chance,
  }));
  const low = Math.min(...points.map((point) => point.low), ...chances.map(({ chance }) => chance));
  const position = { fy: 'kind', y: 'model' } as const;
  const domain = table.rows.map((row) => row.model);
  const colour = (point: { model: string }) => modelColour(models.indexOf(point.model));
  const labels = kinds.map((kind) => ({ kind: kindLabel(kind) }));
  return plotFigure(
    {
      height: 340,
      marginLeft: 112,
      marginTop: 12,
      marginRight: 14,
      x: { domain: [Math.floor(low * 10) / 10, 1], label: 'accuracy', grid: true, ticks: 5 },
      y: { domain, axis: null, padding: 0.4 },
      fy: { domain: kinds.map(kindLabel), axis: null, padding: 0.12 },
      color: { type: 'identity' },
      marks: [
        Plot.ruleX(chances, { fy: 'kind', x: 'chance', stroke: 'var(--soft)', strokeDasharray: '3,3' }),
        Plot.text(labels, {
          fy: 'kind',
          text: 'kind',
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -8,
          fill: 'currentColor',
        }),
        Plot.ruleY(points, { ...position, x1: 'low', x2: 'high', stroke: colour, strokeWidth: 1.5 }),
        Plot.dot(points, { ...position, x: 'value', r: 3.2, fill: colour }),
      ],
    },
    {
      title: table.benchmark,
      description: `Accuracy by kind of change with 95 % intervals; the numbers are in the table "${table.benchmark}".`,
      note: 'Dots: accuracy, in the colour of the model; lines: 95 % intervals; dashed: chance.',
    },
  );
}
