import { counted } from '../counted';
import { type AuditReport, suggestedPairs } from './audit-report';
import type { BlindResult } from './blind-score';
import { histogram, scoreChart, shareBars } from './charts';
import { escapeHtml as e } from './escape-html';
import { pageStyle } from './page-style';
import type { Pair } from './pair';
import { checkLines, fewPairs, interval, learntNotes, partnersApart, percent } from './text-report';

/** The report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
export function htmlReport(report: AuditReport): string {
  const { coverage, concreteness, blind, refusals } = report;
  const covered =
    coverage.share === undefined
      ? String(coverage.captionsWithNegative)
      : `${percent(coverage.share)} of ${coverage.captions}`;
  const facts: readonly (readonly [string, string])[] = [
    ['pairs', String(report.pairs)],
    ['captions with a negative', covered],
    ['blind judge', blind ? blind.score.toFixed(3) : 'too few pairs'],
    ['mean concreteness', concreteness ? concreteness.mean.toFixed(2) : 'not told'],
  ];
  const sections = [
    `<dl class="facts">${facts.map(([name, text]) => `<div><dt>${e(name)}</dt><dd>${e(text)}</dd></div>`).join('')}</dl>`,
    blind ? blindSection(blind, report) : '',
    concreteness
      ? section(
          'Concreteness of the changed word',
          `<p>From 1 (abstract) to 5 (concrete); ratings by ${e(Object.keys(concreteness.sources).join(' and ') || 'unknown source')}.</p>
<div class="charts">${Object.entries(concreteness.slots)
            .map(([name, { mean, bins }]) => histogram(name, mean, bins, concreteness.edges))
            .join('')}</div>`,
        )
      : '',
    Object.keys({ ...report.slots, ...report.operations }).length > 0
      ? section(
          'What was changed, and how',
          `<div class="charts">${shareBars('slots', report.slots, report.pairs)}${shareBars('operations', report.operations, report.pairs)}</div>`,
        )
      : '',
    section('Checks', table(checkLines(report)) + examples(report.checks.relatedExamples)),
    refusals
      ? section(
          'Refused changes',
          table(Object.entries(refusals).map(([name, times]) => [name, String(times)])),
        )
      : '',
    report.sample.length > 0
      ? section('A sample to read', `<ol class="sample">${report.sample.map(sampleItem).join('')}</ol>`)
      : '',
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Audit of ${e(report.file)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>Audit of hard negatives</h1>
<p class="file">${e(report.file)}${report.brokenLines > 0 ? `, ${counted(report.brokenLines, 'broken line')} left out` : ''}</p>
${sections.filter(Boolean).join('\n')}
<footer>slipform-plant ${e(report.version)}, seed ${report.seed}</footer>
</main>
</body>
</html>
`;
}

function blindSection(blind: BlindResult, report: AuditReport): string {
  const notes = [
    ...learntNotes(report),
    blind.partners === 'apart' ? partnersApart : '',
    blind.pairs < suggestedPairs ? fewPairs(blind.pairs) : '',
  ].filter(Boolean);
  return section(
    'Does the text give the negative away?',
    `<p>A logistic regression on word 1–3-grams sees a caption and its negative, and picks the fake one ${percent(blind.score)} of the time
(${interval(blind.interval)}, ${counted(blind.pairs, 'pair')}). 50 % is perfect; the band is where a judge who guesses would lie. ${report.learntFrom === undefined ? 'Slots and operations are judged by themselves.' : ''}</p>
${scoreChart([{ name: 'all', ...blind }, ...blind.slots, ...blind.operations])}
${notes.map((note) => `<p class="note">${e(note)}</p>`).join('')}
${table([
  ['fakes say', blind.telling.fake.join(', ')],
  ['captions say', blind.telling.real.join(', ')],
])}`,
  );
}

function section(title: string, body: string): string {
  return `<section><h2>${e(title)}</h2>\n${body}</section>`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const body = rows.map(([name, text]) => `<tr><th scope="row">${e(name)}</th><td>${e(text)}</td></tr>`);
  return `<table>${body.join('')}</table>`;
}

function examples(list: readonly string[]): string {
  return list.length === 0 ? '' : `<p class="note">${e(list.join(', '))}</p>`;
}

function sampleItem(pair: Pair): string {
  const { operation, slot, concreteness } = pair;
  const what = [operation, slot, concreteness === undefined ? undefined : concreteness.toFixed(2)];
  const note = what.filter((part) => part !== undefined).join(' · ');
  return `<li><p>${marked(pair.caption, 'del', pair.keyword, pair.keyword2)}</p><p>${marked(pair.negative, 'ins', pair.replacement, pair.replacement2)}</p>${note ? `<small>${e(note)}</small>` : ''}</li>`;
}

function marked(
  text: string,
  tag: 'del' | 'ins',
  ...spans: readonly (Pair['keyword'] | undefined)[]
): string {
  let html = '';
  let at = 0;
  for (const span of spans.filter((each) => each !== undefined).sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    html += `${e(text.slice(at, span.start))}<${tag}>${e(text.slice(span.start, span.end))}</${tag}>`;
    at = span.end;
  }
  return html + e(text.slice(at));
}
