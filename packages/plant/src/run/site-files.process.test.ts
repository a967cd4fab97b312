import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InputError } from '@slipform/kit/errors/input-error';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../command';
import { createRandom } from '../seeded-random';
import { pairsFile } from './pairs-file';
import { writeSiteFolder } from './site-files';

const bin = fileURLToPath(new URL('../../bin/slipform-plant.js', import.meta.url));
const { file, path } = useFolder();

const things =
  'dog cat horse elephant pizza laptop umbrella guitar bicycle bottle camel clock drum fork goat lamp piano rabbit sofa tiger'.split(
    ' ',
  );
const places = ['on a bed', 'in a kitchen', 'on a beach', 'in a garden', 'under a bridge', 'beside a road'];
/** Captions of 40 images, one behind the other in no order, of which many come again in another shard. */
const rows = Array.from({ length: 120 }, (_, i) => {
  const image = (i * 7) % 40;
  return {
    id: `c${i}`,
    image_id: `i${image}`,
    filepath: `photos/${image}.jpg`,
    caption: `A ${things[image % 20]} ${places[image % 6]}${i % 3 === 0 ? ' at night' : ''}.`,
    size: i < 60 ? i : i + 0.5,
  };
});
const text = (all: readonly object[]) => all.map((row) => `${JSON.stringify(row)}\n`).join('');
const ends = [31, 62, 110, 120];

/** The shards in a folder, and all rows in one file. */
function inputs(): { readonly shards: string; readonly all: string } {
  if (!existsSync(path('all.jsonl'))) {
    for (const [i, end] of ends.entries()) file(`in-${i}.jsonl`, text(rows.slice(ends[i - 1] ?? 0, end)));
    file('all.jsonl', text(rows));
  }
  return { shards: path('in-{0..3}.jsonl'), all: path('all.jsonl') };
}

/** The command in this process. */
const plant = async (...args: readonly string[]) => {
  const { code: status, ...printed } = await runHere('slipform-plant', runCommand, args, import.meta.dirname);
  return { status, ...printed };
};
/** The built one in a process of its own. */
const start = (...args: readonly string[]) =>
  spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
const pairs = (...args: readonly string[]) => plant('pairs', ...args);
const sites = (...more: readonly string[]) =>
  plant('sites', inputs().shards, '-o', path('sites'), '--keep', 'size', ...more);
const read = (name: string) => readFileSync(path(name));

describe('many inputs', () => {
  test('as site files of two tasks each format has the bytes of one process over all captions', async () => {
    const { all, shards } = inputs();
    const args = ['sites', shards, '-o', path('sites'), '--keep', 'size', '--of', '2'];
    expect(start(...args, '--task', '1')).toMatchObject({ status: 0 });
    expect(await plant(...args, '--task', '0')).toMatchObject({ status: 0 });
    expect(readdirSync(path('sites')).filter((name) => name.endsWith('.parquet'))).toEqual(
      [0, 1, 2, 3].map((i) => `in-${i}.parquet`),
    );
    for (const extension of ['jsonl', 'tsv', 'parquet']) {
      const more = ['--keep-all', '--per-caption', '2', '--quiet'];
      expect(await pairs(all, '-o', path(`whole.${extension}`), '--keep', 'size', ...more)).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(await pairs(path('sites'), '-o', path(`joined.${extension}`), ...more)).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(read(`joined.${extension}`).equals(read(`whole.${extension}`))).toBe(true);
    }
    expect(read('whole.jsonl').toString()).toContain('"negative"');
    const more = ['--keep', 'size', '--keep-all', '--per-caption', '2', '--quiet'];
    expect(start('pairs', shards, '-o', path('several.jsonl'), ...more)).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(read('several.jsonl').equals(read('whole.jsonl'))).toBe(true);
    expect(readdirSync(path('.')).filter((name) => /slipform|sites\/?$/.test(name))).toEqual(['sites']);
  });

  test('what is done is not done again, and a file of another run is an error', async () => {
    const again = await sites('--json');
    expect(again.status).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({
      captions: 120,
      written: 0,
      finishedBefore: 4,
      failed: [],
    });
    const other = await sites('--seed', '7', '--quiet');
    expect(other.status).toBe(1);
    expect(other.stderr.split('\n')[0]).toBe(
      `slipform-plant: ${path('sites')}/in-0.parquet is finished already by another run: --seed was 0 and is 7; pass --force to overwrite it, or name another output.`,
    );
    // Two inputs that were both read as the only one.
    for (const i of [0, 1]) {
      expect(await plant('sites', path(`in-${i}.jsonl`), '-o', path('apart'), '--quiet')).toMatchObject({
        status: 0,
      });
    }
    expect((await pairs(path('apart'), '-o', path('x.jsonl'))).stderr).toContain(
      'are of different lists of inputs',
    );
  });
});

describe('mistakes are one sentence', () => {
  const complaint = async (...args: readonly string[]) => {
    const { status, stderr } = await plant(...args);
    expect(stderr).toMatch(/^slipform-plant: [^\n]+\n$/);
    return [status, stderr.replaceAll(path('.'), '').slice('slipform-plant: '.length, -1)];
  };
  test.each([
    [['sites', 'a', '-o', 'x', '--task', '1'], 2, '--task needs --of beside it'],
    [['sites', 'none-*.jsonl', '-o', 'x'], 2, 'none-*.jsonl matches no file'],
    [['pairs', 'none', '-o', 'x.jsonl'], 1, 'cannot read none: there is no such file'],
    [['pairs', '.', '-o', 'x.jsonl', '--keep', 'a'], 2, '--keep has no use for site files'],
    [['pairs', 'none/', '-o', 'x.jsonl'], 1, 'none/'],
    [['pairs', '.', '-o', 'x.jsonl'], 1, '. holds no file that ends in .parquet'],
  ])('%s', async (args, status, message) => {
    const [code, said] = await complaint(...args);
    expect(said).toContain(message);
    expect(code).toBe(status);
  });

  test('of a join', async () => {
    expect((await sites('--quiet')).status).toBe(0);
    const out = ['-o', path('mistake.jsonl'), '--quiet'];
    expect((await complaint('pairs', path('sites'), ...out, '--seed', '7')).join(' ')).toMatch(
      /^1 .*in-0\.parquet was made with other options: --seed was 0 and is 7; pass those that it was made with, or make it again\.$/,
    );
    expect((await complaint('pairs', path('sites'), '-o', path('x.tar'))).join(' ')).toMatch(
      /^1 a tar holds the/,
    );
    writeFileSync(path('sites/in-1.parquet'), '');
    expect((await complaint('pairs', path('sites'), ...out)).join(' ')).toMatch(
      /^1 .*in-1\.parquet has changed since it was written .*; make it again with --force\.$/,
    );
    rmSync(path('sites/in-1.parquet'));
    expect((await complaint('pairs', path('sites'), ...out)).join(' ')).toBe(
      '1 1 of 4 site files are missing, the first is number 1 (from 0); finish `slipform-plant sites` first.',
    );
    writeFileSync(path('sites/in-2.parquet.done.json'), '{');
    expect((await complaint('pairs', path('sites'), ...out)).join(' ')).toMatch(
      /in-2\.parquet\.done\.json is damaged/,
    );
    expect(existsSync(path('mistake.jsonl'))).toBe(false);
    expect((await sites('--quiet')).status).toBe(1);
    expect((await sites('--quiet', '--force')).status).toBe(0);
  });

  test('a package that is not there', () => {
    const url = new URL('../testing/without-duckdb.mjs', import.meta.url).href;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', url, bin, 'pairs', inputs().all, '-o', path('none.jsonl'), '--quiet'],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([
      1,
      'slipform-plant: pairs joins captions in DuckDB, which is not installed; run `npm install @duckdb/node-api`.\n',
    ]);
    expect(existsSync(path('none.jsonl'))).toBe(false);
  });
});

// Whatever the files are: the test does not know their names or what they hold.
test('one flipped bit of any file, at any place, is one sentence that names the file, and no output', async () => {
  const random = createRandom(5, 'flips');
  inputs();
  const shards = [0, 1, 2, 3].map((i) => ({ file: path(`in-${i}.jsonl`), name: `in-${i}` }));
  const made = await writeSiteFolder(shards, { task: 0, of: 1 }, { output: path('flipped'), quiet: true });
  expect(made).toMatchObject({ captions: 120, failed: [] });
  const join = () => pairsFile([path('flipped')], { output: path('flips.jsonl'), quiet: true, force: true });
  await join();
  const sound = read('flips.jsonl');
  rmSync(path('flips.jsonl'));
  const files = readdirSync(path('flipped')).filter((name) => name.startsWith('in-2'));
  expect(files.length).toBeGreaterThan(1);
  for (const name of files) {
    const file = path(`flipped/${name}`);
    const bytes = readFileSync(file);
    const places = [0, bytes.length - 1, ...Array.from({ length: 12 }, () => random.below(bytes.length))];
    for (const place of places) {
      const damaged = Buffer.from(bytes);
      damaged[place]! ^= 1 << random.below(8);
      writeFileSync(file, damaged);
      const error: unknown = await join().catch((thrown: unknown) => thrown);
      expect(InputError.isInstance(error), `${name}, byte ${place}: ${error}`).toBe(true);
      expect((error as Error).message).toMatch(/^[^\n]*in-2[^\n]*\.$/);
      expect(existsSync(path('flips.jsonl'))).toBe(false);
    }
    writeFileSync(file, bytes);
  }
  await join();
  expect(read('flips.jsonl').equals(sound)).toBe(true);
});
