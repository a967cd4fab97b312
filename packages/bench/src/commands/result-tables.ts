import { ownEntry } from '@slipform/kit/formats/shape';
import { formatChance, formatInterval, formatShare } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { GALLERY_COLUMNS, summariseGalleries, summariseParts } from '../report/part-rows';
import { imageModelResults, type Result } from '../scoring/result';
import type { Estimate } from '../statistics/seed-interval';

/**
 * Results of one benchmark for the terminal, a line for each kind: how many questions were scored of how many, chance, the
 * share that a scorer of bags of words could get, and each model's accuracy with its 95 % interval.
 */
export function benchmarkTable(results: readonly Result[]): string {
  const seeing = imageModelResults(results);
  const first = seeing[0]!;
  const head = [
    '',
    'questions scored',
    'chance',
    'bag of words',
    ...results.map((result) => headOf(result, first)),
  ];
  const rows: string[][] = [];
  const line = (
    label: string,
    facts: readonly [string, string, string],
    read: (result: Result) => Estimate | undefined,
  ) => rows.push([label, ...facts, ...results.map((result) => estimateText(read(result)))]);

  for (const [kind, { total, excluded }] of Object.entries(first.coverage ?? {})) {
    const scored = Math.max(...seeing.map((result) => ownEntry(result.kinds, kind)?.total ?? 0));
    const left = excluded ? `, ${excluded} excluded` : '';
    const bound = ownEntry(first.bagOfWordsUpperBound, kind);
    line(
      printable(kind),
      [
        `${scored} of ${total}${left}`,
        formatChance(ownEntry(first.chances, kind) ?? first.chance),
        bound === undefined ? '–' : formatShare(bound),
      ],
      (result) => ownEntry(result.kinds, kind),
    );
  }
  for (const [name, { kinds }] of Object.entries(first.means ?? {})) {
    if (kinds.length < 2) continue;
    const label = name === 'mean' ? 'mean' : `${printable(name)} mean`;
    const chances = kinds.map((kind) => ownEntry(first.chances, kind) ?? first.chance);
    const chance = chances.reduce((sum, each) => sum + each, 0) / chances.length;
    line(`${label} of kinds`, ['', formatChance(chance), ''], (result) => ownEntry(result.means, name));
    line(`${label} of rows`, ['', '', ''], (result) => ownEntry(result.means, name)?.rows);
  }
  addRetrieval(first, line);
  return `${printable(first.benchmark)}, 95 % intervals in brackets; ties count as wrong\n${terminalTable({ head, rows, gap: 2 })}`;
}

function addRetrieval(
  { retrieval }: Result,
  line: (
    label: string,
    facts: readonly [string, string, string],
    read: (result: Result) => Estimate | undefined,
  ) => unknown,
): void {
  if (!retrieval) return;
  const images = retrieval.imageToText[1]!.total;
  const texts = retrieval.textToImage[1]!.total;
  const { scored, total } = retrieval.coverage ?? { scored: images, total: images };
  const ways = [
    ['image → text', 'imageToText', (k: number) => anyOf(k, texts / images, texts)],
    ['text → image', 'textToImage', (k: number) => Math.min(1, k / images)],
  ] as const;
  for (const [label, way, chance] of ways) {
    for (const k of Object.keys(retrieval[way]).map(Number)) {
      line(
        `${label} recall@${k}`,
        [`${scored} of ${total} images`, formatChance(chance(k)), '–'],
        (result) => result.retrieval?.[way][k],
      );
    }
    const judged = retrieval.positives?.[way];
    if (!judged) continue;
    for (const [name, metric] of [
      ['R-Precision', 'rPrecision'],
      ['mAP@R', 'mapAtR'],
    ] as const) {
      line(
        `${label} ${name}`,
        [`${judged.queries} queries`, '–', '–'],
        (result) => result.retrieval?.positives?.[way][metric],
      );
    }
  }
}

/** Chance that one of `right` answers is among k drawn from `all`. */
function anyOf(k: number, right: number, all: number): number {
  let none = 1;
  for (let drawn = 0; drawn < k; drawn++) none *= Math.max(0, all - right - drawn) / Math.max(1, all - drawn);
  return 1 - none;
}

/** "0.512 (0.50–0.53)", or a dash where nothing was measured. */
export function estimateText(estimate: Estimate | undefined): string {
  return estimate ? `${formatShare(estimate.value)} (${formatInterval(estimate.interval)})` : '–';
}

/** A text-only model is asked the rows without a picture as well. */
function headOf(result: Result, seeing: Result): string {
  const name = printable(result.model);
  return result.blind && result.answers.length > seeing.answers.length ? `${name} (all rows)` : name;
}

/** The headline of every model on every benchmark, a line for each model. */
export function modelsTable(results: readonly Result[]): string {
  const benchmarks = [...new Set(results.map(({ benchmark }) => benchmark))];
  const models = [...new Set(results.map(({ model }) => model))];
  const rows = models.map((model) => [
    printable(model),
    ...benchmarks.map((benchmark) => {
      const result = results.find((each) => each.model === model && each.benchmark === benchmark);
      return estimateText(result?.mean);
    }),
  ]);
  const table = terminalTable({ head: ['', ...benchmarks.map((name) => printable(name))], rows, gap: 2 });
  return `Headline of each benchmark, 95 % intervals in brackets\n${table}`;
}

/** Lines of a breakdown or of galleries in the terminal; what has more is named there, and stands on the page. */
const MOST_LINES = 24;

/** Tables of one benchmark beside its main one: accuracy within the parts of each breakdown, and recall in each gallery. */
export function partTables(results: readonly Result[]): string[] {
  const models = [...new Set(imageModelResults(results).map(({ model }) => model))];
  const parts = summariseParts(results).map(({ benchmark, name, rows }) => {
    if (rows.length > MOST_LINES) return tooLong(`${benchmark} by ${name}`, rows.length);
    const table = terminalTable({
      head: [printable(name), '', 'questions', 'chance', ...models.map((model) => printable(model))],
      rows: rows.map((row, index) => [
        rows[index - 1]?.part === row.part ? '' : printable(row.part),
        printable(row.kind),
        row.total,
        formatChance(row.chance),
        ...models.map((model) => estimateText(ownEntry(row.cells, model))),
      ]),
      gap: 2,
      left: [0, 1],
    });
    return `${printable(benchmark)} by ${printable(name)}\n${table}`;
  });
  const galleries = summariseGalleries(results).flatMap(({ benchmark, rows }) => {
    if (rows.length > MOST_LINES) return [tooLong(`${benchmark}, recall in galleries`, rows.length)];
    return models
      .filter((model) => rows.some(({ cells }) => ownEntry(cells, model)))
      .map((model) => {
        const table = terminalTable({
          head: ['gallery', 'pictures', 'chance @10', ...GALLERY_COLUMNS.map(([, head]) => head)],
          rows: rows.map(({ gallery, part, asked, size, cells }) => [
            part === undefined ? printable(gallery) : `  ${printable(part)}`,
            part === undefined ? size : `${asked} of ${size}`,
            formatChance(Math.min(1, 10 / size)),
            ...GALLERY_COLUMNS.map(([column]) => estimateText(ownEntry(cells, model)?.[column])),
          ]),
          gap: 2,
        });
        return `${printable(benchmark)}, recall of ${printable(model)}\n${table}`;
      });
  });
  return [...parts, ...galleries];
}

const tooLong = (title: string, lines: number) =>
  `${printable(title)}: ${lines} lines, which --html writes as a page and --json prints`;
