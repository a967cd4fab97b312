import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { InputError } from '@slipform/kit/errors/input-error';
import { hashFile, hashText } from '@slipform/kit/shards/fingerprint';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, describe, expect, test } from 'vitest';
import { pairsFile } from '../run/pairs-file';
import { writeSiteFolder } from '../run/site-files';

const { file, path } = useFolder();
const places = ['on a bed', 'in a kitchen', 'on a beach', 'in a garden'];
const captions = ['dog', 'cat', 'horse', 'pizza'].flatMap((thing) =>
  places.map((place) => `A ${thing} ${place}.`),
);

beforeAll(async () => {
  const input = { file: file('in.txt', captions.join('\n')), name: 'in' };
  await writeSiteFolder([input], { task: 0, of: 1 }, { output: path('made'), quiet: true });
});

/** Writes Parquet as DuckDB does. */
async function copy(query: string, to: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (${query}) TO '${to}' (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
}

/** A folder with the site file of `query`, whose record has a right seal. */
async function forge(query: string, said: object = {}): Promise<string> {
  mkdirSync(path('forged'), { recursive: true });
  const to = path('forged/in.parquet');
  await copy(query.replaceAll('SITES', `'${path('made/in.parquet')}'`), to);
  const record = JSON.parse(readFileSync(path('made/in.parquet.done.json'), 'utf8'));
  const { seal: _, ...found } = record.summary;
  const summary = { ...found, ...said };
  const seal = hashText(JSON.stringify([record.fingerprint, summary]));
  const output = { bytes: statSync(to).size, sha256: await hashFile(to) };
  const text = JSON.stringify({ ...record, output, summary: { ...summary, seal } });
  writeFileSync(path('forged/in.parquet.done.json'), text);
  return path('forged/');
}

async function complaint(folder: string, more: { readonly candidates?: string } = {}): Promise<string> {
  const output = path('out.tsv');
  const options = { output, quiet: true, force: true, outputFormat: 'tsv', memory: 256, ...more } as const;
  const error: unknown = await pairsFile([folder], options).catch((thrown: unknown) => thrown);
  expect(InputError.isInstance(error), String(error)).toBe(true);
  expect(existsSync(output)).toBe(false);
  const { message } = error as Error;
  expect(message).toMatch(/^[^\n]{1,400}\.$/);
  return message;
}

test('a file that is written again with the same rows is taken', async () => {
  const options = { quiet: true, force: true } as const;
  const made = await pairsFile([path('made/')], { ...options, output: path('a.jsonl') });
  await pairsFile([await forge('FROM SITES')], { ...options, output: path('b.jsonl') });
  expect(made.stats.negatives).toBe(16);
  expect(readFileSync(path('b.jsonl'))).toEqual(readFileSync(path('a.jsonl')));
});

describe('a site file of another with a right seal is refused before anything is joined', () => {
  const replaced = (what: string) => `SELECT * REPLACE (${what}) FROM SITES`;
  const more = (json: string) => replaced(`'${json}'::VARCHAR AS more`);
  test.each([
    ['too many captions', 'FROM SITES', { captions: 2 ** 31 }, 'its record tells of 2147483648 captions'],
    ['fewer captions', 'FROM SITES', { captions: 3 }, 'of lines that its input has not'],
    ['no number of captions', 'FROM SITES', { captions: -1 }, 'its record tells of -1 captions'],
    ['another shard', replaced('99::INTEGER AS shard'), {}, 'rows of another shard'],
    ['a shard below 0', replaced('-1::INTEGER AS shard'), {}, 'rows of another shard'],
    ['one line', replaced('0::INTEGER AS line'), {}, 'and each may be there once'],
    ['no caption', replaced('NULL::VARCHAR AS caption'), {}, 'rows without a place, an id or a caption'],
    ['no id', replaced('NULL::VARCHAR AS id'), {}, 'rows without a place, an id or a caption'],
    ['rows twice', 'FROM SITES UNION ALL FROM SITES', {}, 'where its record tells of 16'],
    ['a type', replaced('line::BIGINT AS line'), {}, 'a column "line" that is not INTEGER'],
    ['a column less', 'SELECT * EXCLUDE (more) FROM SITES', {}, 'no column "more"'],
    ['equal rows', 'SELECT s.* FROM (FROM SITES LIMIT 1) AS s, range(3000000)', {}, '3000000 rows in'],
    ['broken JSON', more('{'), {}, 'something else than our JSON'],
    ['a reason', more('{"reason":"x"}'), {}, 'something else than our JSON'],
    ['a picture', more('{"picture":{"start":-1}}'), {}, 'something else than our JSON'],
    ['no object', more('7'), {}, 'something else than our JSON'],
    ['brackets', replaced("repeat('[', 200000) AS more"), {}, 'something else than our JSON'],
    ['a bigint', more('{"kept":{"a":{"bigint":"x"}}}'), {}, 'something else than our JSON'],
  ])('%s', async (_, query, said, message) => {
    expect(await complaint(await forge(query, said))).toContain(message);
  });

  test('fields of `more` stand for no column', async () => {
    const folder = await forge(more('{"id":5,"caption":7,"imageId":"x"}'));
    await pairsFile([folder], { output: path('c.jsonl'), quiet: true });
    await pairsFile([path('made/')], { output: path('d.jsonl'), quiet: true });
    expect(readFileSync(path('c.jsonl'))).toEqual(readFileSync(path('d.jsonl')));
  });
});

test.each([
  ['SELECT 0 AS shard, 0 AS line, 0 AS site, 0 AS turn FROM range(3000000)', '3000000 rows in'],
  ['SELECT 0 AS shard, 0 AS line, 0 AS site, 0 AS turn FROM range(2)', 'each may be there once'],
  ['SELECT 0 AS shard, 0 AS line, 0 AS site, range AS turn FROM range(9)', 'turns other than 0 to 7'],
  ['SELECT 0 AS shard, 0 AS line, NULL::INT AS site, 0 AS turn', 'rows without a place'],
  ['SELECT 0 AS shard', 'DuckDB'],
])('candidates are looked at, too: %s', async (query, message) => {
  mkdirSync(path('candidates'), { recursive: true });
  await copy(query, path('candidates/part.parquet'));
  expect(await complaint(path('made/'), { candidates: path('candidates') })).toContain(message);
});
