import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileBytes } from '@slipform/kit/files/file-bytes';
import { readSamples } from '@slipform/kit/formats/read-samples';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../command';
import type { HardNegative } from '../hard-negative';
import { packTar } from '../testing/pack-tar';

const bin = fileURLToPath(new URL('../../bin/slipform-plant.js', import.meta.url));
const { file, path } = useFolder();

const things = 'dog cat horse elephant pizza laptop umbrella guitar'.split(' ');
const places = ['on a bed', 'in a kitchen', 'on a beach', 'in a garden'];
/** A caption for each thing at each place, and as many that differ in more than one word from all others. */
const captions = Array.from({ length: 64 }, (_, i) =>
  i < 32
    ? `A ${things[i % 8]} ${places[i >> 3]}.`
    : `Number ${i} of ${i} old ${things[i % 8]}s plays chess ${i}.`,
);
const rows = captions.map((caption, i) => ({
  id: `c${i}`,
  image_id: `i${i}`,
  filepath: `photos/${i}.jpg`,
  caption,
}));
const lines = (all: readonly object[]) => all.map((row) => `${JSON.stringify(row)}\n`).join('');
const jsonl = () => file('in.jsonl', lines(rows));

/** The command in this process. */
const plant = async (...args: readonly string[]) => {
  const { code: status, ...printed } = await runHere('slipform-plant', runCommand, args, import.meta.dirname);
  return { status, ...printed };
};
const pairs = (input: string, output: string, ...more: string[]) =>
  plant('pairs', input, '-o', path(output), ...more);
const read = (name: string) =>
  readFileSync(path(name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): HardNegative => JSON.parse(line));
const beside = (name: string) =>
  readdirSync(dirname(path(name))).filter((other) => other.startsWith(`${name}.`));

describe('every output has the partner’s image', () => {
  test('JSON lines, and the summary', async () => {
    const { status, stderr } = await pairs(jsonl(), 'out.jsonl');
    expect(stderr).toContain('64 captions, 32 with a natural partner (50 %)');
    expect(stderr).toContain('without one: no-candidate 32');
    expect(status).toBe(0);
    const records = read('out.jsonl');
    expect(records.map(({ id }) => id)).toEqual(rows.slice(0, 32).map(({ id }) => id));
    for (const record of records) {
      const partner = rows.find(({ id }) => id === record.partner)!;
      expect(record).toMatchObject({
        operation: 'natural',
        negative: partner.caption,
        negativeFilepath: partner.filepath,
      });
      expect(record.filepath).toBe(rows.find(({ id }) => id === record.id)!.filepath);
    }
    expect(beside('out.jsonl')).toEqual([]);
  });

  test('NegCLIP’s table: neg_image is the partner’s row, whatever block it stands in', async () => {
    expect((await pairs(jsonl(), 'out.tsv')).status).toBe(0);
    const [header = '', ...table] = readFileSync(path('out.tsv'), 'utf8').trimEnd().split('\n');
    expect(header.split('\t').slice(0, 5)).toEqual([
      'filepath',
      'title',
      'neg_caption',
      'neg_image',
      'neg_filepath',
    ]);
    expect(table.length).toBe(32);
    for (const row of table) {
      const [, title, negatives, numbers, paths] = row.split('\t');
      const [number] = JSON.parse(numbers!);
      const [filepath, caption] = table[number]!.split('\t');
      expect(caption).not.toBe(title);
      expect([negatives, paths]).toEqual([`['${caption}']`, `['${filepath}']`]);
    }
  });

  test('Parquet, with columns that are kept', async () => {
    const input = file('kept.jsonl', lines(rows.map((row, i) => ({ ...row, size: i }))));
    expect((await pairs(input, 'out.parquet', '--keep', 'size', '--keep-all')).status).toBe(0);
    const bytes = readFileSync(path('out.parquet'));
    const found = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    });
    expect(found.length).toBe(64);
    for (const [i, row] of found.entries()) {
      expect(Number(row.size)).toBe(i);
      const partner = rows.find(({ id }) => id === row.partner);
      expect(row.negativeFilepath ?? undefined).toBe(partner?.filepath);
      expect(row.reason).toBe(i < 32 ? null : 'no-candidate');
    }
  });

  test('a shard: the partner’s picture is copied beside the negative', async () => {
    const members = rows.flatMap(({ id, caption }) => [
      { name: `${id}.png`, content: `picture of ${caption}` },
      { name: `${id}.txt`, content: caption },
    ]);
    const input = file('in.tar', await packTar(...members));
    expect(await pairs(input, 'out.tar')).toMatchObject({ status: 0 });
    let samples = 0;
    for await (const { members } of readSamples(fileBytes(path('out.tar')), {
      name: 'out',
      hold: 'everything',
    })) {
      samples += 1;
      const of = (extension: string) => members.find((one) => one.extension === extension)?.bytes?.toString();
      expect(of('png')).toBe(`picture of ${of('txt')}`);
      expect(of('neg.png')).toBe(`picture of ${of('neg_caption')}`);
      expect(of('neg_caption')).not.toBe(of('txt'));
    }
    expect(samples).toBe(32);
  });

  test('mine copies it too, where the partner stands in the block', async () => {
    const members = ['A dog on a bed.', 'A cat on a bed.'].flatMap((caption, i) => [
      { name: `k${i}.jpg`, content: `picture of ${caption}` },
      { name: `k${i}.txt`, content: caption },
    ]);
    const input = file('two.tar', await packTar(...members));
    const args = ['mine', input, '-o', path('mined.tar'), '--operations', 'natural', '--quiet'];
    expect(await plant(...args)).toMatchObject({ status: 0, stderr: '' });
    const found: (string | undefined)[] = [];
    for await (const { members } of readSamples(fileBytes(path('mined.tar')), {
      name: 'm',
      hold: 'everything',
    })) {
      found.push(members.find(({ extension }) => extension === 'neg.jpg')?.bytes?.toString());
    }
    expect(found).toEqual(['picture of A cat on a bed.', 'picture of A dog on a bed.']);
  });

  test('samples without a picture and packed shards are reported', async () => {
    const members = captions.map((caption, i) => ({ name: `${i}.txt`, content: caption }));
    const input = file('texts.tar', await packTar(...members));
    const { status, stderr } = await pairs(input, 'texts-out.tar', '--quiet');
    expect(stderr).toMatch(
      /texts\.tar: 32 natural partners without a picture beside the negative, since their samples have none\.\n$/,
    );
    expect(status).toBe(0);
  });
});

describe('interruptions', () => {
  const many = () =>
    existsSync(path('many.jsonl'))
      ? path('many.jsonl')
      : file(
          'many.jsonl',
          lines(
            Array.from({ length: 1_000 }, (_, i) => ({
              id: i,
              caption: `A ${things[i % 8]} ${places[(i >> 3) % 4]} beside ${things[(i >> 5) % 8]} number ${i >> 6}.`,
            })),
          ),
        );

  test('a run that is killed leaves no output, and the next one has the bytes and leaves nothing else', async () => {
    expect((await pairs(many(), 'whole.jsonl')).status).toBe(0);
    const whole = readFileSync(path('whole.jsonl'));
    expect(whole.length).toBeGreaterThan(100_000);
    mkdirSync(path('cut'));
    const child = spawn(process.execPath, [bin, 'pairs', many(), '-o', path('cut/out.jsonl'), '--quiet']);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const isFar = () =>
      readdirSync(path('cut'), { recursive: true }).some((name) => String(name).endsWith('.parquet'));
    while (child.exitCode === null && !isFar()) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await ended;
    expect(await pairs(many(), 'cut/out.jsonl', '--quiet', '--force')).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(readFileSync(path('cut/out.jsonl')).equals(whole)).toBe(true);
    expect(readdirSync(path('cut'))).toEqual(['out.jsonl']);
  });

  test('of two processes one writes, and the other ends with a sentence', async () => {
    const start = () => {
      const child = spawn(process.execPath, [bin, 'pairs', many(), '-o', path('both.jsonl'), '--quiet']);
      let said = '';
      child.stderr.on('data', (text) => {
        said += text;
      });
      return new Promise<{ code: number | null; said: string }>((resolve) =>
        child.on('close', (code) => resolve({ code, said })),
      );
    };
    const ended = await Promise.all([start(), start()]);
    expect(ended.map(({ code }) => code).sort()).toEqual([0, 1]);
    const said = ended.find(({ code }) => code === 1)!.said;
    expect(said).toMatch(
      /^slipform-plant: (another process \(\d+, since .*\) writes .*|.* exists; pass --force to overwrite it\.)\n$/,
    );
    expect(readFileSync(path('both.jsonl')).equals(readFileSync(path('whole.jsonl')))).toBe(true);
    expect(beside('both.jsonl')).toEqual([]);
  });
});

describe('hostile input', () => {
  test('broken lines are reported, and the rest is paired', async () => {
    const input = file(
      'broken.jsonl',
      `${lines(rows.slice(0, 8))}{"caption":\n{"caption":7}\n${lines(rows.slice(8))}`,
    );
    const { status, stderr } = await pairs(input, 'broken-out.jsonl', '--quiet');
    expect(status).toBe(1);
    expect(stderr).toMatch(/broken\.jsonl line 9 is not JSON/);
    expect(read('broken-out.jsonl').length).toBe(32);
  });

  test('one caption a thousand times, and long ones, have no partner', async () => {
    const long = `A dog ${'very '.repeat(2000)}big.`;
    const input = file('same.txt', `${'A dog on a bed.\n'.repeat(1000)}${long}\n`);
    const { status, stdout } = await pairs(input, 'same.jsonl', '--quiet', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      captions: 1001,
      captionsWithNegative: 0,
      reasons: { 'no-candidate': 1000, 'too-long': 1 },
    });
  });

  test('a folder of site files beside the output stays, and so does an output', async () => {
    file('mine.txt', 'precious');
    expect(await pairs(jsonl(), 'mine.txt', '--quiet')).toMatchObject({
      status: 1,
      stderr: `slipform-plant: ${path('mine.txt')} exists; pass --force to overwrite it.\n`,
    });
    mkdirSync(path('x.jsonl.sites'));
    writeFileSync(path('x.jsonl.sites/other.parquet'), 'precious');
    expect(await pairs(jsonl(), 'x.jsonl', '--quiet')).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(path('x.jsonl.sites'))).toEqual(['other.parquet']);
    expect(readFileSync(path('x.jsonl.sites/other.parquet'), 'utf8')).toBe('precious');
  });

  test('site files that `sites` made stay', async () => {
    const own = path('y.jsonl.sites/');
    expect((await plant('sites', jsonl(), '-o', own, '--seed', '5', '--quiet')).status).toBe(0);
    expect(await pairs(jsonl(), 'y.jsonl', '--quiet')).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(own).sort()).toEqual(['in.parquet', 'in.parquet.done.json']);
  });

  test.each([
    ...[
      'line=1',
      'shard=0',
      'id=7',
      'image=x',
      'word=5',
      'site=0',
      'caption=x',
      'names=5',
      'tie=1',
      'turn=3',
    ],
    ...['file:x', 'a[b]*?', "it's"],
  ])('a folder may be called %s', async (folder) => {
    mkdirSync(path(folder), { recursive: true });
    expect(await pairs(jsonl(), 'plain.jsonl', '--quiet', '--force')).toMatchObject({ status: 0 });
    expect(await pairs(jsonl(), `${folder}/p.jsonl`, '--quiet')).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(path(`${folder}/p.jsonl`))).toEqual(readFileSync(path('plain.jsonl')));
  });

  test('standard input and output', () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, 'pairs', '-', '-o', '-', '--quiet'], {
      input: captions.join('\n'),
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n').length).toBe(32);
  });
});
