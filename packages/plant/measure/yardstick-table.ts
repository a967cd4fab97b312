/** The yardstick's rows as a table: numbers only. */
import type { Figures } from './figures';

/** A line of the results: the figures of one build on one set. */
export interface YardstickRow extends Figures {
  readonly build: 'before' | 'this';
}

const percent = (value: number) => (100 * value).toFixed(0);
const decimal = (value: number | null, digits: number) =>
  value === null || Number.isNaN(value) ? '–' : value.toFixed(digits);
const slots = ['object', 'attribute', 'action', 'relation', 'count'];
const operations = ['replace', 'exchange', 'natural', 'swap'];
const reasons = ['no-sensible-edit', 'no-site', 'refused'];

/** How each column is headed and written; where two builds were measured, a cell shows before → this. */
const columns: readonly (readonly [string, (row: YardstickRow) => string])[] = [
  ['captions', ({ captions }) => captions.toLocaleString('en')],
  ['coverage, %', ({ coverage }) => percent(coverage)],
  ['near, %', ({ near }) => percent(near)],
  ['shortfall', ({ shortfall }) => decimal(shortfall, 2)],
  ['mean', ({ concreteness }) => decimal(concreteness, 2)],
  ['max − min', ({ maxLessMin }) => decimal(maxLessMin, 2)],
  ['text-only accuracy', ({ blind }) => decimal(blind, 3)],
  ['surprisal', ({ surprise }) => decimal(surprise, 2)],
  ['adults made minors', ({ minors }) => String(minors)],
  // Of fewer captions it is the time to begin.
  ['captions/s', ({ captions, captionsPerSecond }) => decimal(captions < 1000 ? null : captionsPerSecond, 0)],
];

export function yardstickTable(rows: readonly YardstickRow[]): string {
  const sets = [...new Set(rows.map(({ set }) => set))];
  const cell = (set: string, write: (row: YardstickRow) => string) => {
    const texts = rows.filter((row) => row.set === set).map(write);
    return new Set(texts).size === 1 ? texts[0]! : texts.join(' → ');
  };
  return [
    `| set | ${columns.map(([name]) => name).join(' | ')} |`,
    `| --- | ${columns.map(() => '---:').join(' | ')} |`,
    ...sets.map((set) => `| ${set} | ${columns.map(([, write]) => cell(set, write)).join(' | ')} |`),
  ].join('\n');
}

/** What readers said: what is claimed of it by a fit without the set, and what of it is mined again. */
export function judgedTable(rows: readonly YardstickRow[]): string {
  const gaps = rows.flatMap(({ claims }) => (claims ? [Math.abs(claims.claimed - claims.found)] : []));
  const points = (share: number) => (100 * share).toFixed(0);
  return [
    '| set | judged | claimed → found, % | AUC hard | AUC any | mined again: hard, mild, ok | of these not hard, % |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ set, claims, known }) => {
      const told = claims
        ? [
            String(claims.negatives),
            `${points(claims.claimed)}→${points(claims.found)}`,
            decimal(claims.areaHard, 2),
            decimal(claims.areaStrict, 2),
          ]
        : ['–', '–', '–', '–'];
      const all = known.hard[0] + known.mild[0] + known.ok[0];
      const again = (['hard', 'mild', 'ok'] as const).map((one) => known[one].join('/')).join(', ');
      const sound = all === 0 ? '–' : percent(1 - known.hard[0] / all);
      return `| ${set} | ${told.join(' | ')} | ${again} | ${sound} |`;
    }),
    ...(gaps.length === 0
      ? []
      : [
          `| mean gap | | ${((100 * gaps.reduce((sum, gap) => sum + gap, 0)) / gaps.length).toFixed(1)} points | | | | |`,
        ]),
  ].join('\n');
}

/** Slots, operations, and the reasons of the captions without a negative, of one build. */
export function partsTable(rows: readonly YardstickRow[]): string {
  const shares = (names: readonly string[], parts: Readonly<Record<string, number>>) =>
    names.map((name) => percent(parts[name] ?? 0)).join('/');
  return [
    `| set | ${slots.join('/')}, % | ${operations.join('/')}, % | text-only accuracy by slot | without a negative: ${reasons.join('/')}/other |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => {
      const accuracy = slots.map((slot) => decimal(row.blindSlots[slot] ?? null, 2)).join('/');
      const all = Object.values(row.reasons).reduce((sum, count) => sum + count, 0);
      const counts = reasons.map((reason) => row.reasons[reason] ?? 0);
      const why = [...counts, counts.reduce((rest, count) => rest - count, all)].join('/');
      return `| ${row.set} | ${shares(slots, row.slots)} | ${shares(operations, row.operations)} | ${accuracy} | ${why} |`;
    }),
  ].join('\n');
}
