import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSamples } from '@slipform/kit/formats/read-samples';
import { shardsOf } from '@slipform/kit/shards/shard-names';
import { shareOf } from '@slipform/kit/shards/share';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openInput } from '../files/open-input';
import { packTar } from '../testing/pack-tar';
import { mergeFolder } from './merge-folder';
import { mineFolder } from './mine-folder';
import type { MineFileOptions } from './mine-options';

const { file, path } = useFolder();
const fixture = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const names = ['a', 'b', 'c', 'd'];
const own = (i: number) => fixture.slice(i * 10, i * 10 + 12);
const inputs = () => names.map((name, i) => file(`${name}.txt`, own(i).join('\n')));
const mine = (files: readonly string[], folder: string, options: Partial<MineFileOptions> = {}) =>
  mineFolder(shardsOf(files), {
    output: path(folder),
    quiet: true,
    perCaption: 2,
    blockSize: 5,
    ...options,
    outputFormat: options.outputFormat ?? 'jsonl',
  });
const contentOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(path(folder)).map((name) => [name, readFileSync(join(path(folder), name), 'latin1')]),
  );

async function samplesOf(name: string) {
  const samples: Record<string, string[]> = {};
  for await (const { key, members } of readSamples(openInput(path(name)).stream, {
    name,
    hold: 'everything',
  })) {
    samples[key] = members.map(({ extension }) => extension);
  }
  return samples;
}

let said: string[] = [];
beforeEach(() => {
  for (const name of ['out', 'other', 'tars']) rmSync(path(name), { recursive: true, force: true });
  said = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

/** A folder that the inputs were mined into by the options above, once for all tests: this is a copy. */
let whole: ReturnType<typeof mine> | undefined;
async function copyMined(folder: string) {
  const files = inputs();
  whole ??= mine(files, 'whole');
  const result = await whole;
  cpSync(path('whole'), path(folder), { recursive: true, preserveTimestamps: true });
  return { files, ...result };
}

describe('shards in a folder', () => {
  test('the bytes depend neither on the tasks nor on what the process did before', async () => {
    const { files } = await copyMined('out');
    for (const task of [2, 0, 1]) await mine(shareOf(files, { task, of: 3 }), 'other');
    expect(contentOf('other')).toEqual(contentOf('out'));
    expect(Object.keys(contentOf('out'))).toEqual(
      names.flatMap((name) => [`${name}.jsonl`, `${name}.jsonl.done.json`]),
    );
  });

  test('an id is SHARD:LINE where the input has none, else its own', async () => {
    await copyMined('out');
    expect(contentOf('out')['c.jsonl']).toMatch(/^{"id":"c:1",/);
    const lines = own(0).map((caption, id) => JSON.stringify({ id, caption }));
    await mine([file('named.jsonl', lines.join('\n'))], 'own');
    expect(contentOf('own')['named.jsonl']).toMatch(/^{"id":"0",/);
  });

  test('what is finished is left as it is, with the same result', async () => {
    const files = inputs();
    const first = await mine(files.slice(0, 2), 'out');
    const all = await mine(files, 'out');
    expect([first.mined, all.mined, all.finishedBefore]).toEqual([2, 2, 2]);
    const again = await mine(files, 'out');
    expect([again.mined, again.finishedBefore, again.doneBefore]).toEqual([0, 4, true]);
    expect([first.captionsBefore, all.captionsBefore, again.captionsBefore]).toEqual([
      0,
      first.stats.captions,
      all.stats.captions,
    ]);
    expect(again.stats).toEqual(all.stats);
  });

  test('one that fails does not stop the others', async () => {
    const files = inputs();
    writeFileSync(files[1]!, Buffer.from([0x66, 0xff, 0xfe, 0x0a]));
    const { failed, mined } = await mine(files, 'out');
    expect(mined).toBe(3);
    expect(failed).toEqual([{ file: files[1], message: expect.stringMatching(/b\.txt .*UTF-8/) }]);
    expect(said.join('')).toMatch(/^slipform-plant: .*b\.txt [^\n]*\.\n$/);
    expect(existsSync(path('out/b.jsonl'))).toBe(false);
  });

  test('another option is an error for each, and --force makes all again', async () => {
    const { files } = await copyMined('out');
    const { failed } = await mine(files, 'out', { seed: 1 });
    expect(failed.map(({ message }) => /--seed was 0 and is 1/.test(message))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await mine(files, 'out', { seed: 1, force: true })).toMatchObject({ mined: 4, failed: [] });
    expect(await mine(files, 'other', { force: true })).toMatchObject({ mined: 4 });
    expect((await mine(files, 'other')).finishedBefore).toBe(4);
  });

  test('tars: keys are unique over shards, no list of sizes is written', async () => {
    await mine(inputs(), 'tars', { outputFormat: 'tar', keepAll: true });
    const keys = await Promise.all(
      names.map(async (name) => Object.keys(await samplesOf(`tars/${name}.tar`))),
    );
    expect(keys[1]?.[0]).toBe('b_000000000');
    expect(new Set(keys.flat()).size).toBe(48);
    expect(existsSync(path('tars/sizes.json'))).toBe(false);
  });

  test('a side tar: the samples’ keys, the captions and their negatives', async () => {
    const members = own(0).flatMap((content, i) => [
      { name: `x${i}.jpg`, content: `picture ${i}` },
      { name: `x${i}.txt`, content },
    ]);
    const tar = file('p.tar', await packTar(...members));
    await mine([tar], 'tars', { outputFormat: 'tar', keepAll: true, withoutImages: true });
    const samples = await samplesOf('tars/p.tar');
    expect(Object.keys(samples)).toEqual(own(0).map((_, i) => `x${i}`));
    expect(samples.x3).toEqual(['txt', 'neg_caption', 'negatives.json']);
    await mine([tar], 'other', { outputFormat: 'tar' });
    expect((await samplesOf('other/p.tar')).x3).toEqual(['jpg', 'txt', 'neg_caption', 'negatives.json']);
  });
});

describe('merge', () => {
  const merge = (folder: string, files?: readonly string[]) =>
    mergeFolder(path(folder), { quiet: true, shards: files && shardsOf(files) });

  test('adds up what is whole', async () => {
    const { files, stats } = await copyMined('out');
    const merged = await merge('out', files);
    expect(merged).toMatchObject({ problems: [], missing: [], sizes: {} });
    expect(merged.stats).toEqual(stats);
    expect(merged.fingerprint).toMatchObject({ '--per-caption': '2', '--block-size': 5 });
    await mine(files, 'tars', { outputFormat: 'tar', keepAll: true });
    expect((await merge('tars')).sizes).toEqual({ 'a.tar': 12, 'b.tar': 12, 'c.tar': 12, 'd.tar': 12 });
  });

  test.each<[string, (folder: string) => unknown, RegExp, string[]]>([
    ['gone', (folder) => rmSync(join(folder, 'b.jsonl')), /b\.jsonl is gone/, ['b']],
    [
      'never made',
      (folder) => rmSync(join(folder, 'b.jsonl')) ?? rmSync(join(folder, 'b.jsonl.done.json')),
      /^$/,
      ['b'],
    ],
    [
      'altered',
      (folder) => alter(join(folder, 'c.jsonl')),
      /c\.jsonl has changed since it was written/,
      ['c'],
    ],
    [
      'without a record',
      (folder) => rmSync(join(folder, 'c.jsonl.done.json')),
      /c\.jsonl has no c\.jsonl\.done\.json/,
      ['c'],
    ],
    [
      'a broken record',
      (folder) => writeFileSync(join(folder, 'c.jsonl.done.json'), '{}'),
      /no record of a finished run/,
      ['c'],
    ],
    [
      'made otherwise',
      async () => {
        rmSync(path('out/d.jsonl'));
        rmSync(path('out/d.jsonl.done.json'));
        await mine([path('d.txt')], 'out', { seed: 7 });
      },
      /d\.jsonl was made otherwise than most: --seed was 0 and is 7/,
      [],
    ],
    [
      'of another input',
      () => mine([file('e.txt', own(3).join('\n'))], 'out'),
      /e\.jsonl is of no input/,
      [],
    ],
    [
      'being written',
      (folder) =>
        writeFileSync(
          join(folder, 'a.jsonl.lock'),
          JSON.stringify({
            format: 'slipform lock 1',
            host: 'node-17',
            pid: 7,
            since: '2026-01-01',
            token: 'x',
          }),
        ),
      /another process \(7 on node-17/,
      ['a'],
    ],
  ])('%s', async (_, damage, problem, missing) => {
    const { files } = await copyMined('out');
    await damage(path('out'));
    const merged = await merge('out', files);
    expect(merged.problems.join('\n')).toMatch(problem);
    expect(merged.missing).toEqual(missing.map((name) => path(`${name}.txt`)));
  });

  test('a lock of a dead process is no trouble, and goes', async () => {
    const { files } = await copyMined('out');
    const { thisProcess } = await import('@slipform/kit/files/owner');
    const lock = {
      format: 'slipform lock 1',
      ...thisProcess(),
      started: '1',
      since: '2026-01-01',
      token: 'x',
    };
    writeFileSync(path('out/a.jsonl.lock'), JSON.stringify(lock));
    expect((await merge('out', files)).problems).toEqual([]);
    expect(existsSync(path('out/a.jsonl.lock'))).toBe(false);
  });

  test('a folder that is not there is refused', async () => {
    await expect(merge('none')).rejects.toThrow(/must be a folder that `mine` wrote into/);
  });
});

/** Other bytes, as many. */
function alter(name: string) {
  writeFileSync(name, readFileSync(name, 'latin1').replace('caption', 'Caption'), 'latin1');
}
