import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hold } from '@slipform/kit/files/hold';
import { parseNpy } from '@slipform/kit/formats/npy';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { runCommand } from '../command';
import { createEncoder } from '../encoder/create-encoder';
import { createClip } from '../model/create-clip';
import { plantHiddenSave } from '../testing/hidden-save';
import { packTar, picture } from '../testing/picture-folder';
import { trainTokenizer } from '../tokenizer/train-tokenizer';

// The command in this process, and built in processes of its own where it meets another one or is killed.

// Here pictures are decoded without threads, whose file is built.
vi.mock('../data/decode-images', async (original) => {
  const real = await original<typeof import('../data/decode-images')>();
  const openDecoders: typeof real.openDecoders = (_, ...rest) => real.openDecoders(0, ...rest);
  return { ...real, openDecoders };
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = useFolder(join(root, 'node_modules'));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function start(...args: string[]) {
  let ended: (result: Ended) => void;
  const end = new Promise<Ended>((done) => {
    ended = done;
  });
  const command = [join(root, 'bin', 'slipform-clip.js'), 'embed', ...args];
  const child = execFile(process.execPath, command, { cwd: folder.path('') }, (error, stdout, stderr) => {
    ended({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
  });
  return { child, end };
}

const run = (...args: string[]) => runHere('slipform-clip', runCommand, ['embed', ...args], folder.path(''));
const textShards = ['in/0.txt', 'in/1.txt', 'in/2.txt', 'in/10.txt', 'in/11.txt'];
const glob = ['model', 'in/*.txt', '--backend', 'cpu'];

/** The names of a folder's files and their content, records of what made them too. */
async function contentOf(name: string): Promise<Record<string, string>> {
  const files = (await readdir(folder.path(name))).sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file, await readFile(folder.path(`${name}/${file}`), 'latin1')]),
    ),
  );
}

beforeAll(async () => {
  await useBackend('cpu');
  const tokenizer = trainTokenizer(['a red square', 'a blue circle']);
  const { vocabularySize, contextLength } = tokenizer;
  const tower = { width: 16, layers: 2, heads: 2 };
  for (const [name, seed] of [
    ['model', 1],
    ['other', 2],
  ] as const) {
    const model = createClip(
      {
        embeddingSize: 8,
        image: { ...tower, imageSize: 8, patchSize: 4 },
        text: { ...tower, vocabularySize, contextLength },
      },
      { seed },
    );
    const encoder = createEncoder(model, tokenizer);
    await encoder.save(folder.path(name));
    encoder.dispose();
  }
  for (const [at, file] of textShards.entries()) {
    folder.file(file, 'a red square\na blue circle\n'.repeat(20 + at));
  }
});

describe('slipform-clip embed into a file', () => {
  it('is refused from its start on while another process writes the file', async () => {
    const held = await hold(folder.path('one.npy'), 'one.npy');
    for (const more of [[], ['--force']]) {
      // The model comes later.
      const { code, stderr } = await start('nowhere', 'in/0.txt', '-o', 'one.npy', ...more).end;
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /^slipform-clip: another process \(\d+, since .*\) writes one\.npy; wait until it ends/,
      );
    }
    await held.release();
    expect((await run('nowhere', 'in/0.txt', '-o', 'one.npy')).stderr).toMatch(/There is no folder nowhere/);
    expect(await readdir(folder.path(''))).not.toContain('one.npy.lock');
  });

  it('obeys no hidden folder and waits for no lock from the future, also where it refuses', async () => {
    const hidden = await plantHiddenSave(folder, 'planted');
    const args = ['model', 'in/0.txt', '--backend', 'cpu', '-o', 'planted/e.npy'];
    expect((await run(...args)).code).toBe(0);
    expect(await hidden.now()).toEqual(hidden.before);
    expect((await run(...args)).stderr).toMatch(/exists; pass --force/);
    expect((await run(...args, '--force')).code).toBe(0);
    expect(await hidden.now()).toEqual(hidden.before);
  });

  it('leaves a link a link, and writes what it leads to', async () => {
    const args = ['model', 'in/0.txt', '--backend', 'cpu', '-o'];
    expect((await run(...args, 'plain.npy')).code).toBe(0);
    const [plain, ids] = await Promise.all(
      ['plain.npy', 'plain.ids.txt'].map((name) => readFile(folder.path(name))),
    );
    folder.file('store/real.npy', 'old');
    folder.file('store/real.txt', 'old');
    await mkdir(folder.path('links'));
    await symlink('../store/real.npy', folder.path('links/x.npy'));
    const refused = await run(...args, 'links/x.npy');
    expect(refused.stderr).toMatch(/links\/x\.npy exists; pass --force to overwrite it/);
    expect((await run(...args, 'links/x.npy', '--force')).code).toBe(0);
    expect((await lstat(folder.path('links/x.npy'))).isSymbolicLink()).toBe(true);
    expect(await readFile(folder.path('store/real.npy'))).toEqual(plain);
    expect(await readFile(folder.path('links/x.ids.txt'))).toEqual(ids);
    // Both are links, and the folder form writes through them too.
    await symlink('../store/real.txt', folder.path('links/0.ids.txt'));
    await symlink('../store/real.npy', folder.path('links/0.npy'));
    folder.file('store/real.npy', 'old');
    expect((await run('model', 'in/0.txt', '--backend', 'cpu', '-o', 'links/', '--force')).code).toBe(0);
    expect((await lstat(folder.path('links/0.ids.txt'))).isSymbolicLink()).toBe(true);
    expect(await readFile(folder.path('store/real.npy'))).toEqual(plain);
    expect(await readFile(folder.path('store/real.txt'), 'utf8')).toMatch(/^0:1\n0:2\n/);
    expect((await readdir(folder.path('store'))).sort()).toEqual(['real.npy', 'real.txt']);
    await symlink('nothing.npy', folder.path('links/none.npy'));
    const dangling = await run(...args, 'links/none.npy', '--force');
    expect(dangling.stderr).toMatch(
      /cannot write links\/none\.npy: it is a link to nothing; remove it first/,
    );
  });
});

describe('slipform-clip embed into a folder', () => {
  it('makes an output of each input, as alone, whose lines have names that no other shard has', async () => {
    const { code, stdout, stderr } = await start(...glob, '-o', 'whole/', '--json').end;
    expect([code, stderr.replace(/^\d+: [^\n]*\n/gm, '')]).toEqual([0, expect.not.stringContaining('wait')]);
    expect(JSON.parse(stdout)).toMatchObject({
      inputs: 5,
      embedded: 5,
      finishedBefore: 0,
      rows: 220,
      width: 8,
    });
    const made = await contentOf('whole');
    expect(Object.keys(made)).toEqual(
      ['0', '1', '10', '11', '2'].flatMap((name) => [
        `${name}.ids.txt`,
        `${name}.npy`,
        `${name}.npy.done.json`,
      ]),
    );
    expect(made['10.ids.txt']!.split('\n').slice(0, 2)).toEqual(['10:1', '10:2']);
    expect((await run('model', 'in/10.txt', '--backend', 'cpu', '-o', 'alone.npy')).code).toBe(0);
    expect(made['10.npy']).toBe(await readFile(folder.path('alone.npy'), 'latin1'));
    const record = JSON.parse(made['10.npy.done.json']!);
    expect(record.summary).toMatchObject({ rows: 46, width: 8, skipped: 0, ids: { file: '10.ids.txt' } });
  });

  it('shares the inputs among tasks, in any order, with the same bytes; what is finished is left', async () => {
    const list = folder.file('names.txt', `${textShards.join('\n')}\n`);
    for (const task of ['1', '2', '0']) {
      const ended = await run(
        'model',
        `@${list}`,
        '--backend',
        'cpu',
        '-o',
        'tasks/',
        '--task',
        task,
        '--of',
        '3',
      );
      expect(ended.code).toBe(0);
      expect(ended.stdout).toMatch(
        /^tasks\/: (\d) of \1 inputs of task \d of 3 are embedded, \1 of them now:/,
      );
    }
    const made = await contentOf('tasks');
    expect(made).toEqual(await contentOf('whole'));
    const again = await run(...glob, '-o', 'tasks');
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toMatch(/5 of 5 inputs are embedded, 0 of them now: 220 embeddings/);
    expect(await contentOf('tasks')).toEqual(made);
    expect((await run(...glob, '-o', 'tasks/', '--task', '7', '--of', '8')).code).toBe(0);
  });

  it('ends well twice where it was started twice, and after a kill, with the same bytes', async () => {
    const both = [start(...glob, '-o', 'twice/'), start(...glob, '-o', 'twice/')];
    for (const { code } of await Promise.all(both.map(({ end }) => end))) expect(code).toBe(0);
    const killed = start(...glob, '-o', 'killed/');
    const isBegun = () => existsSync(folder.path('killed/0.npy'));
    const hasEnded = () => (killed.child.exitCode ?? killed.child.signalCode) !== null;
    while (!isBegun() && !hasEnded()) await new Promise((later) => setTimeout(later, 5));
    killed.child.kill('SIGKILL');
    await killed.end;
    const { code } = await run(...glob, '-o', 'killed/');
    expect(code).toBe(0);
    const whole = await contentOf('whole');
    expect(await contentOf('twice')).toEqual(whole);
    expect(await contentOf('killed')).toEqual(whole);
  });

  it('leaves what another model made, or somebody changed; --force makes it again', async () => {
    const other = ['other', 'in/{0,1}.txt', '--backend', 'cpu', '-o', 'tasks/'];
    const refused = await run(...other);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /tasks\/0\.npy is finished already by another run: the model was \w+… and is/,
    );
    expect(refused.stderr).toMatch(/2 of 2 inputs could not be embedded, the first is in\/0\.txt;/);
    expect(await contentOf('tasks')).toEqual(await contentOf('whole'));
    expect((await run(...other, '--force')).code).toBe(0);
    expect((await contentOf('tasks'))['0.npy']).not.toBe((await contentOf('whole'))['0.npy']);
    await writeFile(folder.path('tasks/10.ids.txt'), 'mine\n');
    const changed = await run('model', 'in/1?.txt', '--backend', 'cpu', '-o', 'tasks/');
    expect(changed.code).toBe(1);
    expect(changed.stderr).toMatch(/10\.ids\.txt has changed since it was written; pass --force/);
  });

  it('embeds shards and folders of pictures as Parquet; one that fails does not stop the others', async () => {
    const red = await picture(200, 0, 0);
    folder.file(
      'tars/0.tar',
      await packTar({ name: 'a.png', content: red }, { name: 'a.txt', content: 'x' }),
    );
    folder.file('tars/1.tar', 'no tar');
    await mkdir(folder.path('tars/2'));
    folder.file('tars/2/red.png', red);
    const args = [
      'model',
      'tars/*.tar',
      'tars/2',
      '--backend',
      'cpu',
      '-o',
      'pictures/',
      '--output-format',
      'parquet',
    ];
    const { code, stdout, stderr } = await run(...args, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      embedded: 2,
      rows: 2,
      failed: [{ file: 'tars/1.tar', message: expect.stringContaining('tar') }],
    });
    expect(stderr).toMatch(/1 of 3 inputs could not be embedded/);
    expect(Object.keys(await contentOf('pictures'))).toEqual([
      '0.parquet',
      '0.parquet.done.json',
      '2.parquet',
      '2.parquet.done.json',
    ]);
    // A picture of another size is another picture.
    folder.file(
      'tars/2/red.png',
      await picture(0, 0, 200).then((blue) => Buffer.concat([blue, Buffer.alloc(9)])),
    );
    const again = await run(...args);
    expect(again.stderr).toMatch(/2\.parquet is finished already by another run: the pictures was/);
  });

  it.each([
    [['a', 'b'], /several inputs need a folder as output, got x\.npy; end its name in a slash, as -o x\//],
    [['a', '--task', '0', '--of', '2'], /--task needs a folder as output/],
    [['a', '--output-format', 'npy'], /--output-format needs a folder as output/],
  ])('wrong usage: %j', async (args, message) => {
    const { code, stderr } = await run('model', ...args, '-o', 'x.npy');
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('reads back', async () => {
    const matrix = parseNpy(await readFile(folder.path('whole/0.npy')), '0.npy');
    expect([matrix.rows, matrix.width]).toEqual([40, 8]);
  });
});
