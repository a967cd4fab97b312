import { printable } from '@slipform/kit/printable';
import Table from 'cli-table3';
import { ownEntry } from '../checks/own-entry';
import { formatInterval, formatShare } from '../report/format-number';
import { imageModelResults, type Result } from '../scoring/result';
import type { Estimate } from '../statistics/seed-interval';
import { PLAIN_TABLE } from './plain-table';

/**
 * Results of one benchmark for the terminal, a line for each kind: how many rows were scored of how many, chance, the
 * share that a scorer of bags of words could get, and each model's accuracy with its 95 % interval.
 */
export function benchmarkTable(results: readonly Result[]): string {
  const looking = imageModelResults(results);
  const first = looking[0]!;
  const table = new Table({
    head: ['', 'rows scored', 'chance', 'bag of words', ...results.map((result) => headOf(result, first))],
    chars: { ...PLAIN_TABLE, middle: '' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2, compact: true },
    colAligns: ['left', ...Array<'right'>(3 + results.length).fill('right')],
  });
  const line = (
    label: string,
    facts: readonly [string, string, string],
    read: (result: Result) => Estimate | undefined,
  ) => table.push([label, ...facts, ...results.map((result) => cell(read(result)))]);

  for (const [kind, { total, excluded }] of Object.entries(first.coverage ?? {})) {
    const scored = Math.max(...looking.map((result) => ownEntry(result.kinds, kind)?.total ?? 0));
    const left = excluded ? `, ${excluded} excluded` : '';
    const ceiling = ownEntry(first.bagOfWordsUpperBound, kind);
    line(
      printable(kind),
      [
        `${scored} of ${total}${left}`,
        formatShare(ownEntry(first.chances, kind) ?? first.chance, 2),
        ceiling === undefined ? '–' : formatShare(ceiling),
      ],
      (result) => ownEntry(result.kinds, kind),
    );
  }
  for (const [name, { kinds }] of Object.entries(first.means ?? {})) {
    if (kinds.length < 2) continue;
    const label = name === 'mean' ? 'mean' : `${printable(name)} mean`;
    line(`${label} of kinds`, ['', '', ''], (result) => ownEntry(result.means, name));
    line(`${label} of rows`, ['', '', ''], (result) => ownEntry(result.means, name)?.rows);
  }
  addRetrieval(first, line);
  return `${printable(first.benchmark)}, 95 % intervals in brackets; ties count as wrong\n${table.toString()}`;
}

function addRetrieval(
  { retrieval }: Result,
  line: (
    label: string,
    facts: readonly [string, string, string],
    read: (result: Result) => Estimate | undefined,
  ) => void,
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
        [`${scored} of ${total} images`, formatShare(chance(k)), '–'],
        (result) => result.retrieval?.[way][k],
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

function cell(estimate: Estimate | undefined): string {
  return estimate ? `${formatShare(estimate.value)} (${formatInterval(estimate.interval)})` : '–';
}

/** A text-only model is asked the rows without a picture as well. */
function headOf(result: Result, looking: Result): string {
  const name = printable(result.model);
  return result.blind && result.answers.length > looking.answers.length ? `${name} (all rows)` : name;
}
