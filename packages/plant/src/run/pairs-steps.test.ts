import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@slipform/kit/input-error';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../seeded-random';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { hashShards } from './hash-shards';
import { joinPairs } from './join-pairs';

const bin = fileURLToPath(new URL('../../bin/slipform-plant.js', import.meta.url));
const sortScript = fileURLToPath(new URL('../../../../examples/cluster/pairs-sort.sh', import.meta.url));
const { file, path } = useTemporaryFolder();

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

const pairs = (...args: readonly string[]) =>
  spawnSync(process.execPath, [bin, 'pairs', ...args], { encoding: 'utf8' });
const hash = (...more: readonly string[]) =>
  pairs(inputs().shards, '-o', path('hashes'), '--hashes-only', '--keep', 'size', ...more);
const read = (name: string) => readFileSync(path(name));

describe('many shards', () => {
  test('hashed in two tasks and joined, each format has the bytes of one process over all captions', () => {
    const { all } = inputs();
    for (const task of ['1', '0']) expect(hash('--task', task, '--of', '2')).toMatchObject({ status: 0 });
    expect(readdirSync(path('hashes')).sort()).toEqual(['in-0', 'in-1', 'in-2', 'in-3']);
    for (const extension of ['jsonl', 'tsv', 'parquet']) {
      const more = ['--keep-all', '--per-caption', '2', '--quiet'];
      expect(pairs(all, '-o', path(`whole.${extension}`), '--keep', 'size', ...more)).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(pairs('--join', path('hashes'), '-o', path(`joined.${extension}`), ...more)).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(read(`joined.${extension}`).equals(read(`whole.${extension}`))).toBe(true);
    }
    expect(read('whole.jsonl').toString()).toContain('"negative"');
    expect(readdirSync(path('.')).filter((name) => name.startsWith('.slipform'))).toEqual([]);
  });

  test('what is done is not done again, and a folder of another run is an error', () => {
    const again = hash('--json');
    expect(again.status).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({
      captions: 120,
      hashed: 0,
      finishedBefore: 4,
      failed: [],
    });
    const other = hash('--seed', '7', '--quiet');
    expect(other.status).toBe(1);
    expect(other.stderr.split('\n')[0]).toBe(
      `slipform-plant: ${path('hashes')}/in-0 is finished already by another run: --seed was 0 and is 7; pass --force to make it again, or name another folder.`,
    );
    // Two shards that were both hashed as the only one.
    for (const i of [0, 1]) {
      expect(pairs(path(`in-${i}.jsonl`), '-o', path('apart'), '--hashes-only', '--quiet')).toMatchObject({
        status: 0,
      });
    }
    expect(pairs('--join', path('apart'), '-o', path('x.jsonl')).stderr).toContain('are both shard 0');
  });

  test('with coreutils between the steps the bytes are the same', ({ skip }) => {
    const missing = ['bash', 'sort', 'awk', 'flock', 'xargs', 'sha256sum'].filter(
      (name) => !(process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name))),
    );
    skip(missing.length > 0, `no ${missing.join(', ')} here`);
    const { shards, all } = inputs();
    const run = () =>
      spawnSync('bash', [sortScript, path('work'), path('natural'), '3', shards], {
        encoding: 'utf8',
        env: { ...process.env, PLANT: `${process.execPath} ${bin}`, JOIN_OPTIONS: '--keep-all' },
      });
    expect(run()).toMatchObject({ status: 0 });
    expect(pairs(all, '-o', path('kept.jsonl'), '--keep-all', '--quiet').status).toBe(0);
    const joined = () => Buffer.concat([0, 1, 2, 3].map((i) => read(`natural/in-${i}.jsonl`)));
    expect(joined().equals(read('kept.jsonl'))).toBe(true);
    // Again: nothing is left to do. After a loss: only that is made again.
    const before = new Date(2020, 1, 1);
    for (const i of [0, 1, 2, 3]) utimesSync(path(`natural/in-${i}.jsonl`), before, before);
    rmSync(path('natural/in-2.jsonl'));
    rmSync(path('natural/in-2.jsonl.done.json'));
    expect(run()).toMatchObject({ status: 0 });
    expect(joined().equals(read('kept.jsonl'))).toBe(true);
  });
});

describe('mistakes are one sentence', () => {
  const complaint = (...args: readonly string[]) => {
    const { status, stderr } = pairs(...args);
    expect(stderr).toMatch(/^slipform-plant: [^\n]+\n$/);
    return [status, stderr.replaceAll(path('.'), '').slice('slipform-plant: '.length, -1)];
  };
  test.each([
    [['a', 'b', '-o', 'x.jsonl'], 2, 'pairs reads one file here, got 2'],
    [['a', '-o', 'x', '--hashes-only', '--join'], 2, '--hashes-only and --join are steps of their own'],
    [
      ['a', '-o', 'x', '--hashes-only', '--policy', 'min'],
      2,
      '--policy has no use in the step --hashes-only',
    ],
    [['a', '-o', 'x', '--task', '1', '--of', '2'], 2, '--task belongs to --hashes-only or to --join'],
    [['--join', 'a', '-o', 'x.jsonl', '--task', '1'], 2, '--task needs --grouped'],
    [['none-*.jsonl', '-o', 'x', '--hashes-only'], 2, 'none-*.jsonl matches no file'],
    [
      ['--join', 'none', '-o', 'x.jsonl'],
      1,
      'none is no folder; name the folder that --hashes-only wrote into.',
    ],
  ])('%s', (args, status, message) => {
    const [code, said] = complaint(...args);
    expect(said).toContain(message);
    expect(code).toBe(status);
  });

  test('of a join', () => {
    expect(hash('--quiet').status).toBe(0);
    const hashes = path('hashes');
    const out = ['-o', path('mistake.jsonl'), '--quiet'];
    expect(complaint('--join', hashes, ...out, '--seed', '7').join(' ')).toMatch(
      /^1 .*in-0 was made with other options: --seed was 0 and is 7; pass those that it was made with, or hash again\.$/,
    );
    expect(complaint('--join', join(hashes, 'in-0'), join(hashes, 'in-3'), ...out).join(' ')).toBe(
      '1 2 of 4 shards are missing, the first is number 1 (from 0); hash them first, or name their folders too.',
    );
    expect(complaint('--join', hashes, '-o', path('x.tar')).join(' ')).toMatch(/^1 --join copies no samples/);
    writeFileSync(join(hashes, 'in-1', 'sites.tsv'), '');
    expect(complaint('--join', hashes, ...out).join(' ')).toMatch(
      /^1 .*in-1\/sites\.tsv has changed since it was written; make these hashes again with --force\.$/,
    );
    writeFileSync(join(hashes, 'in-1', 'state.json'), '{');
    expect(complaint('--join', hashes, ...out).join(' ')).toMatch(
      /in-1\/state\.json is damaged, or of another version; move/,
    );
    expect(existsSync(path('mistake.jsonl'))).toBe(false);
    expect(hash('--quiet').status).toBe(1);
    expect(hash('--quiet', '--force').status).toBe(0);
  });
});

// Whatever the files of hashes are: the test knows none of their names and nothing of what they hold.
test('one flipped bit of any file, at any place, is one sentence that names the folder, and no output', async () => {
  const random = createRandom(5, 'flips');
  inputs();
  const shards = [0, 1, 2, 3].map((i) => ({ file: path(`in-${i}.jsonl`), name: `in-${i}` }));
  const hashed = await hashShards(shards, { task: 0, of: 1 }, { output: path('flipped'), quiet: true });
  expect(hashed).toMatchObject({ captions: 120, failed: [] });
  const join = () => joinPairs([path('flipped')], { output: path('flips.jsonl'), quiet: true, force: true });
  await join();
  const sound = read('flips.jsonl');
  rmSync(path('flips.jsonl'));
  const files = readdirSync(path('flipped/in-2'));
  expect(files.length).toBeGreaterThan(1);
  for (const name of files) {
    const file = path(`flipped/in-2/${name}`);
    const bytes = readFileSync(file);
    const places = [0, bytes.length - 1, ...Array.from({ length: 6 }, () => random.below(bytes.length))];
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
