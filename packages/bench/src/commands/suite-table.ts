import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { isFolder } from '@slipform/kit/files/output-file';
import { dictionary, list, number, object, text } from '@slipform/kit/formats/shape';
import { formatChance, formatShare } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import { terminalTable } from '@slipform/kit/text/terminal-table';
import published from '../../data/published-scores.json' with { type: 'json' };
import { publishedBenchmarks } from '../loaders/published-table';
import { byBenchmark, imageModelResults, type Result } from '../scoring/result';
import type { Estimate } from '../statistics/seed-interval';
import { estimateText } from './result-tables';
import { filesIn, type WantedBenchmark } from './wanted-benchmark';

/** One line of the suite's table: the headline of a benchmark for every model, and what others published. */
interface SuiteRow {
  readonly benchmark: string;
  /** The mean or kind that is the headline: "group", "mean of 7 kinds". */
  readonly score: string;
  /** Questions, of the kinds that the score is over. */
  readonly scored: number;
  readonly total: number;
  readonly chance: number;
  /** That score by model; the text-only one too, where it can be asked. */
  readonly estimates: ReadonlyMap<string, Estimate>;
  /** By model. */
  readonly published: ReturnType<typeof publishedOf>;
}

export interface Suite {
  readonly rows: readonly SuiteRow[];
  /** Those that look, then those that read only. */
  readonly models: readonly string[];
  readonly publishedModels: readonly string[];
  readonly sources: PublishedScores['sources'];
}

/** Results as one table; benchmarks in the order in which they were asked. */
export function suiteOf(results: readonly Result[]): Suite {
  const known = publishedBenchmarks();
  const placeOf = (benchmark: string) => known.findIndex(([, { title }]) => isOf(benchmark, title));
  const rows = byBenchmark(results)
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([benchmark, own]): SuiteRow => {
      const first = imageModelResults(own)[0]!;
      // "ARO relation", "ARO attribution": two files of one.
      const [name, about] = known[placeOf(benchmark)] ?? [];
      const [mean] = Object.entries(first.means ?? {});
      const kinds = mean?.[1].kinds ?? [];
      const counts = kinds.map((kind) => first.coverage?.[kind] ?? { scored: 0, total: 0 });
      const sum = (read: (count: { scored: number; total: number }) => number) =>
        counts.reduce((all, count) => all + read(count), 0);
      const chances = kinds.map((kind) => first.chances?.[kind] ?? first.chance);
      const retrieval = first.retrieval ?? Object.values(first.galleries ?? {})[0];
      return {
        benchmark,
        score: mean === undefined ? 'image → text recall@1' : scoreName(mean[0], kinds, about?.parts),
        scored: first.blind
          ? 0
          : mean === undefined
            ? (retrieval?.imageToText[1]?.total ?? 0)
            : sum(({ scored }) => scored),
        total: mean === undefined ? (retrieval?.coverage?.total ?? 0) : sum(({ total }) => total),
        chance:
          chances.length > 0
            ? chances.reduce((all, chance) => all + chance, 0) / chances.length
            : first.chance,
        estimates: new Map(own.flatMap((result) => estimateOf(result, mean?.[0]))),
        published:
          name === undefined || benchmark !== about?.title ? new Map() : publishedFor(name, mean?.[0], kinds),
      };
    });
  const looking = [...new Set(results.filter(({ blind }) => !blind).map(({ model }) => model))];
  const blind = [...new Set(results.filter((result) => result.blind).map(({ model }) => model))];
  const { sources, rows: all } = publishedScores();
  const order = [...new Set(all.map(({ model }) => model))];
  const shown = new Set(rows.flatMap(({ published }) => [...published.keys()]));
  const used = new Set(rows.flatMap(({ published }) => [...published.values()].map(({ source }) => source)));
  return {
    rows,
    models: [...looking, ...blind],
    publishedModels: order.filter((model) => shown.has(model)),
    sources: Object.fromEntries(Object.entries(sources).filter(([source]) => used.has(source))),
  };
}

/** Of a benchmark that others print by its means or its only kind, as they print it. */
function publishedFor(name: string, mean: string | undefined, kinds: readonly string[]) {
  const ways = [
    name,
    ...(mean === undefined ? [] : [`${name}/${mean}`]),
    ...(kinds.length === 1 ? [`${name}/${kinds[0]}`] : []),
  ];
  return new Map(ways.toReversed().flatMap((way) => [...publishedOf(way)]));
}

/** "ARO relation" is a file of ARO. */
const isOf = (benchmark: string, title: string) => benchmark === title || benchmark.startsWith(`${title} `);

/** A text-only model may have another headline, where the one that looks was not asked all kinds. */
function estimateOf(result: Result, mean: string | undefined): [string, Estimate][] {
  const found = mean === undefined ? result.mean : result.means?.[mean];
  return found && (mean !== undefined || !result.means) ? [[result.model, found]] : [];
}

/** @param parts how many kinds the benchmark has as a whole */
function scoreName(mean: string, kinds: readonly string[], parts = kinds.length): string {
  const of = kinds.length < parts ? `${kinds.length} of ${parts}` : String(kinds.length);
  if (kinds.length === 1) return kinds.length < parts ? `${kinds[0]} (${of} kinds)` : kinds[0]!;
  return `${mean === 'mean' ? 'mean' : `${mean}, mean`} of ${of} kinds`;
}

/** The suite for a terminal: shares with 95 % intervals, beside shares that others published. */
export function suiteTable({ rows, models, publishedModels, sources }: Suite): string {
  const table = terminalTable({
    head: [
      '',
      'score',
      'questions scored',
      'chance',
      ...models.map((model) => printable(model)),
      ...publishedModels.map((model) => `${model}*`),
    ],
    rows: rows.map(({ benchmark, score, scored, total, chance, estimates, published }) => [
      printable(benchmark),
      printable(score),
      `${scored} of ${total}`,
      formatChance(chance),
      ...models.map((model) => estimateText(estimates.get(model))),
      ...publishedModels.map((model) => {
        const found = published.get(model);
        return found ? formatShare(found.value) : '–';
      }),
    ]),
    gap: 2,
    left: [0, 1],
  });
  const notes = Object.values(sources).map(
    ({ paper, where, measured }) => `* ${paper}, ${where}: ${measured}`,
  );
  return [
    `Composition, the headline of each benchmark, 95 % intervals in brackets; ties count as wrong`,
    table,
    ...notes,
  ].join('\n');
}

const percent = number({ from: 0, to: 100 });

/** Scores that others published, in per cent; `scores` by benchmark, or by benchmark and a kind or mean, "bivlc/text". */
type PublishedScores = ReturnType<typeof publishedScores>;

export const publishedScores = () =>
  object({
    about: text,
    sources: dictionary(object({ paper: text, where: text, measured: text, versions: text })),
    rows: list(
      object(
        { source: text, model: text, trained: text, scores: dictionary(percent) },
        // Over all its scores, as the source prints it.
        { mean: percent },
      ),
    ),
  })(published, 'published-scores.json');

/** What others print of a benchmark, the first source of each model counting. */
export function publishedOf(
  benchmark: string,
): Map<string, { readonly value: number; readonly source: string }> {
  const found = new Map<string, { value: number; source: string }>();
  for (const { model, source, scores } of publishedScores().rows) {
    const value = Object.hasOwn(scores, benchmark) ? scores[benchmark] : undefined;
    if (value !== undefined && !found.has(model)) found.set(model, { value: value / 100, source });
  }
  return found;
}

/** Folders of pictures are these at most; each name is looked for in all of them. */
const maxFolders = 40;

/**
 * What of a suite is on the disk: FOLDER/NAME for each benchmark by its name, with pictures beside it, in its `images`, or
 * in FOLDER/images and the folders of that.
 *
 * @param suite `composition=FOLDER`
 */
export function suiteBenchmarks(suite: string, images: readonly string[] = []): WantedBenchmark[] {
  const [name, root] = [suite.split('=', 1)[0], suite.slice(suite.indexOf('=') + 1)];
  if (name !== 'composition' || !suite.includes('=') || root === '') {
    throw new UsageError(`--suite ${suite}: It must be composition=FOLDER.`);
  }
  if (!isFolder(root)) throw new InputError(`--suite: there is no folder ${root}.`);
  const shared = withFolders(join(root, 'images'));
  const asked = publishedBenchmarks().filter(([, { composition }]) => composition);
  const found = asked.flatMap(([each, about]): WantedBenchmark[] => {
    const folder = join(root, each);
    if (!isFolder(folder)) return [];
    const pictures = [join(folder, 'images'), folder, ...images, ...shared].filter((path) =>
      existsSync(path),
    );
    return filesIn(folder, about).map((path) => ({ name: each, path, images: pictures, fromSuite: true }));
  });
  if (found.length > 0) return found;
  throw new InputError(
    `--suite: ${root} holds no benchmark; give the folder of folders that are called ${asked.map(([each]) => each).join(', ')}.`,
  );
}

function withFolders(folder: string): string[] {
  if (!isFolder(folder)) return [];
  const inside = readdirSync(folder)
    .filter((name) => !/\.\w{3,4}$/.test(name))
    .map((name) => join(folder, name));
  return [folder, ...inside.filter(isFolder).slice(0, maxFolders)];
}
