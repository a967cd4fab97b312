import { InputError } from '@slipform/clip';
import Table from 'cli-table3';
import { Command } from 'commander';
import { type Comparison, comparePairs } from '../compare';
import { compareSeedPairs, type SeedComparison } from '../compare-seeds';
import { readRecord } from '../experiment/read-record';
import { formatP, formatPoints } from '../format-number';
import { PLAIN_TABLE } from '../plain-table';
import type { Result } from '../result';
import { seedOption } from './options';

export function compareCommand(): Command {
  return new Command('compare')
    .description('Compare two results.json of the same benchmarks, question by question')
    .argument('<a>', 'results.json of the first model')
    .argument('<b>', 'results.json of the second model')
    .option('--json', 'print the comparisons as JSON')
    .addOption(seedOption())
    .action(async (first: string, second: string, { json, seed }: { json?: boolean; seed: number }) => {
      const [a, b] = withOwnNames(await readResults(first), await readResults(second), first, second);
      const pairs = a.flatMap((one) =>
        b.filter((other) => one.benchmark === other.benchmark).map((other) => [one, other] as const),
      );
      const comparisons = pairs.flatMap((pair) => comparePairs(pair, { seed }));
      const overSeeds = compareSeedPairs([...new Set(pairs.flat())]).filter(
        (entry) => a.some(({ model }) => model === entry.a) && b.some(({ model }) => model === entry.b),
      );
      if (comparisons.length === 0) {
        throw new InputError(`${first} and ${second} have no benchmark in common that asks questions`);
      }
      process.stdout.write(
        json
          ? `${JSON.stringify({ comparisons, overSeeds }, null, 2)}\n`
          : `${[...comparisons.map(comparisonTable), ...overSeeds.map(seedTable)].join('\n\n')}\n`,
      );
    });
}

/** Results of models that look; the text-only one is the same in both files. */
async function readResults(file: string): Promise<readonly Result[]> {
  const { results } = await readRecord(file);
  return results.filter((result) => result.model !== 'text only');
}

/** Models of one name, such as two checkpoints of one folder, are told apart by their files. */
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
  seed,
  difference,
  interval,
  p,
  verdict,
  kinds,
}: Comparison): string {
  const table = new Table({
    head: ['', `only ${a}`, `only ${b}`, 'difference', 'p', 'p (Holm)', ''],
    style: { head: [], border: [], compact: true },
    chars: { ...PLAIN_TABLE, middle: ' ' },
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'left'],
  });
  for (const [kind, entry] of Object.entries(kinds)) {
    table.push([
      kind,
      entry.onlyA,
      entry.onlyB,
      formatPoints(entry.difference),
      formatP(entry.p),
      formatP(entry.holm),
      entry.verdict,
    ]);
  }
  const range = `${formatPoints(interval[0])} to ${formatPoints(interval[1])}`;
  return [
    `${benchmark}${seed === undefined ? '' : `, seed ${seed}`}: ${verdict} (headline ${formatPoints(difference)} points from ${a} to ${b}, 95 % interval ${range}, permutation p ${formatP(p)})`,
    table.toString(),
  ].join('\n');
}

function seedTable({ benchmark, a, b, seeds, mean }: SeedComparison): string {
  const range = `${formatPoints(mean.interval[0])} to ${formatPoints(mean.interval[1])}`;
  return `${benchmark}, over ${seeds.length} training seeds: ${mean.verdict} (headline ${formatPoints(mean.difference)} points from ${a} to ${b}, 95 % interval ${range}, permutation p ${formatP(mean.p)})`;
}
