import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainModule } from '@slipform/kit/testing/fault-commands';
import { runHere } from '@slipform/kit/testing/run-here';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './command';

// The command and the built package in a plain Node process, as a user has them: nothing of Vitest's.
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin', 'slipform-clip.js');
let folder: string;

beforeAll(async () => {
  // Below the package, so that a bare import finds it as in a user's project.
  await mkdir(join(root, 'node_modules'), { recursive: true });
  folder = await mkdtemp(join(root, 'node_modules', '.command-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

function node(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** The command's sentences in this process; what runs a module of the user's, or is about the process, is started. */
const run = (...args: string[]) => runHere('slipform-clip', runCommand, args, folder);

describe('slipform-clip', () => {
  it('trains, saves, refuses to overwrite, and tells about the result', async () => {
    await writeFile(join(folder, 'train.mjs'), trainModule);
    const first = await node(bin, 'train', 'train.mjs', '--json');
    // Progress alone, where the machine is slow.
    expect(first.stderr).toMatch(/^(training [^\n]*\n)*$/);
    expect(first.code).toBe(0);
    const steps = first.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(steps).toHaveLength(5);
    expect(steps[4]).toMatchObject({ step: 5, steps: 5 });
    expect((await readdir(join(folder, 'model'))).sort()).toEqual([
      'config.json',
      'model.safetensors',
      'preprocessor_config.json',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);

    const again = await run('train', 'train.mjs');
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toMatch(
      /^slipform-clip: model holds a model already \(config\.json, .*\);.*--force/,
    );
    const forced = await run('train', 'train.mjs', '--force', '--steps', '2', '--backend', 'cpu');
    expect(forced.stdout).toMatch(/^model: 2 steps, loss \d/);
    expect(forced.code).toBe(0);

    const info = await node(bin, 'info', 'model', '--json');
    expect(info.stderr).toBe('');
    expect(JSON.parse(info.stdout)).toMatchObject({
      naming: 'Hugging Face',
      config: { embeddingSize: 8 },
      dtypes: ['F32'],
      files: [{ name: 'model.safetensors' }],
      tokenizer: 'tokenizer.json',
    });
    expect((await run('info', 'model')).stdout).toMatch(/image tower +width 8, 1 layers/);
  });

  it('tells about a model in open_clip’s naming, and about shards', async () => {
    const openClip = await run('info', join(root, 'fixtures', 'clip-gelu'));
    expect(openClip).toMatchObject({ code: 0, stderr: '' });
    expect(openClip.stdout).toMatch(
      /^naming +open_clip\nimage tower +width 24, 3 layers, 3 heads, MLP 72, gelu, /,
    );
    expect(openClip.stdout).toMatch(/\nweights +F32, 126\.5 KiB in open_clip_model\.safetensors\n/);
    expect(openClip.stdout).toMatch(/\ntokenizer +none found\n$/);
    const readme = await readFile(join(root, 'docs', 'models.md'), 'utf8');
    const [, shown] = /\$ slipform-clip info fixtures\/clip-gelu\n(.*?)```/s.exec(readme)!;
    expect(openClip.stdout).toBe(shown);
    await writeFile(
      join(folder, 'shard.mjs'),
      `import '@tensorflow/tfjs-backend-cpu';
      import { loadClip, saveClip } from '@slipform/clip';
      const model = await loadClip(${JSON.stringify(join(root, 'fixtures', 'clip-tiny'))});
      await saveClip(model, 'shards', { maxShardSize: '500KB', dtype: 'float16' });`,
    );
    expect(await node('shard.mjs')).toMatchObject({ code: 0 });
    const shards = JSON.parse((await run('info', 'shards', '--json')).stdout);
    expect(shards).toMatchObject({
      dtypes: ['F16'],
      parameters: { total: 605249, image: 427008, text: 178240 },
      float32Bytes: 4 * 605249,
    });
    expect(shards.files.map(({ name }: { name: string }) => name)).toEqual(
      [1, 2, 3].map((at) => `model-0000${at}-of-00003.safetensors`),
    );
  });
});

describe('what the system refuses', () => {
  /** With standard output on a device that is always full. */
  function full(...args: string[]): Promise<{ code: number | null; stderr: string }> {
    return new Promise((done) => {
      const device = openSync('/dev/full', 'w');
      const child = spawn(process.execPath, [bin, ...args], {
        cwd: folder,
        stdio: ['ignore', device, 'pipe'],
      });
      let stderr = '';
      child.stderr!.on('data', (piece) => {
        stderr += piece;
      });
      child.on('close', (code) => {
        closeSync(device);
        done({ code, stderr });
      });
    });
  }

  it('is one sentence: a full standard output', async () => {
    await writeFile(join(folder, 'full.mjs'), trainModule.replace(`'model'`, `'full'`));
    const fixture = join(root, 'fixtures', 'clip-tiny');
    for (const args of [
      ['info', fixture, '--json'],
      ['train', 'full.mjs', '--json', '--force'],
    ]) {
      const { code, stderr } = await full(...args);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^slipform-clip: cannot write to standard output: the disk is full\.$/m);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });
});

it('says that it is not built yet, as in a fresh clone', async () => {
  const clone = join(folder, 'clone');
  await cp(join(root, 'bin'), join(clone, 'bin'), { recursive: true });
  await writeFile(join(clone, 'package.json'), '{ "type": "module" }');
  expect(await node(join(clone, 'bin', 'slipform-clip.js'), '--help')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'slipform-clip: not built yet; run `npm run build` in the clone first\n',
  });
});

describe('the built package in plain Node', () => {
  it.each(['train', 'embed', 'zeroshot', 'mix', 'info'])(
    '%s: docs/commands.md names the options of --help, and no others',
    async (name) => {
      const page = await readFile(join(root, 'docs', 'commands.md'), 'utf8');
      const [usage] = page.match(new RegExp(`^slipform-clip ${name} .*(\\n {2,}.*)*`, 'm'))!;
      const { stdout } = await run(name, '--help');
      const flagsOf = (text: string) => [...new Set(text.match(/(?<=[\s[|(])--[a-z-]+/g))].sort();
      const inHelp = flagsOf(stdout.match(/^ +(-\w, )?--[a-z-]+/gm)!.join('\n')).filter(
        (flag) => flag !== '--help',
      );
      const written = flagsOf(usage.replaceAll('-o ', '--output '));
      expect(written.length).toBeGreaterThan(0);
      expect(written).toEqual(inHelp);
    },
  );

  it('trains as the CONFIG.mjs of docs/commands.md says', async () => {
    const page = await readFile(join(root, 'docs', 'commands.md'), 'utf8');
    const [, code] = /```js\n(\/\/ colours\.mjs.*?)```/s.exec(page)!;
    await writeFile(join(folder, 'colours.mjs'), code!);
    const { code: exit, stdout } = await node(bin, 'train', 'colours.mjs', '--seed', '1');
    expect({ exit, stdout }).toEqual({
      exit: 0,
      stdout: expect.stringMatching(/^colours: 30 steps, loss 0\.[0-3]/),
    });
    expect(await readdir(join(folder, 'colours'))).toContain('tokenizer.json');
  });

  const use = `
    await tf.setBackend('wasm');
    const tokenizer = clip.trainTokenizer(['a red square', 'a blue circle']);
    const tower = { width: 8, layers: 2, heads: 2 };
    const model = clip.createClip({
      embeddingSize: 8,
      image: { ...tower, imageSize: 4, patchSize: 2 },
      text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: 5 },
    });
    const images = Float32Array.from({ length: 96 }, (_, i) => Math.sin(i * (i < 48 ? 1 : 2)));
    const { loss } = await clip.trainClip({
      model, steps: 30, optimizer: clip.adamW({ learningRate: 0.01 }),
      data: () => ({ images, tokens: [tokenizer.encode('a red square'), tokenizer.encode('a blue circle')] }),
      loss: (batch, options) => cement.infoNceLoss(batch, options),
    });
    console.log(loss < 0.1, clip.InputError.isInstance(await clip.useBackend('x').catch((e) => e)));
  `;

  // ESM finds the threads' file in the tests of the command.
  it('embeds by workers from CommonJS, and ends though the encoder is not disposed of', async () => {
    const code = `
      await clip.useBackend('wasm');
      const tokenizer = clip.trainTokenizer(['a red square', 'a blue circle']);
      const tower = { width: 8, layers: 2, heads: 2 };
      const { vocabularySize, contextLength, endToken } = tokenizer;
      const text = { ...tower, vocabularySize, contextLength, endToken };
      const model = clip.createClip({ embeddingSize: 8, image: { ...tower, imageSize: 4, patchSize: 2 }, text });
      const texts = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? 'a red square' : 'a blue circle'));
      const embed = (workers) => clip.createEncoder(model, tokenizer, { workers }).embedTexts(texts);
      const bytes = (rows) => rows.map((row) => row.join()).join();
      console.log(bytes(await embed(2)) === bytes(await embed(0)));`;
    await writeFile(
      join(folder, 'workers.cjs'),
      `const clip = require('@slipform/clip');\n(async () => {${code}})();`,
    );
    expect(await node('workers.cjs')).toEqual({ code: 0, stdout: 'true\n', stderr: '' });
  });

  it.each([
    [
      'main.mjs',
      `import * as tf from '@tensorflow/tfjs-core';\nimport '@tensorflow/tfjs-backend-wasm';\nimport * as clip from '@slipform/clip';\nimport * as cement from '@slipform/cement-loss';\n${use}`,
    ],
    [
      'main.cjs',
      `const tf = require('@tensorflow/tfjs-core');\nrequire('@tensorflow/tfjs-backend-wasm');\nconst clip = require('@slipform/clip');\nconst cement = require('@slipform/cement-loss');\n(async () => {${use}})();`,
    ],
  ])('trains with tfjs-core and wasm alone (%s)', async (name, code) => {
    await writeFile(join(folder, name), code);
    expect(await node(name)).toEqual({ code: 0, stdout: 'true true\n', stderr: '' });
  });
});
