import { counted } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import type { AuditReport } from './audit';
import type { BlindScore } from './blind-score';

/** From fewer pairs the judge learns little, and the score flatters. */
const SUGGESTED_PAIRS = 2000;

/** The report as lines for a terminal. */
export function textReport(report: AuditReport): string {
  const { file, pairs, brokenLines, coverage, reasons, slots, operations, concreteness, scores } = report;
  const { captionsWithNegative, captions, share } = coverage;
  const { duplicates, unchanged, related, relatedOf, relatedExamples } = report.checks;
  const lines = [
    `${file}: ${counted(pairs, 'pair')}${brokenLines > 0 ? `, ${counted(brokenLines, 'broken line')} left out` : ''}`,
    '',
    ...blindLines(report),
    '',
    row(
      'coverage',
      share === undefined
        ? `${captionsWithNegative} captions with a negative (of how many: mine with --keep-all)`
        : `${captionsWithNegative} of ${captions} captions with a negative (${percent(share)})`,
    ),
    ...(reasons ? [row('without', namesWithCounts(reasons))] : []),
    row('slots', shares(slots, pairs)),
    row('operations', shares(operations, pairs)),
    ...(concreteness ? [row('concreteness', concretenessText(concreteness))] : []),
    ...(scores ? [row('surprisal', `mean ${scores.surprise.toFixed(2)} nats`)] : []),
    row('duplicates', orNone(duplicates, pairs)),
    row('unchanged', orNone(unchanged, pairs)),
    row(
      'related words',
      relatedOf === 0 ? 'not known: it takes lemmas and @slipform/plant' : orNone(related, relatedOf),
    ),
    ...(relatedExamples.length > 0 ? [row('', relatedExamples.join(', '))] : []),
  ];
  // The words of a file may hold control characters.
  return lines.map((line) => printable(line, Number.POSITIVE_INFINITY)).join('\n');
}

function concretenessText({ mean, replacementMean }: NonNullable<AuditReport['concreteness']>): string {
  const after = replacementMean === undefined ? '' : `, of what replaces it ${replacementMean.toFixed(2)}`;
  return `mean of the changed word ${mean.toFixed(2)}${after}`;
}

/** Whether the text alone gives the negative away. */
function blindLines({ blind, ...report }: AuditReport): string[] {
  if (!blind) return [row('text only', 'too few pairs to judge')];
  const { slots, operations, telling, chance, partners, pairs } = blind;
  const notes = [
    ...learntNotes(report),
    ...(partners === 'apart'
      ? [
          'Exchange partners are chained over too many images to be kept in one fold: they are left out of the training instead.',
        ]
      : []),
    ...(pairs < SUGGESTED_PAIRS
      ? [
          `${pairs} pairs are few: a judge who has read more finds more; ${SUGGESTED_PAIRS} or more are better.`,
        ]
      : []),
  ];
  return [
    row('text only', `${scoreText(blind)}; 0.5 is perfect, chance lies in ${interval(chance)}`),
    ...[...slots, ...operations].map(({ name, ...score }) => row(`  ${name}`, scoreText(score))),
    row('  fakes say', telling.fake.join(', ')),
    row('  captions say', telling.real.join(', ')),
    ...notes.map((note) => row('', note)),
  ];
}

/** The other file that the judge learnt from, and what it means for the score. */
function learntNotes({
  learntFrom,
  sharedCaptions,
}: Pick<AuditReport, 'learntFrom' | 'sharedCaptions'>): readonly string[] {
  if (learntFrom === undefined || sharedCaptions === undefined) return [];
  const { shared, captions } = sharedCaptions;
  if (shared === 0)
    return [`It learnt from ${learntFrom}, which shares none of the ${counted(captions, 'caption')}.`];
  return [
    `It learnt from ${learntFrom}, which shares ${shared} of the ${counted(captions, 'caption')} (${percent(shared / captions)}).`,
    'Warning: where the judge has seen the caption with its negative it knows the fake, so for those the score is too high; learn from captions that were mined apart.',
  ];
}

/** 0.512 (0.50–0.53) of 4,000 pairs */
function scoreText(score: BlindScore): string {
  return `${score.score.toFixed(3)} (${interval(score.interval)}) of ${counted(score.pairs, 'pair')}`;
}

function interval([low, high]: readonly [number, number]): string {
  return `${low.toFixed(3)}–${high.toFixed(3)}`;
}

function namesWithCounts(counts: Readonly<Record<string, number>>): string {
  const all = Object.values(counts).reduce((sum, times) => sum + times, 0);
  const each = Object.entries(counts).map(([name, times]) => `${name} ${times}`);
  return `${all}: ${each.join(', ')}`;
}

function shares(counts: Readonly<Record<string, number>>, whole: number): string {
  const each = Object.entries(counts).map(([name, times]) => `${name} ${times} (${percent(times / whole)})`);
  return each.join(', ') || 'not told';
}

function orNone(times: number, whole: number): string {
  return times === 0 ? `none of ${whole}` : `${times} of ${whole} (${percent(times / whole)})`;
}

function percent(share: number): string {
  // One in thousands is not none.
  if (share > 0 && share < 0.0005) return 'less than 0.1 %';
  return `${Math.round(share * 1000) / 10} %`;
}

function row(name: string, text: string): string {
  return `${name.padEnd(15)} ${text}`.trimEnd();
}
