import { counted } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import { type AuditReport, SUGGESTED_PAIRS } from './audit-report';
import type { BlindScore } from './blind-score';
import { TIE } from './counts';
import { interval, percent, sumOf } from './words';

const BARS = ' ▁▂▃▄▅▆▇█';

/** The report as lines for a terminal. */
export function textReport(report: AuditReport): string {
  const { coverage, concreteness, blind, checks } = report;
  const lines = [
    `${report.file}: ${counted(report.pairs, 'pair')}${report.brokenLines > 0 ? `, ${counted(report.brokenLines, 'broken line')} left out` : ''}`,
    '',
    row(
      'coverage',
      coverage.share === undefined
        ? `${coverage.captionsWithNegative} captions with a negative (of how many: pass --captions or --summary, or mine with --keep-all)`
        : `${coverage.captionsWithNegative} of ${coverage.captions} captions with a negative (${percent(coverage.share)})`,
    ),
    ...(report.reasons ? [row('without', withoutText(report.reasons))] : []),
    row('slots', shares(report.slots, report.pairs)),
    row('operations', shares(report.operations, report.pairs)),
  ];
  if (report.refusals) {
    const counts = Object.entries(report.refusals).map(([name, times]) => `${name} ${times}`);
    lines.push(row('refused', counts.join(', ') || 'nothing'));
  }
  if (concreteness) {
    const { mean, replacementMean, sources } = concreteness;
    const after = replacementMean === undefined ? '' : `, of what replaces it ${replacementMean.toFixed(2)}`;
    const from = Object.keys(sources).join(' and ');
    lines.push(
      '',
      row('concreteness', `mean of the changed word ${mean.toFixed(2)}${after}${from && ` (${from})`}`),
    );
    for (const [slot, { mean: slotMean, bins }] of Object.entries(concreteness.slots)) {
      lines.push(row(`  ${slot}`, `1 │${drawn(bins)}│ 5  mean ${slotMean.toFixed(2)}`));
    }
    lines.push(row('  bands', shares(concreteness.bands, sumOf(concreteness.bands))));
  }
  if (report.regret) {
    const { near, mean, bins } = report.regret;
    lines.push(
      row(
        'regret',
        `0 │${drawn(bins)}│ 4  ${percent(near)} within ${TIE} of the most concrete word of its caption, mean ${mean.toFixed(2)} below it`,
      ),
    );
  }
  if (report.scores) {
    const { surprise, leak } = report.scores;
    lines.push(
      row('surprise', `0 │${drawn(surprise.bins)}│ 2  mean ${surprise.mean.toFixed(2)} nats`),
      row('leak', `mean ${leak.toFixed(3)}`),
    );
  }
  lines.push('', ...checkLines(report).map(([name, text]) => row(name, text)));
  if (checks.relatedExamples.length > 0) lines.push(row('', checks.relatedExamples.join(', ')));
  if (blind) {
    lines.push(
      '',
      row('blind judge', `${scoreText(blind)}; 0.5 is perfect, a guess lies in ${interval(blind.chance)}`),
    );
    for (const { name, ...score } of [...blind.slots, ...blind.operations]) {
      lines.push(row(`  ${name}`, scoreText(score)));
    }
    lines.push(
      row('  fakes say', blind.telling.fake.join(', ')),
      row('  captions say', blind.telling.real.join(', ')),
    );
    for (const note of learntNotes(report)) lines.push(row('', note));
    if (blind.partners === 'apart') lines.push(row('', PARTNERS_APART));
    if (blind.pairs < SUGGESTED_PAIRS) lines.push(row('', fewPairs(blind.pairs)));
  } else lines.push('', row('blind judge', 'too few pairs to judge'));
  if (report.sample.length > 0) lines.push('', 'A sample to read:');
  for (const { caption, negative, slot, operation } of report.sample) {
    lines.push(
      `  ${caption}`,
      `→ ${negative}${slot || operation ? `  [${[operation, slot].filter(Boolean).join(' ')}]` : ''}`,
    );
  }
  // The words of a file may hold control characters.
  return lines.map((line) => printable(line, Number.POSITIVE_INFINITY)).join('\n');
}

/** The checks with what they found, each in words. */
export function checkLines({ checks, pairs }: AuditReport): readonly (readonly [string, string])[] {
  const { duplicates, unchanged, withSpans, wrongOffsets, otherChanges, related, relatedOf } = checks;
  const of = (times: number, whole: number) =>
    times === 0 ? `none of ${whole}` : `${times} of ${whole} (${percent(times / whole)})`;
  const { firstOtherChange } = checks;
  const first = firstOtherChange === undefined ? '' : `, the first in record ${firstOtherChange}`;
  const ofSpans = (times: number) => (withSpans === 0 ? 'not known: no spans' : of(times, withSpans));
  return [
    ['duplicates', of(duplicates, pairs)],
    ['unchanged', of(unchanged, pairs)],
    ['wrong offsets', ofSpans(wrongOffsets)],
    ['other changes', `${ofSpans(otherChanges)}${first}`],
    [
      'related words',
      relatedOf === 0 ? 'not known: it takes lemmas and @slipform/plant' : of(related, relatedOf),
    ],
  ];
}

/** The other file that the judge learnt from, and what it means for the score. */
export function learntNotes({ learntFrom, sharedCaptions }: AuditReport): readonly string[] {
  if (learntFrom === undefined) return [];
  const learnt = `It learnt from ${learntFrom}`;
  if (sharedCaptions === undefined) return [`${learnt}.`];
  const { shared, captions } = sharedCaptions;
  if (shared === 0) return [`${learnt}, which shares none of the ${counted(captions, 'caption')}.`];
  return [
    `${learnt}, which shares ${shared} of the ${counted(captions, 'caption')} (${percent(shared / captions)}).`,
    'Warning: where the judge has seen the caption with its negative it knows the fake, so for those the score is too high; learn from captions that were mined apart.',
  ];
}

/** A warning for a score from few pairs. */
export function fewPairs(pairs: number): string {
  return `${pairs} pairs are few: a judge who has read more finds more; ${SUGGESTED_PAIRS} or more are better.`;
}

export const PARTNERS_APART =
  'Exchange partners are chained over too many images to be kept in one fold: they are left out of the training instead.';

/** 0.512 (0.50–0.53) of 4,000 pairs */
function scoreText(score: BlindScore): string {
  return `${score.score.toFixed(3)} (${interval(score.interval)}) of ${counted(score.pairs, 'pair')}`;
}

/** Captions without a negative by reason: `12: no-site 7, name 5`. */
function withoutText(reasons: Readonly<Record<string, number>>): string {
  const counts = Object.entries(reasons).map(([name, times]) => `${name} ${times}`);
  return counts.length === 0 ? 'none' : `${sumOf(reasons)}: ${counts.join(', ')}`;
}

function drawn(bins: readonly number[]): string {
  const most = Math.max(...bins);
  return bins.map((bin) => BARS[bin === 0 ? 0 : Math.ceil((8 * bin) / most)]).join('');
}

function shares(counts: Readonly<Record<string, number>>, whole: number): string {
  return (
    Object.entries(counts)
      .map(([name, times]) => `${name} ${times} (${percent(times / whole)})`)
      .join(', ') || 'not told'
  );
}

function row(name: string, text: string): string {
  return `${name.padEnd(15)} ${text}`.trimEnd();
}
