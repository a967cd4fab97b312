import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { InputError } from '@slipform/kit/errors/input-error';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, test } from 'vitest';
import { createReaders } from '../create-readers';
import { resolveOptions } from '../options';
import { writeSites } from '../testing/write-sites';
import { choosePartners } from './choose-partners';
import { queryPartners } from './query-partners';

const { path } = useFolder();
const resolved = resolveOptions({ fit: null });
const options = { ...resolved, readers: createReaders(resolved), slots: new Set(resolved.slots) };
const colours = ['red', 'blue', 'green'];
const captions = ['dog', 'cat', 'horse', 'goat'].flatMap((thing) =>
  colours.map((colour) => `A ${colour} ${thing} stands in the street.`),
);
const rows = captions.map((caption, i) => ({ id: `${i}`, imageId: `${i >> 1}`, caption }));

let honest = '';
beforeAll(async () => {
  honest = await writeSites(path('honest.parquet'), rows, options);
});

async function find(
  sites: string,
  more: { candidates?: readonly string[]; captions?: number } = {},
): Promise<string> {
  const query = await queryPartners([sites], {
    kind: 'span',
    memory: 128,
    temporary: path('duckdb'),
    captions: [more.captions ?? rows.length],
    ...(more.candidates ? { candidates: more.candidates } : {}),
  });
  try {
    const found: string[] = [];
    for await (const { caption, negatives } of choosePartners(query.asked(), query.meetings, options))
      found.push(`${caption.id}: ${negatives.map(({ negative }) => negative)}`);
    return found.join('\n');
  } finally {
    query.close();
  }
}

/** Another file of the same columns. @param columns what DuckDB selects of the honest one */
async function made(
  columns: string,
  from = `read_parquet('${honest}', hive_partitioning = false)`,
): Promise<string> {
  const to = path(`made-${files++}.parquet`);
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  await connection.run(`COPY (SELECT ${columns} FROM ${from}) TO '${to}' (FORMAT parquet)`);
  connection.closeSync();
  database.closeSync();
  return to;
}
let files = 0;

test.each(['line=1', 'shard=0', 'id=7', 'image=x', 'word=5', 'site=0', 'caption=x', 'names=5'])(
  'a folder %s is no column',
  async (name) => {
    const folder = path(name);
    mkdirSync(folder, { recursive: true });
    const same = await writeSites(join(folder, 's.parquet'), rows, options);
    const found = await find(same);
    expect(found).toBe(await find(honest));
    expect(found.split(': A').length).toBeGreaterThan(rows.length / 2);
  },
);

test.each([
  ['each line is 0', '* REPLACE (0 AS line)'],
  ['the shard is 99', '* REPLACE (99 AS shard)'],
  ['the shard is -1', '* REPLACE (-1 AS shard)'],
  ['no caption', '* REPLACE (NULL::VARCHAR AS caption)'],
  ['no id', '* REPLACE (NULL::VARCHAR AS id)'],
  ['no line', '* REPLACE (NULL::INT AS line)'],
  ['the rows come again', '*', 2],
])('a site file with a right seal is refused before a join: %s', async (_, columns, times = 1) => {
  const from = `(SELECT s.* FROM read_parquet('${honest}') AS s CROSS JOIN range(${times}))`;
  const error = await find(await made(columns, from)).catch((reason: unknown) => reason);
  expect(InputError.isInstance(error) && error.message).toMatch(
    /does not hold what its record says: each of 12 captions of input 0 once, .* make it again with `slipform-plant sites`\.$/,
  );
});

test('a record that counts other captions than its file is refused, before anything of that size is allocated', async () => {
  for (const captions of [2 ** 31, 11, 0, -1, 2 ** 40])
    await expect(find(honest, { captions })).rejects.toThrow(/does not hold what its record says/);
});

test.each(['{', '[1]', '"a"', `${'['.repeat(200_000)}`])(
  'what is no JSON of ours in "more" is one sentence: %.20s',
  async (more) => {
    await expect(find(await made(`* REPLACE ('${more}' AS more)`))).rejects.toThrow(
      /whose column "more" is no JSON of ours; make the site files again\.$/,
    );
  },
);

test('"more" replaces no column', async () => {
  const found = await find(await made(`* REPLACE ('{"id":5,"caption":7,"line":3}' AS more)`));
  expect(found).toBe(await find(honest));
});

test('files whose rows are out of proportion are refused by what their footers say', async () => {
  const equal = await made(
    's.*',
    `(SELECT * FROM read_parquet('${honest}') LIMIT 1) AS s CROSS JOIN range(3000000)`,
  );
  await expect(find(equal)).rejects.toThrow(
    /says that it holds 3000000 rows in \d+ bytes, more than 1048576; make it again\.$/,
  );
  const candidates = await made(
    '0 AS shard, 0 AS line, 0 AS site, 0 AS turn, 0 AS other_shard, 1 AS other_line, 0 AS other_site',
    'range(100000)',
  );
  await expect(find(honest, { candidates: [candidates] })).rejects.toThrow(/says that it holds 100000 rows/);
});
