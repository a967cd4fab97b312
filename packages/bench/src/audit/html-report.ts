import * as Plot from '@observablehq/plot';
import { counted } from '@slipform/kit/text/format-number';
import { html, type Markup } from '../report/html';
import { page } from '../report/page';
import { plotFigure } from '../report/plot-figure';
import { type AuditReport, interval, percent, sumOf } from './audit-report';
import type { BlindResult, BlindScore } from './blind-score';
import { compareFiles, shortNames } from './compare-files';
import { type Histogram, TIE } from './counts';
import type { Pair, Span } from './pair';
import { blindNotes, checkLines } from './text-report';

/** The report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
export function htmlReport(report: AuditReport): string {
  const { coverage, concreteness, blind, regret, scores, reasons = {}, refusals, sample } = report;
  const covered =
    coverage.share === undefined
      ? String(coverage.captionsWithNegative)
      : `${percent(coverage.share)} of ${coverage.captions}`;
  const facts: readonly (readonly [string, string])[] = [
    ['pairs', String(report.pairs)],
    ['captions with a negative', covered],
    ['blind judge', blind ? blind.score.toFixed(3) : 'too few pairs'],
    ['mean concreteness', concreteness ? concreteness.mean.toFixed(2) : 'not known'],
    [`within ${TIE} of the most concrete word`, regret ? percent(regret.near) : 'not known'],
  ];
  const left = report.brokenLines > 0 && `, ${counted(report.brokenLines, 'broken line')} left out`;
  return auditPage(
    [report],
    html`<p>${report.file}${left}</p>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
    html`${blind && blindSection(blind, report)}
${
  concreteness &&
  html`<h2>Concreteness of the changed word</h2>
<p>From 1 (abstract) to 5 (concrete); ratings by ${Object.keys(concreteness.sources).join(' and ') || 'unknown source'}.</p>
<div class="figures">${Object.entries(concreteness.slots).map(([name, slot]) => histogram(name, { ...slot, edges: concreteness.edges }, 'concreteness'))}</div>
${shares('Bands of concreteness', concreteness.bands, sumOf(concreteness.bands))}`
}
${
  regret &&
  html`<h2>Is it the most concrete word?</h2>
<p>How far the changed word lies below the most concrete word of its caption. ${percent(regret.near)} are within ${TIE}, which counts as the most concrete one: estimates are no finer.</p>
<div class="figures">${histogram('Below the most concrete word', regret, 'points below')}</div>`
}
${
  scores &&
  html`<h2>What the miner thinks of them</h2>
<p>Surprise is −ln of the probability that a reader finds nothing clearly wrong with the new word in its place: 0.1 is 90 %, 0.7 half. The mean leak of an edit is ${scores.leak.toFixed(3)}; below 0 it took word sequences away that the negatives have too often.</p>
<div class="figures">${histogram('Surprise', scores.surprise, 'nats')}</div>`
}
${Object.keys(reasons).length > 0 && html`<h2>Captions without a negative</h2>${shares('By reason', reasons, sumOf(reasons))}`}
${
  Object.keys({ ...report.slots, ...report.operations }).length > 0 &&
  html`<h2>What was changed, and how</h2>
${shares('Slots', report.slots, report.pairs)}${shares('Operations', report.operations, report.pairs)}`
}
<h2>Checks</h2>
${table('What is wrong with the pairs', checkLines(report))}
${report.checks.relatedExamples.length > 0 && html`<p class="soft">${report.checks.relatedExamples.join(', ')}</p>`}
${
  refusals &&
  html`<h2>Refused changes</h2>${table(
    'By check',
    Object.entries(refusals).map(([name, times]) => [name, String(times)]),
  )}`
}
${sample.length > 0 && html`<h2>A sample to read</h2><ol class="sample">${sample.map(sampleItem)}</ol>`}`,
  );
}

/** Several reports as one page: a table with a column for each file, and how far each is from the most concrete word. */
export function htmlTable(reports: readonly AuditReport[]): string {
  const names = shortNames(reports.map(({ file }) => file));
  const figures = (title: string, words: string, drawn: readonly Markup[]) =>
    drawn.length > 0 && html`<h2>${title}</h2><p>${words}</p><div class="figures">${drawn}</div>`;
  return auditPage(
    reports,
    html`<p>${reports.map(({ file }, i) => html`${i > 0 && html`<br>`}${file}`)}</p>`,
    html`<section class="scroll" tabindex="0" aria-label="Figures by file"><table>
<thead><tr><td></td>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${compareFiles(reports).map(
      ({ name, isPart, cells }) =>
        html`<tr${isPart && html` class="reference"`}><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody></table></section>
${figures(
  'Below the most concrete word',
  'How far the changed word lies below the most concrete word of its caption, in points of the scale from 1 to 5. In the first bar it is the most concrete one, or as good as that.',
  reports.flatMap(({ regret }, i) => (regret ? [histogram(names[i]!, regret, 'points below')] : [])),
)}
${figures(
  'Concreteness of the changed word',
  'From 1 (abstract) to 5 (concrete).',
  reports.flatMap(({ concreteness: of }, i) =>
    of ? [histogram(names[i]!, { ...of, bins: of.all }, 'concreteness')] : [],
  ),
)}`,
  );
}

function auditPage(reports: readonly AuditReport[], lead: Markup, body: Markup): string {
  const { version, seed } = reports[0]!;
  const names = reports.length === 1 ? [reports[0]!.file] : shortNames(reports.map(({ file }) => file));
  return page(
    `Audit of ${names.join(', ')}`,
    html`<header>
<h1>Audit of hard negatives</h1>
${lead}
</header>
${body}
<footer>Made by @slipform/bench ${version}, seed ${seed}.</footer>`,
  );
}

function blindSection(blind: BlindResult, report: AuditReport): Markup {
  return html`<h2>Does the text give the negative away?</h2>
<p>A logistic regression on word 1–3-grams sees a caption and its negative, and picks the fake one ${percent(blind.score)} of the time (${interval(blind.interval)}, ${counted(blind.pairs, 'pair')}). 50 % is perfect.${report.learntFrom === undefined && ' Slots and operations are judged by themselves.'}</p>
<div class="figures">${scoreFigure([{ name: 'all', ...blind }, ...blind.slots, ...blind.operations])}</div>
${blindNotes(report).map((note) => html`<p class="soft">${note}</p>`)}
${table('Words with the largest weights', [
  ['fakes say', blind.telling.fake.join(', ')],
  ['captions say', blind.telling.real.join(', ')],
])}`;
}

/** Scores of the blind judge with their intervals, above the band in which a guess would lie. */
function scoreFigure(scores: readonly (BlindScore & { readonly name: string })[]): Markup {
  // Two rows may have one name: a slot and an operation.
  const rows = scores.map(({ name, score, interval: [low, high], chance: [from, to] }, row) => {
    return { row, name, score, low, high, from, to };
  });
  const least = Math.min(0.45, ...rows.map(({ low }) => low));
  return plotFigure(
    {
      height: 60 + 26 * rows.length,
      marginTop: 8,
      marginLeft: 112,
      marginRight: 44,
      x: { domain: [Math.floor(20 * least) / 20, 1], label: 'fake picked', grid: true, ticks: 5 },
      y: { domain: rows.map(({ row }) => row), axis: null, padding: 0.1 },
      marks: [
        Plot.barX(rows, { y: 'row', x1: 'from', x2: 'to', fill: 'var(--line)' }),
        Plot.ruleX([0.5], { stroke: 'var(--soft)', strokeDasharray: '3,3' }),
        Plot.ruleY(rows, { y: 'row', x1: 'low', x2: 'high', stroke: 'var(--model-1)', strokeWidth: 1.5 }),
        Plot.dot(rows, { y: 'row', x: 'score', r: 3.5, fill: 'var(--model-1)' }),
        Plot.text(rows, {
          y: 'row',
          text: ({ name }) => short(name, 16),
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -8,
          fill: 'currentColor',
        }),
        Plot.text(rows, {
          y: 'row',
          text: ({ score }) => score.toFixed(3),
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 6,
          fill: 'currentColor',
        }),
      ],
    },
    {
      title: 'How often the fake is picked',
      description: `How often the fake is picked: ${rows.map(({ name, score }) => `${name} ${score.toFixed(3)}`).join(', ')}.`,
      note: 'Dots: scores; lines: 95 % intervals; bands: where a judge who guesses would lie.',
    },
  );
}

/** @param unit of the numbers, below the axis */
function histogram(
  name: string,
  { mean, bins, edges }: Pick<Histogram, 'mean' | 'bins' | 'edges'>,
  unit: string,
): Markup {
  const total = bins.reduce((sum, times) => sum + times, 0);
  const title = `${short(name)}: ${total}, mean ${mean.toFixed(2)}`;
  const bars = bins.map((times, i) => ({ from: edges[i]!, to: edges[i + 1]!, times }));
  return plotFigure(
    {
      height: 170,
      marginTop: 8,
      marginLeft: 12,
      marginRight: 12,
      x: { domain: [edges[0]!, edges.at(-1)!], label: unit, ticks: 5 },
      y: { axis: null },
      marks: [
        Plot.rectY(bars, { x1: 'from', x2: 'to', y: 'times', fill: 'var(--model-1)' }),
        Plot.ruleY([0], { stroke: 'var(--soft)' }),
        Plot.ruleX([mean], { stroke: 'var(--accent)', strokeWidth: 1.5, strokeDasharray: '4,3' }),
      ],
    },
    { title, description: `${name}: ${counted(total, 'word')}, mean of ${unit} ${mean.toFixed(2)}.` },
  );
}

function shares(title: string, counts: Readonly<Record<string, number>>, whole: number): Markup {
  return shareBars(
    title,
    Object.entries(counts).map(([name, times]) => ({
      name,
      share: times / Math.max(1, whole),
      text: `${times} (${percent(times / Math.max(1, whole))})`,
    })),
  );
}

function table(title: string, rows: readonly (readonly [string, string])[]): Markup {
  return html`<section class="scroll" tabindex="0" aria-label="${title}"><table>
<tbody>${rows.map(([name, text]) => html`<tr><th scope="row">${name}</th><td class="text">${text}</td></tr>`)}</tbody></table></section>`;
}

function sampleItem(pair: Pair): Markup {
  const { operation, slot, concreteness } = pair;
  const note = [operation, slot, concreteness?.toFixed(2)].filter((part) => part !== undefined).join(' · ');
  return html`<li><p>${marked(pair.caption, 'del', pair.keyword, pair.keyword2)}</p><p>${marked(pair.negative, 'ins', pair.replacement, pair.replacement2)}</p>${note && html`<small>${note}</small>`}</li>`;
}

function marked(text: string, tag: 'del' | 'ins', ...spans: readonly (Span | undefined)[]): Markup {
  const parts: (string | Markup)[] = [];
  let at = 0;
  for (const span of spans.filter((each) => each !== undefined).sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    const changed = text.slice(span.start, span.end);
    parts.push(
      text.slice(at, span.start),
      tag === 'del' ? html`<del>${changed}</del>` : html`<ins>${changed}</ins>`,
    );
    at = span.end;
  }
  return html`${[...parts, text.slice(at)]}`;
}

/** A name of a file may be of any length; a figure has no room for it. */
function short(name: string, length = 40): string {
  return name.length > length ? `${name.slice(0, length)}…` : name;
}

/** Bars of plain boxes, as a table that can be read aloud. @param rows `share` is the bar's length, from 0 to 1 */
function shareBars(
  title: string,
  rows: readonly { readonly name: string; readonly share: number; readonly text: string }[],
): Markup {
  return html`<table class="bars"><caption>${title}</caption>
<tbody>${rows.map(
    ({ name, share, text }) =>
      html`<tr><th scope="row">${name}</th><td><span class="bar" style="width:${(100 * share).toFixed(1)}%" aria-hidden="true"></span>${text}</td></tr>`,
  )}</tbody></table>`;
}
