import { statSync } from 'node:fs';
import { InputError } from '@slipform/kit/errors/input-error';
import { siteColumns } from './site-rows';

/** Asks DuckDB: the rows of the answer, of which there are few. */
export type Ask = (query: string) => Promise<readonly (readonly unknown[])[]>;

/** As our own reader of Parquet: so many rows, or one for each byte of the file. */
const leastRows = 2 ** 20;
const again = 'make it again with --force';

/** A file in SQL, whatever its name: characters of a glob stand for themselves, and `a=b` is the name of a folder. */
export function tableOf(files: readonly string[]): string {
  return `read_parquet([${files.map(literal).join()}], hive_partitioning = false)`;
}

function literal(file: string): string {
  // A name such as `file:a` would be an address.
  const plain = /^[\w+.-]*:/.test(file) ? `./${file}` : file;
  return `'${plain.replace(/[[*?]/g, '[$&]').replaceAll("'", "''")}'`;
}

/** How many rows a file says that it holds. Nothing of them is read. @throws {InputError} if it has not the bytes for them */
async function rowsIn(file: string, ask: Ask): Promise<number> {
  const [row] = await ask(
    `SELECT coalesce(sum(n), 0)::DOUBLE FROM (SELECT DISTINCT row_group_id, row_group_num_rows AS n FROM parquet_metadata([${literal(file)}]))`,
  );
  const [rows, bytes] = [Number(row![0]), statSync(file).size];
  if (rows <= Math.max(leastRows, bytes)) return rows;
  throw new InputError(
    `${file} says that it holds ${rows} rows in ${bytes} bytes, and is no file of ours; ${again}.`,
  );
}

const duckTypes = {
  INT32: 'INTEGER',
  INT64: 'BIGINT',
  DOUBLE: 'DOUBLE',
  STRING: 'VARCHAR',
  BOOLEAN: 'BOOLEAN',
};

/**
 * Looks at a site file before anything is joined: a record with a right seal is easy to make.
 *
 * @param captions as many as its record tells @param shard its number
 * @throws {InputError} if a column is missing or of another type, a row is there twice, lies out of range or is empty, or
 * there are not as many captions
 */
export async function checkSiteFile(file: string, captions: number, shard: number, ask: Ask): Promise<void> {
  const refuse = (what: string) => new InputError(`${file} ${what}, and is no site file of ours; ${again}.`);
  const rows = await rowsIn(file, ask);
  if (captions < 0 || captions > rows)
    throw refuse(`holds ${rows} rows, where its record tells of ${captions} captions`);
  if (rows === 0) return;
  const table = tableOf([file]);
  const types = new Map(
    (await ask(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${table})`)).map(
      ([name, type]) => [name, type],
    ),
  );
  for (const { name, type } of siteColumns) {
    const wanted = duckTypes[type as keyof typeof duckTypes];
    if (types.get(name) !== wanted)
      throw refuse(
        types.has(name) ? `has a column "${name}" that is not ${wanted}` : `has no column "${name}"`,
      );
  }
  const [found] = await ask(
    `SELECT count(*) FILTER (site = 0)::DOUBLE,
      count(*) FILTER (shard IS NULL OR line IS NULL OR site IS NULL OR tie IS NULL OR id IS NULL OR caption IS NULL)::DOUBLE,
      count(*) FILTER (shard <> ${shard} OR line < 0 OR line >= ${captions})::DOUBLE
    FROM ${table}`,
  );
  const [firsts, empty, outside] = found!.map(Number);
  if (empty !== 0) throw refuse('has rows without a place, an id or a caption');
  if (outside !== 0) throw refuse('has rows of another shard, or of lines that its input has not');
  if (firsts !== captions) throw refuse(`holds ${firsts} captions, where its record tells of ${captions}`);
  await refuseDoubles(file, 'line, site', ask);
}

/** Looks at a file that another engine joined. @throws {InputError} as `checkSiteFile` */
export async function checkCandidates(file: string, ask: Ask): Promise<void> {
  if ((await rowsIn(file, ask)) === 0) return;
  const [found] = await ask(
    `SELECT count(*) FILTER (shard IS NULL OR line IS NULL OR site IS NULL OR turn IS NULL OR turn NOT BETWEEN 0 AND 7)::DOUBLE FROM ${tableOf([file])}`,
  );
  if (Number(found![0]) !== 0)
    throw new InputError(
      `${file} has rows without a place, or turns other than 0 to 7; join the site files again.`,
    );
  await refuseDoubles(file, 'shard, line, site, turn', ask);
}

async function refuseDoubles(file: string, key: string, ask: Ask): Promise<void> {
  const twice = await ask(`SELECT 1 FROM ${tableOf([file])} GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`);
  if (twice.length > 0)
    throw new InputError(`${file} has two rows of one (${key}), and each may be there once; make it again.`);
}
