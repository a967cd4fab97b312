import { counted } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import { type AuditReport, interval, percent, SUGGESTED_PAIRS, sumOf } from './audit-report';
import type { BlindScore } from './blind-score';
import { TIE } from './counts';

const BARS = ' ▁▂▃▄▅▆▇█';

/** The report as lines for a terminal. */
export function textReport(report: AuditReport): string {
  const { file, pairs, brokenLines, sample } = report;
  const { relatedExamples } = report.checks;
  const lines = [
    `${file}: ${counted(pairs, 'pair')}${brokenLines > 0 ? `, ${counted(brokenLines, 'broken line')} left out` : ''}`,
    '',
    ...countLines(report),
    ...concretenessLines(report),
    ...scoreLines(report),
    '',
    ...checkLines(report).map(([name, text]) => row(name, text)),
    ...(relatedExamples.length > 0 ? [row('', relatedExamples.join(', '))] : []),
    '',
    ...blindLines(report),
    ...(sample.length > 0 ? ['', 'A sample to read:'] : []),
    ...sample.flatMap(({ caption, negative, slot, operation }) => [
      `  ${caption}`,
      `→ ${negative}${slot || operation ? `  [${[operation, slot].filter(Boolean).join(' ')}]` : ''}`,
    ]),
  ];
  // The words of a file may hold control characters.
  return lines.map((line) => printable(line, Number.POSITIVE_INFINITY)).join('\n');
}

/** Coverage, and what was changed. */
function countLines({ coverage, reasons, slots, operations, refusals, pairs }: AuditReport): string[] {
  const { captionsWithNegative, captions, share } = coverage;
  return [
    row(
      'coverage',
      share === undefined
        ? `${captionsWithNegative} captions with a negative (of how many: pass --captions or --summary, or mine with --keep-all)`
        : `${captionsWithNegative} of ${captions} captions with a negative (${percent(share)})`,
    ),
    ...(reasons ? [row('without', withoutText(reasons))] : []),
    row('slots', shares(slots, pairs)),
    row('operations', shares(operations, pairs)),
    ...(refusals ? [row('refused', namesWithCounts(refusals) || 'nothing')] : []),
  ];
}

/** How concrete the changed words are, and how far below the most concrete ones. */
function concretenessLines({ concreteness, regret }: AuditReport): string[] {
  const lines: string[] = [];
  if (concreteness) {
    const { mean, replacementMean, sources, slots, bands } = concreteness;
    const after = replacementMean === undefined ? '' : `, of what replaces it ${replacementMean.toFixed(2)}`;
    const from = Object.keys(sources).join(' and ');
    lines.push(
      '',
      row('concreteness', `mean of the changed word ${mean.toFixed(2)}${after}${from && ` (${from})`}`),
      ...Object.entries(slots).map(([slot, own]) =>
        row(`  ${slot}`, `1 │${drawn(own.bins)}│ 5  mean ${own.mean.toFixed(2)}`),
      ),
      row('  bands', shares(bands, sumOf(bands))),
    );
  }
  if (regret) {
    const { near, mean, bins } = regret;
    const text = `${percent(near)} within ${TIE} of the most concrete word of its caption, mean ${mean.toFixed(2)} below it`;
    lines.push(row('regret', `0 │${drawn(bins)}│ 4  ${text}`));
  }
  return lines;
}

/** What the miner's scores say. */
function scoreLines({ scores }: AuditReport): string[] {
  if (!scores) return [];
  const { surprise, leak } = scores;
  return [
    row('surprise', `0 │${drawn(surprise.bins)}│ 2  mean ${surprise.mean.toFixed(2)} nats`),
    row('leak', `mean ${leak.toFixed(3)}`),
  ];
}

/** Whether the text alone gives the negative away. */
function blindLines(report: AuditReport): string[] {
  const { blind } = report;
  if (!blind) return [row('blind judge', 'too few pairs to judge')];
  const { slots, operations, telling, chance } = blind;
  return [
    row('blind judge', `${scoreText(blind)}; 0.5 is perfect, a guess lies in ${interval(chance)}`),
    ...[...slots, ...operations].map(({ name, ...score }) => row(`  ${name}`, scoreText(score))),
    row('  fakes say', telling.fake.join(', ')),
    row('  captions say', telling.real.join(', ')),
    ...blindNotes(report).map((note) => row('', note)),
  ];
}

/** What a reader of the blind judge's score must know. */
export function blindNotes({ blind, ...report }: AuditReport): readonly string[] {
  if (!blind) return [];
  return [
    ...learntNotes(report),
    ...(blind.partners === 'apart'
      ? [
          'Exchange partners are chained over too many images to be kept in one fold: they are left out of the training instead.',
        ]
      : []),
    ...(blind.pairs < SUGGESTED_PAIRS
      ? [
          `${blind.pairs} pairs are few: a judge who has read more finds more; ${SUGGESTED_PAIRS} or more are better.`,
        ]
      : []),
  ];
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
function learntNotes({
  learntFrom,
  sharedCaptions,
}: Pick<AuditReport, 'learntFrom' | 'sharedCaptions'>): readonly string[] {
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

/** 0.512 (0.50–0.53) of 4,000 pairs */
function scoreText(score: BlindScore): string {
  return `${score.score.toFixed(3)} (${interval(score.interval)}) of ${counted(score.pairs, 'pair')}`;
}

/** Captions without a negative by reason: `12: no-site 7, name 5`. */
function withoutText(reasons: Readonly<Record<string, number>>): string {
  const counts = namesWithCounts(reasons);
  return counts === '' ? 'none' : `${sumOf(reasons)}: ${counts}`;
}

function namesWithCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
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
