import { type AuditReport, interval, percent, SUGGESTED_PAIRS, sumOf } from './audit-report';

/** A figure of several files: its name and what it is in each, empty where the file does not say. */
export interface FigureRow {
  readonly name: string;
  /** Whether the row belongs to the one above it. */
  readonly isPart: boolean;
  readonly cells: readonly string[];
}

/** The figures of several files, row by row; a row that no file fills is left out. */
export function compareFiles(reports: readonly AuditReport[]): FigureRow[] {
  const row = (name: string, of: (report: AuditReport) => string | undefined, isPart = false): FigureRow => ({
    name,
    isPart,
    cells: reports.map((report) => of(report) ?? ''),
  });
  const parts = (
    of: (report: AuditReport) => Readonly<Record<string, number>> | undefined,
    whole: (report: AuditReport) => number | undefined,
    isOrdered = false,
  ): FigureRow[] => {
    const total = new Map<string, number>();
    for (const report of reports) {
      for (const [name, times] of Object.entries(of(report) ?? {}))
        total.set(name, (total.get(name) ?? 0) + times);
    }
    const ordered = isOrdered ? [...total] : [...total].sort(([, a], [, b]) => b - a);
    const names = ordered.map(([name]) => name);
    return names.map((name) =>
      row(
        name,
        (report) => {
          const [counts, all] = [of(report), whole(report)];
          const isKnown = counts && all && Object.keys(counts).length > 0;
          return isKnown ? percent((counts[name] ?? 0) / all) : undefined;
        },
        true,
      ),
    );
  };
  const pairs = (report: AuditReport) => report.pairs;
  const captions = (report: AuditReport) => report.coverage.captions;
  const bands = (report: AuditReport) => report.concreteness?.bands;
  const found = (times: number, of: number) => (of === 0 ? undefined : percent(times / of));
  const rows = [
    row('pairs', (report) => String(report.pairs)),
    row('captions', (report) => captions(report)?.toString()),
    row('with a negative', ({ coverage }) =>
      coverage.share === undefined ? undefined : percent(coverage.share),
    ),
    ...parts((report) => report.reasons, captions),
    row('within 0.3 of the most concrete of its caption', ({ regret }) => regret && percent(regret.near)),
    row('below the most concrete', ({ regret }) => regret?.mean.toFixed(2)),
    row('concreteness', ({ concreteness }) => concreteness?.mean.toFixed(2)),
    ...parts(bands, (report) => bands(report) && sumOf(bands(report)!), true),
    row('surprise', ({ scores }) => scores?.surprise.mean.toFixed(2)),
    row('blind judge', blindText),
    row('slots', () => undefined),
    ...parts((report) => report.slots, pairs),
    row('operations', () => undefined),
    ...parts((report) => report.operations, pairs),
    row('duplicates', (report) => found(report.checks.duplicates, report.pairs)),
    row('wrong offsets', ({ checks }) => found(checks.wrongOffsets, checks.withSpans)),
    row('other changes', ({ checks }) => found(checks.otherChanges, checks.withSpans)),
    row('related words', ({ checks }) => found(checks.related, checks.relatedOf)),
  ];
  return rows.filter(
    ({ cells, isPart }, i) => cells.some((cell) => cell !== '') || (!isPart && rows[i + 1]?.isPart === true),
  );
}

/** The score; of few pairs with its interval, which is then wide. */
function blindText({ blind }: AuditReport): string {
  if (!blind) return 'too few';
  const score = blind.score.toFixed(3);
  return blind.pairs < SUGGESTED_PAIRS ? `${score} (${interval(blind.interval)})` : score;
}

/** What tells the files apart: their names without what all of them share before and behind. */
export function shortNames(files: readonly string[]): string[] {
  const paths = files.map((file) => file.split(/[\\/]/));
  let first = 0;
  while (paths.every((path) => path.length - 1 > first && path[first] === paths[0]![first])) first += 1;
  const names = paths.map((path) => path.slice(first).join('/'));
  const bare = names.map((name) => name.replace(/(\.[a-z]+){1,2}$/i, ''));
  return new Set(bare).size === bare.length && !bare.includes('') ? bare : names;
}
