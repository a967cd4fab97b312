import { counted } from '../counted';
import { type AuditReport, suggestedPairs } from './audit-report';
import type { BlindResult } from './blind-score';
import { histogram, scoreChart, shareBars } from './charts';
import { escapeHtml as e } from './escape-html';
import { page, section } from './html-parts';
import type { Pair } from './pair';
import { tie } from './regret-count';
import { checkLines, fewPairs, interval, learntNotes, partnersApart, percent, sumOf } from './text-report';

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
    [`within ${tie} of the most concrete word`, report.regret ? percent(report.regret.near) : 'not told'],
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
            .join('')}${shareBars('bands', concreteness.bands, sumOf(concreteness.bands))}</div>`,
        )
      : '',
    regretSection(report),
    scoreSection(report),
    reasonSection(report),
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
  return page(
    `Audit of ${report.file}`,
    `<h1>Audit of hard negatives</h1>
<p class="file">${e(report.file)}${report.brokenLines > 0 ? `, ${counted(report.brokenLines, 'broken line')} left out` : ''}</p>
${sections.filter(Boolean).join('\n')}
<footer>slipform-plant ${e(report.version)}, seed ${report.seed}</footer>`,
  );
}

function regretSection({ regret }: AuditReport): string {
  if (!regret) return '';
  const { near, mean, bins, edges } = regret;
  return section(
    'Is it the most concrete word?',
    `<p>How far the changed word lies below the most concrete word of its caption. ${percent(near)} are within ${tie}, which counts as the most concrete one: estimates are no finer.</p>
<div class="charts">${histogram('points below', mean, bins, edges, 'mean')}</div>`,
  );
}

function scoreSection({ scores }: AuditReport): string {
  if (!scores) return '';
  const { surprise, leak } = scores;
  return section(
    'What the miner thinks of them',
    `<p>Surprise is −ln of the probability that a reader finds nothing clearly wrong with the new word in its place: 0.1 is 90 %, 0.7 half. The mean leak of an edit is ${leak.toFixed(3)}; below 0 it took word sequences away that the negatives have too often.</p>
<div class="charts">${histogram('surprise in nats', surprise.mean, surprise.bins, surprise.edges, 'mean')}</div>`,
  );
}

function reasonSection({ reasons }: AuditReport): string {
  if (!reasons || Object.keys(reasons).length === 0) return '';
  return section(
    'Captions without a negative',
    `<div class="charts">${shareBars('reasons', reasons, sumOf(reasons))}</div>`,
  );
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
