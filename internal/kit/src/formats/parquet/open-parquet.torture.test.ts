import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, expect, test } from 'vitest';
import { InputError } from '../../errors/input-error';
import { equalTexts, makeParquet } from '../../testing/make-parquet';
import { openBytes } from './open-bytes';
import { openParquet } from './open-parquet';

const folder = mkdtempSync(join(tmpdir(), 'slipform-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A small generator (mulberry32), so that a failure can be had again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutated(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = () => Math.floor(random() * copy.length);
  const kind = Math.floor(random() * 5);
  if (kind === 0) return copy.subarray(0, at());
  if (kind === 1) return Buffer.concat([copy.subarray(0, at()), copy.subarray(at())]);
  for (let i = 0; i <= random() * 4; i += 1) {
    // The footer says most: half of the mutations hit the last fifth.
    const place = random() < 0.5 ? at() : Math.floor(copy.length * (0.8 + random() * 0.2));
    copy[place] =
      kind === 2
        ? copy[place]! ^ (1 << Math.floor(random() * 8))
        : kind === 3
          ? 255
          : Math.floor(random() * 256);
  }
  return copy;
}

const captions = Array.from({ length: 400 }, (_, i) => `A dog barks at ${i % 70} cars.`);
const honest = {
  'with dictionaries': makeParquet(300, [equalTexts('caption', 300), equalTexts('id', 300, '7')]),
  'of many kinds': Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: 'caption', data: captions },
        { name: 'id', data: captions.map((_, i) => i) },
        { name: 'some', data: captions.map((text, i) => (i % 7 ? text : null)) },
        { name: 'list', data: captions.map((_, i) => [i, i + 1]) },
        { name: 'part', data: captions.map((text, i) => ({ a: i, b: text })) },
        { name: 'delta', data: captions, encoding: 'DELTA_BYTE_ARRAY' },
        { name: 'length', data: captions, encoding: 'DELTA_LENGTH_BYTE_ARRAY' },
        { name: 'yes', data: captions.map((_, i) => i % 3 === 0) },
      ],
      rowGroupSize: 150,
      pageSize: 900,
    }),
  ),
};

test.each(Object.entries(honest))(
  '2,000 mutations of a file %s: rows, or one sentence of ours',
  async (_, bytes) => {
    const random = randomFrom(18);
    const file = join(folder, 'mutated.parquet');
    const counts = { read: 0, refused: 0 };
    for (let i = 0; i < 2000; i += 1) {
      writeFileSync(file, mutated(bytes, random));
      try {
        const opened = await openParquet(() => openBytes(file), { name: 'in.parquet' });
        try {
          for await (const batch of opened.read()) counts.read += batch.length > 0 ? 0 : 1;
          counts.read += 1;
        } finally {
          await opened.close();
        }
      } catch (error) {
        if (!InputError.isInstance(error))
          throw new Error(`mutation ${i}: ${String(error)}`, { cause: error });
        expect(error.message).toMatch(/^in\.parquet is not a readable Parquet file: [^\n]{5,260}\.$/);
        expect(error.message).not.toMatch(
          /undefined|null|field_|typed array|DataView|is not a function|\p{Cc}/u,
        );
        counts.refused += 1;
      }
    }
    expect(counts.read).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(500);
  },
);
