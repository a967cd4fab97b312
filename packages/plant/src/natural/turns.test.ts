import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';

/** Sizes of the words of a circle: two words and more. */
const words = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 12 });
let turnsOf: (sizes: readonly number[]) => Promise<readonly number[]>;

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const sql = readFileSync(new URL('./partners.sql', import.meta.url), 'utf8');
  const view = /CREATE OR REPLACE TEMPORARY VIEW turns[^;]*;/.exec(sql)![0];
  await connection.run('CREATE TABLE circles (size BIGINT, largest BIGINT)');
  await connection.run(view);
  turnsOf = async (sizes) => {
    const size = sizes.reduce((a, b) => a + b, 0);
    await connection.run('DELETE FROM circles');
    await connection.run(`INSERT INTO circles VALUES (${size}, ${Math.max(...sizes)})`);
    const query = 'SELECT ahead FROM turns WHERE ahead IS NOT NULL ORDER BY turn';
    const found = await connection.runAndReadAll(query);
    return found.getRows().map(([ahead]) => ahead as number);
  };
});

test('all sites of a circle meet another word at the first turn, if no word has more than half of them', async () => {
  await fc.assert(
    fc.asyncProperty(words, async (sizes) => {
      const sites = sizes.flatMap((size, word) => Array.from({ length: size }, () => word));
      const largest = Math.max(...sizes);
      const turns = await turnsOf(sizes);
      expect(new Set(turns).size).toBe(turns.length);
      if (2 * largest <= sites.length) expect(turns.length).toBe(Math.min(8, sites.length - 1));
      for (const turn of turns) expect(turn > 0 && turn < sites.length).toBe(true);
      const [first = 0] = turns;
      const meetings = sites.filter((word, i) => sites[(i + first) % sites.length] !== word).length;
      const others = sites.length - largest;
      expect(meetings).toBe(largest <= others ? sites.length : 2 * others);
    }),
  );
});

test('where one word has most sites, each turn gives a partner to others of them', async () => {
  const sites = [...Array.from({ length: 100 }, () => 'dog'), 'cat', 'horse'];
  const served = new Set<number>();
  for (const turn of await turnsOf([100, 1, 1])) {
    for (const [i, word] of sites.entries()) {
      if (word === 'dog' && sites[(i + turn) % sites.length] !== 'dog') served.add(i);
    }
  }
  expect(served.size).toBe(6);
});
