import { ownEntry } from '@slipform/kit/formats/shape';
import { byBenchmark, imageModelResults, type Result, type RetrievalResult } from '../scoring/result';
import { type Estimate, pooledOver } from '../statistics/seed-interval';

/** Accuracy within the parts of one breakdown, such as bands of concreteness. */
export interface PartTable {
  readonly benchmark: string;
  /** The breakdown, `concreteness`. */
  readonly name: string;
  readonly rows: readonly {
    readonly part: string;
    readonly kind: string;
    readonly total: number;
    readonly chance: number;
    /** By model. */
    readonly cells: Readonly<Record<string, Estimate>>;
  }[];
}

/** Recall in each gallery of a benchmark, and of the pictures of its parts. */
export interface GalleryTable {
  readonly benchmark: string;
  readonly rows: readonly {
    readonly gallery: string;
    /** Breakdown and part, where it is recall of some pictures among all candidates. */
    readonly part?: string;
    /** Pictures that are asked about, and those in the gallery. */
    readonly asked: number;
    readonly size: number;
    readonly cells: Readonly<Record<string, GalleryCell>>;
  }[];
}

/** Recall@1 and @10 both ways; undefined where a model was not asked. */
type GalleryCell = Readonly<Record<(typeof GALLERY_COLUMNS)[number][0], Estimate | undefined>>;

/** What a table of galleries has of each model. */
export const GALLERY_COLUMNS = [
  ['imageToText1', 'image → text @1', 'imageToText', 1],
  ['imageToText10', '@10', 'imageToText', 10],
  ['textToImage1', 'text → image @1', 'textToImage', 1],
  ['textToImage10', '@10', 'textToImage', 10],
] as const;

/** One table for each breakdown of each benchmark; with several seeds as {@link pooledOver} has it. */
export function summariseParts(results: readonly Result[]): PartTable[] {
  return byBenchmark(results).flatMap(([benchmark, own]) => {
    const looking = imageModelResults(own);
    const [first] = looking;
    return Object.entries(first?.by ?? {}).map(([name, parts]) => ({
      benchmark,
      name,
      rows: Object.entries(parts).flatMap(([part, kinds]) =>
        Object.entries(kinds).map(([kind, { total }]) => ({
          part,
          kind,
          total,
          chance: ownEntry(first!.chances, kind) ?? first!.chance,
          // What a text alone tells is in the main table.
          cells: cellsOf(looking, (result) => ownEntry(ownEntry(ownEntry(result.by, name), part), kind)),
        })),
      ),
    }));
  });
}

/** One table for each benchmark that has several galleries, or parts of one. */
export function summariseGalleries(results: readonly Result[]): GalleryTable[] {
  return byBenchmark(results).flatMap(([benchmark, own]) => {
    const seeing = own.filter(
      ({ retrieval, galleries }) => retrieval !== undefined || galleries !== undefined,
    );
    const [first] = seeing;
    if (!first || (first.galleries === undefined && first.retrieval?.by === undefined)) return [];
    const galleries: [string, (result: Result) => RetrievalResult | undefined][] = [
      ...(first.retrieval ? [['all', ({ retrieval }: Result) => retrieval] as const] : []),
      ...Object.keys(first.galleries ?? {}).map(
        (name) => [name, (result: Result) => ownEntry(result.galleries, name)] as const,
      ),
    ].map(([name, read]) => [name, read]);
    const rows = galleries.flatMap(([gallery, read]) => {
      const whole = read(first)!;
      const size = whole.imageToText[1]!.total;
      const row = (part: string | undefined, find: (found: RetrievalResult) => Ways | undefined) => ({
        gallery,
        ...(part === undefined ? {} : { part }),
        asked: find(whole)!.imageToText[1]!.total,
        size,
        cells: galleryCells(seeing, (result) => {
          const found = read(result);
          return found && find(found);
        }),
      });
      return [
        row(undefined, (found) => found),
        ...Object.entries(whole.by ?? {}).flatMap(([name, parts]) =>
          Object.keys(parts).map((part) =>
            row(`${name}: ${part}`, (found) => ownEntry(ownEntry(found.by, name), part)),
          ),
        ),
      ];
    });
    return [{ benchmark, rows }];
  });
}

type Ways = Pick<RetrievalResult, 'imageToText' | 'textToImage'>;

function galleryCells(
  results: readonly Result[],
  read: (result: Result) => Ways | undefined,
): Record<string, GalleryCell> {
  const columns = GALLERY_COLUMNS.map(
    ([column, , way, k]) => [column, cellsOf(results, (result) => read(result)?.[way][k])] as const,
  );
  const models = Object.keys(columns[0]![1]);
  return Object.fromEntries(
    models.map((model) => [
      model,
      Object.fromEntries(columns.map(([column, cells]) => [column, ownEntry(cells, model)])) as GalleryCell,
    ]),
  );
}

/** By model, over its seeds. */
function cellsOf(
  results: readonly Result[],
  read: (result: Result) => Estimate | undefined,
): Record<string, Estimate> {
  const models = [...new Set(results.map(({ model }) => model))];
  return Object.fromEntries(
    models.flatMap((model) => {
      const pooled = pooledOver(
        results.filter((result) => result.model === model),
        read,
      );
      return pooled ? [[model, pooled]] : [];
    }),
  );
}
