import { resolve } from 'node:path';
import { say } from '@slipform/kit/command/say';
import { InputError } from '@slipform/kit/errors/input-error';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions } from '@slipform/kit/options/options';
import { formatP, formatPoints } from '@slipform/kit/text/format-number';
import { printable, printableLines } from '@slipform/kit/text/printable';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import { Command } from 'commander';
import { type Comparison, comparePairs } from '../compare/compare';
import { compareSeedPairs, type SeedComparison } from '../compare/compare-seeds';
import { readRecord } from '../report/read-record';
import type { Result } from '../scoring/result';
import { seedRow, writeJson } from './options';

const OPTIONS = defineOptions('slipform-bench compare', {
  json: flagRow('print the comparisons as JSON'),
  seed: seedRow,
});

export function compareCommand(): Command {
  const command = new Command('compare')
    .description('Compare two results.json of the same benchmarks, question by question')
    .argument('<a>', 'results.json of the first model')
    .argument('<b>', 'results.json of the second model');
  return addOptions(command, OPTIONS).action(async (first: string, second: string, given: unknown) => {
    const { json, seed } = OPTIONS.read(given);
    const found = await compareFiles(first, second, seed);
    if (resolve(first) === resolve(second))
      say(`${first} is compared with itself, so that nothing can differ: name the results of two models.`);
    if (json) writeJson(found);
    else process.stdout.write(`${comparisonText(found)}\n`);
  });
}

interface FoundDifferences {
  readonly comparisons: readonly Comparison[];
  readonly overSeeds: readonly SeedComparison[];
}

/** @throws InputError where a file holds no results, or the two have nothing in common */
export async function compareFiles(first: string, second: string, seed: number): Promise<FoundDifferences> {
  const [a, b] = withOwnNames(await readResults(first), await readResults(second), first, second);
  const pairs = a.flatMap((one) =>
    b.filter((other) => one.benchmark === other.benchmark).map((other) => [one, other] as const),
  );
  const comparisons = pairs.flatMap((pair) => comparePairs(pair, { seed }));
  if (comparisons.length === 0) {
    throw new InputError(`${first} and ${second} have no benchmark in common that asks questions.`);
  }
  const overSeeds = compareSeedPairs([...new Set(pairs.flat())]).filter(
    (entry) => a.some(({ model }) => model === entry.a) && b.some(({ model }) => model === entry.b),
  );
  return { comparisons, overSeeds };
}

/** Tables for a terminal; names come from files, and are shown without control characters. */
export function comparisonText({ comparisons, overSeeds }: FoundDifferences): string {
  return printableLines([...comparisons.map(comparisonTable), ...overSeeds.map(seedTable)].join('\n\n'));
}

/** Results of models that look; the text-only one is the same in both files. */
async function readResults(file: string): Promise<readonly Result[]> {
  const { results } = await readRecord(file);
  return results.filter((result) => result.model !== 'text only');
}

/** Models of one name, such as two checkpoints of one folder, are distinguished by their files. */
function withOwnNames(
  a: readonly Result[],
  b: readonly Result[],
  first: string,
  second: string,
): [readonly Result[], readonly Result[]] {
  const names = new Set(a.map((result) => result.model));
  if (!b.some((result) => names.has(result.model))) return [a, b];
  const rename = (results: readonly Result[], file: string) =>
    results.map((result) => ({ ...result, model: `${result.model} (${file})` }));
  return [rename(a, first), rename(b, second)];
}

function comparisonTable({
  benchmark,
  a,
  b,
  trainingSeed,
  difference,
  interval,
  p,
  verdict,
  kinds,
}: Comparison): string {
  const head = ['', `only ${printable(a)}`, `only ${printable(b)}`, 'difference', 'p', 'p (Holm)', ''];
  const rows: (string | number)[][] = [];
  for (const [kind, entry] of Object.entries(kinds)) {
    rows.push([
      printable(kind),
      entry.onlyA,
      entry.onlyB,
      formatPoints(entry.difference),
      formatP(entry.p),
      formatP(entry.holm),
      printable(entry.verdict),
    ]);
  }
  const range = `${formatPoints(interval[0])} to ${formatPoints(interval[1])}`;
  return [
    `${printable(benchmark)}${trainingSeed === undefined ? '' : `, seed ${trainingSeed}`}: ${printable(verdict)} (headline ${formatPoints(difference)} points from ${printable(a)} to ${printable(b)}, 95 % interval ${range}, permutation p ${formatP(p)})`,
    terminalTable({ head, rows, gap: 2, left: [0, 6] }),
  ].join('\n');
}

function seedTable({ benchmark, a, b, trainingSeeds, mean }: SeedComparison): string {
  const range = `${formatPoints(mean.interval[0])} to ${formatPoints(mean.interval[1])}`;
  return `${printable(benchmark)}, over ${trainingSeeds.length} training seeds: ${printable(mean.verdict)} (headline ${formatPoints(mean.difference)} points from ${printable(a)} to ${printable(b)}, 95 % interval ${range}, permutation p ${formatP(mean.p)})`;
}
