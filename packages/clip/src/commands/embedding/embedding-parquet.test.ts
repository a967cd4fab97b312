import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openBytes } from '@slipform/kit/formats/parquet/open-bytes';
import { parquetRows } from '@slipform/kit/formats/parquet-rows';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, it } from 'vitest';
import { openParquet } from './embedding-parquet';

const folder = useFolder();
const width = 3;
const idOf = (i: number) => `picture ${i}.png`;
const rowOf = (i: number) => Float32Array.of(i, -i / 3, Math.fround(1 / (i + 1)));

it('writes rows in groups, these very bytes, and they are read back', async () => {
  const file = folder.path('x.parquet');
  const parquet = await openParquet(file);
  const count = 10_000;
  for (let start = 0; start < count; start += 500) {
    const rows = Array.from({ length: 500 }, (_, i) => start + i);
    const values = new Float32Array(500 * width);
    for (const i of rows) values.set(rowOf(i), (i - start) * width);
    await parquet.append(rows.map(idOf), values);
  }
  await parquet.close();
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 16);
  expect(hash).toBe('74c27236dc9faf8b');
  let seen = 0;
  for await (const rows of parquetRows(() => openBytes(file), { name: file })) {
    for (const { value } of rows) {
      expect(value).toEqual({ id: idOf(seen), embedding: [...rowOf(seen)] });
      seen += 1;
    }
  }
  expect(seen).toBe(count);
});
