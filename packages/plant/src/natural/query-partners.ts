import { readFile } from 'node:fs/promises';
import { sizeOf } from '@slipform/kit/captions/open-input';
import { InputError } from '@slipform/kit/errors/input-error';
import { textAsBigints } from '@slipform/kit/formats/bigints-as-text';
import { isJsonObject, jsonDepth, MAX_DEPTH } from '@slipform/kit/formats/parse-json';
import { quoted } from '@slipform/kit/text/printable';
import type { FileCaption } from '../files/file-caption';
import { type Reason, reasons } from '../mined';
import { maxSiblings } from '../reading/siblings';
import { type Ask, checkCandidates, checkSiteFile, tableOf } from './check-joined';
import { Meetings } from './meetings';

/** What partners differ in: one rated span, or the order of their words. Of an exchange the corpus has the parts, and no caption. */
export const partnerKinds = ['span', 'word-order', 'exchange'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** A caption as site files hold it. */
export interface StoredCaption extends FileCaption {
  readonly shard: number;
  /** Its place in its input, from 0. */
  readonly line: number;
  /** Why it can have no partner, whatever other captions there are. */
  readonly reason?: Reason | undefined;
}

/** A caption with one of its sites. */
export interface CaptionSite {
  readonly caption: StoredCaption;
  /** The captions of its image, in JSON; missing where it is alone. */
  readonly siblings: string | undefined;
  /** Which of `sitesOf` its words. */
  readonly site: number;
}

/** A caption, and its sites that may have partners, each with those in turn. */
export interface AskedCaption {
  readonly caption: StoredCaption;
  /** The captions of its image, in JSON; missing where it is alone or nobody asks. */
  readonly siblings: string | undefined;
  readonly sites: readonly { readonly own: CaptionSite; readonly partners: readonly CaptionSite[] }[];
}

export interface QueryOptions {
  readonly kind: PartnerKind;
  /** How much DuckDB holds in memory, in MiB; beyond that it writes to `temporary`. */
  readonly memory: number;
  /** A folder, which is made. */
  readonly temporary: string;
  /** Files of Parquet that hold the view `candidates`, which another engine has joined. Default: DuckDB joins. */
  readonly candidates?: readonly string[] | undefined;
  /** How many captions each site file must hold; where that is not known, the files are taken as they are. */
  readonly captions?: readonly number[] | undefined;
  /** So many counts of words are held, the largest ones. Default: 4 million. */
  readonly maxCounts?: number;
}

/** What partners.sql says of site files. */
export interface PartnerQuery {
  readonly meetings: Meetings;
  /** The captions in the order of the files. May be asked for again. */
  asked(): AsyncGenerator<AskedCaption>;
  close(): void;
}

/** Opens site files in DuckDB. @throws {InputError} if DuckDB is not installed, or can't read them */
export async function queryPartners(
  files: readonly string[],
  { kind, memory, temporary, candidates, captions, maxCounts = 4_000_000 }: QueryOptions,
): Promise<PartnerQuery> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
    throw new InputError(
      'pairs joins captions in DuckDB, which is not installed; run `npm install @duckdb/node-api`.',
    );
  });
  const sql = await readFile(new URL('./partners.sql', import.meta.url), 'utf8');
  const database = await explained(() =>
    DuckDBInstance.create(':memory:', {
      memory_limit: `${memory}MiB`,
      temp_directory: temporary,
      max_temp_directory_size: `${mostTemporary(files)}B`,
      // Each answer has an order of its own.
      preserve_insertion_order: 'false',
      autoinstall_known_extensions: 'false',
    }),
  );
  const connection = await explained(() => database.connect());

  async function* rows(query: string): AsyncGenerator<(column: number) => unknown> {
    const result = await explained(() => connection.stream(query));
    for (;;) {
      const chunk = await explained(() => result.fetchChunk());
      if (!chunk || chunk.rowCount === 0) return;
      const columns = Array.from({ length: chunk.columnCount }, (_, i) => chunk.getColumnVector(i));
      for (let row = 0; row < chunk.rowCount; row += 1) yield (column) => columns[column]!.getItem(row);
    }
  }

  async function countMeetings(): Promise<Meetings> {
    let meetings = new Meetings(0);
    const pictures =
      "SELECT count(DISTINCT coalesce('=' || image, shard || ':' || line)) FROM sites WHERE site = 0";
    for await (const row of rows(pictures)) meetings = new Meetings(Number(row(0)));
    for await (const row of rows('SELECT n, one, other FROM met')) {
      meetings.add(Number(row(0)), Number(row(1)), (row(2) as number | null) ?? undefined);
    }
    return meetings;
  }

  const close = () => {
    connection.closeSync();
    database.closeSync();
  };
  try {
    const view = (name: string, of: readonly string[]) =>
      explained(() =>
        connection.run(`CREATE OR REPLACE TEMPORARY VIEW ${name} AS SELECT * FROM ${tableOf(of)}`),
      );
    const ask: Ask = async (query) => {
      const found = await explained(() => connection.runAndReadAll(query));
      return found.getRows();
    };
    for (const [shard, file] of files.entries()) {
      if (captions) await checkSiteFile(file, captions[shard]!, shard, ask);
    }
    for (const file of candidates ?? []) await checkCandidates(file, ask);
    await view('sites', files);
    const named = sql
      .replaceAll(':kind', kind)
      .replaceAll(':siblings', String(maxSiblings))
      .replaceAll(':counts', String(maxCounts));
    await explained(() => connection.run(named));
    if (candidates) await view('candidates', candidates);
    // Exchanges put no word beside others that it was not beside before.
    const meetings = kind === 'exchange' ? new Meetings(0) : await countMeetings();
    return { meetings, asked: () => captionsOf(rows('FROM asked')), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Rows of the view `asked`, caption by caption. */
async function* captionsOf(rows: AsyncIterable<(column: number) => unknown>): AsyncGenerator<AskedCaption> {
  type Asked = Omit<AskedCaption, 'sites'> & { sites: { own: CaptionSite; partners: CaptionSite[] }[] };
  let asked: Asked | undefined;
  for await (const row of rows) {
    const isSame = asked && asked.caption.shard === row(0) && asked.caption.line === row(1);
    if (!isSame) {
      if (asked) yield asked;
      asked = { caption: captionOf(row, 0, 3), siblings: text(row(8)), sites: [] };
    }
    // A caption without any partner has one row.
    if (row(9) === null) continue;
    const { caption, sites } = asked!;
    if (sites.at(-1)?.own.site !== row(2)) {
      sites.push({ own: { caption, siblings: text(row(8)), site: row(2) as number }, partners: [] });
    }
    const partner = captionOf(row, 9, 12);
    sites.at(-1)!.partners.push({ caption: partner, siblings: text(row(17)), site: row(11) as number });
  }
  if (asked) yield asked;
}

/** @param place the column of the shard @param from the column of the id */
function captionOf(row: (column: number) => unknown, place: number, from: number): StoredCaption {
  const [imageId, filepath, more] = [text(row(from + 2)), text(row(from + 3)), text(row(from + 4))];
  return {
    id: row(from) as string,
    caption: row(from + 1) as string,
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
    ...(more === undefined ? {} : moreOf(more)),
    shard: row(place) as number,
    line: row(place + 1) as number,
  };
}

/** What a site file says of a caption beyond its columns. */
function moreOf(more: string): Pick<StoredCaption, 'reason' | 'picture' | 'kept'> {
  try {
    // What is kept lies in two objects more than in its input.
    if (jsonDepth(more, MAX_DEPTH + 2) <= MAX_DEPTH + 2) {
      const found: unknown = JSON.parse(more, textAsBigints);
      if (isMore(found)) {
        const { reason, picture, kept } = found;
        return { ...(reason && { reason }), ...(picture && { picture }), ...(kept && { kept }) };
      }
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    `the site files hold something else than our JSON in the column "more" (${quoted(more)}); make them again.`,
  );
}

function isMore(value: unknown): value is Pick<StoredCaption, 'reason' | 'picture' | 'kept'> {
  if (!isJsonObject(value)) return false;
  const { reason, picture, kept } = value;
  if (reason !== undefined && !reasons.some((one) => one === reason)) return false;
  if (kept !== undefined && !isJsonObject(kept)) return false;
  if (picture === undefined) return true;
  if (!isJsonObject(picture)) return false;
  const { start, length, extension } = picture;
  return (
    [start, length].every((each) => Number.isSafeInteger(each) && Number(each) >= 0) &&
    typeof extension === 'string'
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** So many bytes may lie in DuckDB's folder: a join that needs more is one of files that are not ours. */
function mostTemporary(files: readonly string[]): number {
  return 16 * 2 ** 30 + 100 * files.reduce((sum, file) => sum + (sizeOf(file) ?? 0), 0);
}

/** What DuckDB can't do becomes one sentence. */
async function explained<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const [line = ''] = String((error as Error).message).split('\n');
    const remedy = /out of memory/i.test(line)
      ? 'give it more with --memory'
      : 'make the site files again, and see that the disk has room';
    throw new InputError(`DuckDB can't join the site files (${line.replace(/\.$/, '')}); ${remedy}.`);
  }
}
