import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../command';
import { packTar } from '../testing/picture-folder';

// Train from files, embed, classify: the built package and its command in plain Node processes, as a user has them, below
// the package so that a bare import finds it; and the command in this process where none of that matters.

// Here pictures are decoded without threads, whose file is built.
vi.mock('./decode-images', async (original) => {
  const real = await original<typeof import('./decode-images')>();
  const openDecoders: typeof real.openDecoders = (_, ...rest) => real.openDecoders(0, ...rest);
  return { ...real, openDecoders };
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin', 'slipform-clip.js');
const folder = useFolder(join(root, 'node_modules'));

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;
if (!hasNumpy) console.log('skipped: numpy reads our .npy, since there is no python3 with numpy');
const hasDawn = existsSync(join(root, '..', '..', 'node_modules', 'webgpu'));
if (!hasDawn) console.log('skipped: webgpu in Node, since the package webgpu is not installed');

const colours = { red: [220, 30, 30], green: [30, 180, 60], blue: [40, 60, 220], yellow: [240, 220, 40] };
const names = Object.keys(colours) as (keyof typeof colours)[];
const perColour = 6;

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(args[0]!, args.slice(1), { cwd: folder.path('') }, (error, stdout, stderr) => {
      // What takes ten seconds on a busy machine shows its progress; that is no fault.
      const said = stderr.replaceAll(/^embedding \w+: .*\n/gm, '');
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr: said });
    });
  });
}
const node = (...args: string[]) => run(process.execPath, ...args);
const started = (...args: string[]) => node(bin, ...args);
const clip = (...args: string[]) => runHere('slipform-clip', runCommand, args, folder.path(''));

beforeAll(async () => {
  const rows: string[] = [];
  const negatives: object[] = [];
  const members: { name: string; content: string | Uint8Array }[] = [];
  for (const [c, name] of names.entries()) {
    for (let i = 0; i < perColour; i++) {
      const rgb = Uint8Array.from({ length: 12 * 12 * 3 }, (_, at) => {
        const grain = ((at * 37 + i * 101 + c * 17) % 41) - 20;
        return Math.max(0, Math.min(255, colours[name][at % 3]! + grain));
      });
      const png = await sharp(rgb, { raw: { width: 12, height: 12, channels: 3 } })
        .png()
        .toBuffer();
      folder.file(`images/${name}/${i}.png`, png);
      const [caption, negative] = [`a ${name} square`, `a ${names[(c + 1) % 4]} square`];
      const id = `${name}-${i}`;
      rows.push(`${id},${name}/${i}.png,${caption}`);
      negatives.push({ id, caption, negative, concreteness: 4 + c / 10 });
      members.push(
        { name: `${id}.png`, content: png },
        { name: `${id}.txt`, content: caption },
        { name: `${id}.neg_caption`, content: negative },
        { name: `${id}.negatives.json`, content: JSON.stringify([negatives.at(-1)]) },
      );
    }
  }
  folder.file('images/pairs.csv', `id,image,caption\n${rows.join('\n')}\n`);
  folder.file('negatives.jsonl', negatives.map((one) => `${JSON.stringify(one)}\n`).join(''));
  folder.file('shards/part-0.tar', await packTar(...members.slice(0, 48)));
  folder.file('shards/part-1.tar', await packTar(...members.slice(48)));
  folder.file('train.mjs', script);
});

const script = `
import { createHash } from 'node:crypto';
import { adamW, createClip, saveClip, saveTokenizer, trainClip, trainTokenizer, useBackend } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';
import { negClipLoss } from '@slipform/cement-loss';

await useBackend('wasm');
const tokenizer = trainTokenizer(['a red green blue yellow square']);
const common = { tokenizer, imageSize: 8, batchSize: 8, seed: 5 };
const sources = {
  csv: { source: 'images/pairs.csv', negatives: 'negatives.jsonl' },
  tar: { source: 'shards' },
};
for (const [name, options] of Object.entries(sources)) {
  const hashes = [];
  for (const workers of [0, 1, 3]) {
    const data = await trainingData({ ...common, ...options, workers });
    const hash = createHash('sha256');
    let step = 0;
    for await (const { images, ...rest } of data.batchesFrom(1)) {
      hash.update(images).update(JSON.stringify(rest));
      if (++step === 6) break;
    }
    hashes.push(hash.digest('hex'));
    await data.close();
  }
  const data = await trainingData({ ...common, ...options });
  const tower = { width: 16, layers: 1, heads: 2 };
  const model = createClip({
    embeddingSize: 16,
    image: { ...tower, imageSize: 8, patchSize: 4 },
    text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: tokenizer.contextLength },
  });
  const losses = [];
  await trainClip({
    model,
    data,
    loss: (batch, { logitScale }) => negClipLoss(batch, { logitScale }),
    optimizer: adamW({ learningRate: 0.01 }),
    steps: 60,
    observe: [({ loss }) => void losses.push(loss)],
  });
  await saveClip(model, name);
  await saveTokenizer(tokenizer, name);
  // Threads that nobody closed let the process end.
  console.log(JSON.stringify({
    name, hashes, counts: data.counts, skipped: data.skipped.count, first: losses[0], last: losses.at(-1),
  }));
}
`;

describe('from files to a model and its use', () => {
  it('trains from a table and from shards, with any number of threads', async () => {
    const { code, stdout, stderr } = await node('train.mjs');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [csv, tar] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const one of [csv, tar]) {
      expect(one).toMatchObject({ counts: { images: 24, captions: 24, negatives: 24 }, skipped: 0 });
      expect(new Set(one.hashes).size).toBe(1);
      expect(one.last).toBeLessThan(one.first / 2);
    }
    expect(tar.hashes[0]).toBe(csv.hashes[0]);
    expect(tar.last).toBe(csv.last);
  });

  it('embeds a folder as .npy, and shards the same', async () => {
    const { code, stdout, stderr } = await started('embed', 'csv', 'images', '-o', 'images.npy', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'images',
      rows: 24,
      width: 16,
      skipped: 0,
      normalized: true,
    });
    const ids = (await readFile(folder.path('images.ids.txt'), 'utf8')).trim().split('\n');
    expect(ids).toEqual(names.flatMap((name) => [0, 1, 2, 3, 4, 5].map((i) => `${name}/${i}.png`)).sort());
    const whole = await readNpy('images.npy');
    expect(whole.shape).toEqual([24, 16]);
    for (const row of whole.rows) expect(Math.hypot(...row)).toBeCloseTo(1, 5);

    const small = await clip('embed', 'csv', 'shards', '-o', 'shards.npy', '--batch-size', '5');
    expect(small).toMatchObject({ code: 0, stdout: 'shards.npy: 24 embeddings of 16 numbers\n' });
    const keys = (await readFile(folder.path('shards.ids.txt'), 'utf8')).trim().split('\n');
    expect(keys[0]).toBe('red-0');
    const shards = await readNpy('shards.npy');
    expect(shards.rows[keys.indexOf('blue-3')]).toEqual(
      whole.rows[ids.indexOf('blue/3.png')]!.map((x) => expect.closeTo(x, 5)),
    );
  });

  it('embeds and classifies by workers: the same bytes', async () => {
    const alone = await clip('embed', 'csv', 'images', '-o', 'alone.npy', '--workers', '0');
    const shared = await started('embed', 'csv', 'images', '-o', 'shared.npy', '--workers', '2');
    expect([alone.code, shared.code, shared.stderr]).toEqual([0, 0, '']);
    expect(await readFile(folder.path('shared.npy'))).toEqual(await readFile(folder.path('alone.npy')));
    const flags = ['--classes', 'red,blue', '--templates', 'a {} square', '--workers'];
    const guesses = await started('zeroshot', 'csv', 'images', ...flags, '2');
    expect(guesses).toMatchObject({ code: 0 });
    expect(guesses.stdout).toBe((await clip('zeroshot', 'csv', 'images', ...flags, '0')).stdout);
    const wrong = await clip('embed', 'csv', 'images', '-o', 'wrong.npy', '--workers', '-1');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
  });

  it.skipIf(!hasNumpy)('writes .npy that numpy reads', async () => {
    const numpy = await run(
      'python3',
      '-c',
      'import numpy as n; x = n.load("images.npy"); print(x.shape, x.dtype, x.flags.c_contiguous, float((x[0] * x[0]).sum()).__round__(4), x[1, 2])',
    );
    expect(numpy.stdout).toMatch(/^\(24, 16\) float32 True 1\.0 /);
    const { rows } = await readNpy('images.npy');
    expect(Number(numpy.stdout.trim().split(' ').at(-1))).toBeCloseTo(rows[1]![2]!, 5);
  });

  it('does to images what the model’s files say', async () => {
    const size = JSON.parse(await readFile(folder.path('csv/config.json'), 'utf8')).vision_config.image_size;
    for (const name of ['config.json', 'model.safetensors', 'tokenizer.json']) {
      folder.file(`other/${name}`, await readFile(folder.path(`csv/${name}`)));
    }
    const preprocessor = (side: number, mean: number[]) =>
      JSON.stringify({
        size: { shortest_edge: side },
        crop_size: side,
        image_mean: mean,
        image_std: [0.3, 0.3, 0.3],
      });
    folder.file('other/preprocessor_config.json', preprocessor(size, [0.1, 0.2, 0.9]));
    const { code, stderr } = await clip('embed', 'other', 'images', '-o', 'other.npy');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [ours, theirs] = [await readNpy('images.npy'), await readNpy('other.npy')];
    expect(Math.max(...ours.rows[0]!.map((x, i) => Math.abs(x - theirs.rows[0]![i]!)))).toBeGreaterThan(0.01);

    folder.file('other/preprocessor_config.json', preprocessor(size * 2, [0.1, 0.2, 0.9]));
    const wrong = await clip('embed', 'other', 'images', '-o', 'wrong.npy');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain(`gives images of ${size * 2} pixels, the model takes ${size}`);
    expect(existsSync(folder.path('wrong.npy'))).toBe(false);
  });

  it('embeds texts, lists and tables; as they are; as Parquet', async () => {
    folder.file('texts.txt', 'a red square\n\na blue square\n');
    expect(await clip('embed', 'csv', 'texts.txt', '-o', 'texts.parquet')).toMatchObject({
      code: 0,
      stdout: 'texts.parquet: 3 embeddings of 16 numbers\n',
    });
    const rows = (await parquetReadObjects({
      file: await asyncBufferFromFile(folder.path('texts.parquet')),
    })) as { id: string; embedding: number[] }[];
    expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
    for (const { embedding } of rows) expect(Math.hypot(...embedding)).toBeCloseTo(1, 5);
    const raw = ['embed', 'csv', 'images/pairs.csv', '--texts', '--no-normalize', '-o', 'captions.npy'];
    expect((await clip(...raw)).code).toBe(0);
    const captions = await readNpy('captions.npy');
    expect(captions.shape).toEqual([24, 16]);
    const length = Math.hypot(...captions.rows[0]!);
    expect(length).not.toBeCloseTo(1, 2);
    expect(captions.rows[0]!.map((x) => x / length)).toEqual(
      rows[0]!.embedding.map((x) => expect.closeTo(x, 4)),
    );

    folder.file('images/list.txt', 'blue/1.png\n../x.png\nred/9.png\nred/2.png\n');
    const list = await clip(
      'embed',
      'csv',
      'images/list.txt',
      '--images',
      '-o',
      'list.npy',
      '--backend',
      'cpu',
    );
    expect(list.stdout).toBe('list.npy: 2 embeddings of 16 numbers, 2 left out\n');
    expect(list.stderr).toMatch(
      /list\.txt line 2 names an image outside of the image folder.*--image-folder.*left out/,
    );
    expect(list.stderr).toMatch(
      /list\.txt line 3: .*red\/9\.png could not be read: there is no such file; left out/,
    );
    expect(await readFile(folder.path('list.ids.txt'), 'utf8')).toBe('blue/1.png\nred/2.png\n');
    const table = await clip('embed', 'csv', 'images/pairs.csv', '--images', '-o', 'table.npy');
    expect(table.stdout).toMatch(/24 embeddings/);
  });

  it.skipIf(hasDawn)('says what webgpu needs in Node', async () => {
    const { code, stderr } = await started(
      'embed',
      'csv',
      'images',
      '-o',
      'webgpu.npy',
      '--backend',
      'webgpu',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^slipform-clip: .*webgpu needs the package webgpu.*npm install webgpu/);
  });

  it.skipIf(!hasDawn)('embeds the same on webgpu in Node, or says that there is no GPU', async () => {
    const { code, stderr } = await started(
      'embed',
      'csv',
      'images',
      '-o',
      'webgpu.npy',
      '--backend',
      'webgpu',
    );
    // Dawn says of each device which of Mesa's limits it doesn't use.
    const ours = stderr.replaceAll(/^Warning: max\w+ artificially reduced from .*\n/gm, '');
    if (code !== 0) {
      expect(ours).toMatch(/^slipform-clip: .*webgpu does not start on this machine.*Vulkan driver.*$/m);
      return;
    }
    expect(ours).toBe('');
    const [here, wasm] = await Promise.all([readNpy('webgpu.npy'), readNpy('images.npy')]);
    here.rows.forEach((row, i) => {
      expect(row).toEqual(wasm.rows[i]!.map((x) => expect.closeTo(x, 3)));
    });
  });

  it('leaves an output alone, or whole, or none at all', async () => {
    folder.file('many.txt', 'a red square\n');
    folder.file('other.csv', 'file,klass\nred/0.png,red\n');
    const before = await readdir(folder.path(''));
    const failures: [string[], RegExp][] = [
      [['csv', 'images', '-o', 'images.npy'], /images\.ids\.txt exists; pass --force/],
      [['csv', 'images', '-o', 'many.txt/x.npy'], /cannot write many\.txt\/x\.npy: its folder is a file/],
      [['csv', 'other.csv', '--texts', '-o', 'x.npy'], /got file, klass; rename the column that it is\.$/m],
      [['csv', 'nowhere.txt', '-o', 'x.npy'], /cannot read nowhere\.txt: there is no such file/],
      [['csv', 'nowhere', '-o', 'x.npy'], /cannot read nowhere: there is no such file or folder/],
      [['csv', 'images', '--texts', '-o', 'x.npy'], /is a folder, which holds no texts/],
      [['csv', 'images/blue/0.png', '--texts', '-o', 'x.npy'], /is an image, which holds no texts/],
      [['csv', 'train.mjs', '-o', 'x.npy'], /cannot tell what train\.mjs is/],
      [['none', 'images', '-o', 'x.npy'], /There is no folder none; a model folder holds/],
      [['csv', 'bad.txt', '--images', '-o', 'x.npy'], /none of the 1 images of bad\.txt could be read/],
      [['csv', 'images', '-o', 'x.npy', '--backend', 'node-gpu'], /npm install @tensorflow\/tfjs-node-gpu/],
    ];
    folder.file('bad.txt', 'images/pairs.csv\n');
    for (const [args, message] of failures) {
      // Vite would look for the package that is not there.
      const run = args.includes('node-gpu') ? started : clip;
      const { code, stdout, stderr } = await run('embed', ...args);
      expect(stderr).toMatch(message);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    }
    expect((await readdir(folder.path(''))).sort()).toEqual([...before, 'bad.txt'].sort());
    expect((await clip('embed', 'csv', 'images', '-o', 'images.npy', '--force')).code).toBe(0);
    expect((await clip('embed', 'csv', 'images')).code).toBe(2);
    const usage: [string[], RegExp][] = [
      [['csv', 'images', '-o', 'x.txt'], /cannot write x\.txt: its name must end in \.npy or \.parquet/],
      [['csv', 'images/pairs.csv', '-o', 'x.npy'], /pass --images or --texts/],
      [['csv', 'images', '--texts', '--images', '-o', 'x.npy'], /exclude each other/],
    ];
    for (const [args, message] of usage) {
      const { code, stdout, stderr } = await clip('embed', ...args);
      expect(stderr).toMatch(message);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
    expect((await clip('embed', 'csv', 'images', '-o', 'x.npy', '--backend', 'webgl')).code).toBe(2);
  });

  it('overwrites no input, whatever the flags, and lets one write an output', async () => {
    folder.file('i.ids.txt', 'a red square\na blue square\n');
    folder.file('meta/metadata.csv', 'file_name,caption\nx.png,a red square\n');
    await clip('embed', 'csv', 'i.ids.txt', '--texts', '-o', 'table.parquet');
    const own = ['csv/model.safetensors', 'csv/config.json', 'i.ids.txt', 'table.parquet'];
    const before = await Promise.all(own.map((name) => readFile(folder.path(name))));
    await symlink('i.ids.txt', folder.path('link.ids.txt'));
    await symlink('csv/model.safetensors', folder.path('weights.npy'));
    const wrong: [string[], RegExp][] = [
      [
        ['i.ids.txt', '--texts', '-o', 'i.npy'],
        /the ids beside --output would overwrite i\.ids\.txt, which is an input/,
      ],
      [['i.ids.txt', '--texts', '-o', './sub/../i.npy'], /would overwrite .*i\.ids\.txt, which is an input/],
      [['i.ids.txt', '--texts', '-o', 'link.npy'], /would overwrite link\.ids\.txt, which is an input/],
      [
        ['i.ids.txt', '--texts', '-o', 'weights.npy'],
        /--output would overwrite weights\.npy, which is a file of the model/,
      ],
      [['table.parquet', '--texts', '-o', 'table.parquet'], /--output would overwrite|no caption|must name/],
    ];
    for (const [args, message] of wrong) {
      const run = await clip('embed', 'csv', ...args, '--force');
      expect(run.stderr).toMatch(message);
      expect(run).toMatchObject({ code: 1, stdout: '' });
    }
    expect(await Promise.all(own.map((name) => readFile(folder.path(name))))).toEqual(before);

    folder.file('many.txt', 'a red square\n'.repeat(50_000));
    const args = [bin, 'embed', 'csv', 'many.txt', '-o', 'once.npy', '--batch-size', '1', '--backend', 'cpu'];
    const child = spawn(process.execPath, args, { cwd: folder.path('') });
    const ended = new Promise((done) => child.on('exit', done));
    while (!existsSync(folder.path('once.npy.lock'))) await new Promise((later) => setTimeout(later, 20));
    const second = await clip('embed', 'csv', 'i.ids.txt', '--texts', '-o', 'once.npy', '--force');
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(/^slipform-clip: another process .* writes once\.npy; [^\n]*\n$/);
    // A kill leaves the old files, and the next run takes the dead one's place.
    child.kill('SIGKILL');
    await ended;
    const third = await clip('embed', 'csv', 'i.ids.txt', '--texts', '-o', 'once.npy');
    expect(third, third.stderr).toMatchObject({ code: 0 });
    const left = (await readdir(folder.path(''))).filter((name) => /once|slipform/.test(name));
    expect(left.sort()).toEqual(['once.ids.txt', 'once.npy']);
  });

  it('embeds and classifies a single image, into a folder that it makes', async () => {
    const one = await clip('embed', 'csv', 'images/blue/1.png', '-o', 'made/deep/one.npy');
    expect(one).toMatchObject({ code: 0, stdout: 'made/deep/one.npy: 1 embeddings of 16 numbers\n' });
    expect(await readFile(folder.path('made/deep/one.ids.txt'), 'utf8')).toBe('1.png\n');
    const [whole, single] = [await readNpy('images.npy'), await readNpy('made/deep/one.npy')];
    expect(single.rows[0]).toEqual(whole.rows[1]!.map((x) => expect.closeTo(x, 5)));
    const flags = ['--classes', 'red,blue', '--templates', 'a {} square', '--top', '1'];
    const guess = await clip('zeroshot', 'csv', 'images/blue/1.png', ...flags);
    expect(guess.stdout).toMatch(/^1\.png\tblue\t/);
  });

  it.each(['0', '2'])('leaves nothing of a run that is interrupted, workers %s', async (workers) => {
    folder.file('many.txt', 'a red square\n'.repeat(50_000));
    const flags = ['--batch-size', '1', '--backend', 'cpu', '--workers', workers];
    const args = [bin, 'embed', 'csv', 'many.txt', '-o', 'many.npy', ...flags];
    const child = spawn(process.execPath, args, { cwd: folder.path('') });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    const ended = new Promise((done) => child.on('exit', done));
    const written = async () => (await readdir(folder.path(''))).filter((name) => name.startsWith('many.'));
    while (!(await written()).includes('many.npy.lock')) await new Promise((later) => setTimeout(later, 20));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stderr).toMatch(/slipform-clip: interrupted; nothing was written\.$/m);
    expect(await written()).toEqual(['many.txt']);
  });

  it('refuses to embed or classify with weights that are not finite', async () => {
    for (const name of ['config.json', 'tokenizer.json']) {
      folder.file(`broken/${name}`, await readFile(folder.path(`csv/${name}`)));
      folder.file(`scale/${name}`, await readFile(folder.path(`csv/${name}`)));
    }
    const weights = await readFile(folder.path('csv/model.safetensors'));
    const header = weights.readUInt32LE(0);
    const entries = JSON.parse(weights.toString('utf8', 8, 8 + header));
    const withNaN = (name: string) => {
      const bytes = Buffer.from(weights);
      const [start] = entries[name].data_offsets;
      bytes.writeFloatLE(Number.NaN, 8 + header + start);
      return bytes;
    };
    folder.file('broken/model.safetensors', withNaN('visual_projection.weight'));
    folder.file('scale/model.safetensors', withNaN('logit_scale'));
    const embedded = await clip('embed', 'broken', 'images', '-o', 'broken.npy');
    expect(embedded).toMatchObject({ code: 1, stdout: '' });
    expect(embedded.stderr).toMatch(/the embedding of "blue\/0\.png" must be finite, and holds NaN; /);
    expect((await readdir(folder.path(''))).filter((name) => name.startsWith('broken.'))).toEqual([]);
    const classified = await clip('zeroshot', 'broken', 'images', '--json');
    expect(classified).toMatchObject({ code: 1, stdout: '' });
    expect(classified.stderr).toMatch(/must be finite, and holds NaN/);
    const scaled = await clip('zeroshot', 'scale', 'images');
    expect(scaled).toMatchObject({ code: 1, stdout: '' });
    expect(scaled.stderr).toMatch(/scale: logit_scale must be finite, and exp of it is NaN/);
  });

  it('classifies zero-shot: by folders, by a table of labels, with templates', async () => {
    folder.file('prompts.txt', 'a {} square\na {}\n');
    const folders = await clip('zeroshot', 'csv', 'images', '--templates', 'prompts.txt', '--top', '2');
    expect(folders.code).toBe(0);
    const lines = folders.stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines).toHaveLength(24);
    for (const line of lines) {
      expect(line).toHaveLength(5);
      expect(Number(line[2])).toBeGreaterThanOrEqual(Number(line[4]));
    }
    const right = lines.filter(([id, best]) => id!.startsWith(best!)).length;
    expect(right).toBeGreaterThan(20);
    expect(folders.stderr).toContain(
      `accuracy over 24 labelled images and 4 classes: top-1 ${((100 * right) / 24).toFixed(1)} %, top-5 100.0 %`,
    );

    folder.file('labels.csv', 'image,label\nred-0,RED\nred-1,blue\n');
    const args = [
      '--classes',
      'red,green,blue,yellow',
      '--labels',
      'labels.csv',
      '--templates',
      'a {} square',
      '--json',
    ];
    const tar = await clip('zeroshot', 'csv', 'shards', ...args);
    const json = tar.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(json.at(-1)).toMatchObject({ images: 24, classes: 4, labelled: 2, top1: 0.5, top5: 1 });
    expect(json[0]).toMatchObject({ image: 'red-0', label: 'red' });
    const sum = json[0].top.reduce(
      (all: number, guess: { probability: number }) => all + guess.probability,
      0,
    );
    expect(sum).toBeCloseTo(1, 5);
    expect((await clip('zeroshot', 'csv', 'images', '--templates', 'openai')).code).toBe(0);

    folder.file('strangers.csv', 'file,label\nred/0.png,red\n');
    const strangers = await clip('zeroshot', 'csv', 'images', '--labels', 'strangers.csv');
    expect(strangers.code).toBe(0);
    expect(strangers.stderr).toMatch(
      /none of the 24 images has a label in strangers\.csv; its column image must/,
    );

    folder.file('wrong.csv', 'image,label\nx,purple\n');
    const failures: [string[], RegExp][] = [
      [['--classes', 'nothing'], /there is no such file; name one, or write the classes as a,b,c/],
      [['--classes', 'a,a'], /must name each class once; see "a"/],
      [['--templates', 'texts.txt'], /a template must hold {} where the class stands; see "a red square"/],
      [['--templates', 'a thing'], /--templates a thing: a prompt must hold {} where the class stands/],
      [['--classes', 'red,purple,orange'], /"purple" and "orange" are the same tokens to the model/],
      [
        ['--labels', 'nope.csv'],
        /--labels nope\.csv: there is no such file; name a table with the columns image/,
      ],
      [
        ['--labels', 'other.csv'],
        /must name a column "label", got file, klass; rename the column of the classes/,
      ],
      [['--labels', 'wrong.csv'], /wrong\.csv line 2: the label "purple" is none of the 4 classes/],
    ];
    for (const [more, message] of failures) {
      const { code, stdout, stderr } = await clip('zeroshot', 'csv', 'images', ...more);
      expect(stderr).toMatch(message);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    }
    const noClasses = await clip('zeroshot', 'csv', 'shards');
    expect(noClasses.stderr).toMatch(/pass --classes/);
    expect(noClasses.code).toBe(2);
  });
});

/** By the format's description: magic, version, header's length, a Python dict, then the values. */
async function readNpy(name: string): Promise<{ shape: number[]; rows: number[][] }> {
  const bytes = await readFile(folder.path(name));
  expect(bytes.toString('latin1', 0, 8)).toBe('\x93NUMPY\x01\x00');
  const start = 10 + bytes.readUInt16LE(8);
  expect(start % 64).toBe(0);
  const shape = /'shape': \((\d+), (\d+)\)/
    .exec(bytes.toString('latin1', 10, start))!
    .slice(1)
    .map(Number);
  const [count, width] = shape as [number, number];
  expect(bytes.length).toBe(start + 4 * count * width);
  const values = Array.from({ length: count * width }, (_, i) => bytes.readFloatLE(start + 4 * i));
  return {
    shape,
    rows: Array.from({ length: count }, (_, row) => values.slice(row * width, (row + 1) * width)),
  };
}
