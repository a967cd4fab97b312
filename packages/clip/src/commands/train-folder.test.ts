import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../command';
import { plantHiddenSave } from '../testing/hidden-save';
import { picture } from '../testing/picture-folder';
import { loadClip } from '../weights/load-clip';

// What the command does to folders that hold something: in this process. The built command in processes of its own: beside
// another one, and whether it ends. A process that does not end by itself lets the test wait.
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin', 'slipform-clip.js');
const folder = useFolder(join(root, 'node_modules'));

/** A module that trains from files, with threads that decode, unless `change` says otherwise. */
const config = (change = '') => `
import { adamW, createClip, trainTokenizer } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';
import { infoNceLoss } from '@slipform/cement-loss';
export default async ({ seed }) => {
  const tokenizer = trainTokenizer(['a red square', 'a blue square', 'a green square', 'a black square']);
  const tower = { width: 8, layers: 1, heads: 2 };
  const model = createClip({
    embeddingSize: 8,
    image: { ...tower, imageSize: 8, patchSize: 4 },
    text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: tokenizer.contextLength },
  }, { seed });
  const options = {
    model, tokenizer, steps: 6, output: 'model', optimizer: adamW(),
    data: await trainingData({ source: 'pairs.csv', tokenizer, imageSize: 8, batchSize: 2, seed }),
    loss: (batch, { logitScale }) => infoNceLoss(batch, { logitScale }),
  };
  ${change}
  return options;
};
`;

beforeAll(async () => {
  const colours = { red: [220, 0, 0], blue: [0, 0, 220], green: [0, 180, 0], black: [0, 0, 0] } as const;
  for (const [name, [r, g, b]] of Object.entries(colours)) folder.file(`${name}.png`, await picture(r, g, b));
  const rows = Object.keys(colours).map((name) => `${name}.png,a ${name} square\n`);
  folder.file('pairs.csv', `image,caption\n${rows.join('')}`);
  folder.file('gap.csv', `image,caption\n${rows.join('')},a grey square\n`);
  folder.file('train.mjs', config());
});

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: folder.path('') });
}

function ended(child: ChildProcess) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    const text = { stdout: '', stderr: '' };
    child.stdout!.on('data', (piece) => {
      text.stdout += piece;
    });
    child.stderr!.on('data', (piece) => {
      text.stderr += piece;
    });
    child.on('close', (code) => done({ code, ...text }));
  });
}

const train = (...args: string[]) =>
  runHere('slipform-clip', runCommand, ['train', ...args], folder.path(''));

/** Every file of a folder and its digest. */
async function digests(name: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder.path(name), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    found[file] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }
  return found;
}

describe('an output folder that holds a model', () => {
  it.each([
    [
      'shards',
      [
        'model-00001-of-00002.safetensors',
        'model-00002-of-00002.safetensors',
        'model.safetensors.index.json',
      ],
    ],
    ['a pickle', ['pytorch_model.bin', 'config.json']],
    ['open_clip’s files', ['open_clip_config.json', 'open_clip_model.safetensors']],
    ['a tokenizer alone', ['tokenizer.json', 'tokenizer_config.json']],
  ])('is left as it is: %s', async (_, names) => {
    for (const name of names) folder.file(`theirs/${name}`, 'theirs');
    folder.file('theirs/thesis.999999-1.tmp', 'mine');
    const before = await digests('theirs');
    for (const flags of [[], ['--resume'], ['--checkpoint-every', '2']]) {
      const run = await train('train.mjs', '-o', 'theirs', ...flags);
      expect(run, run.stderr).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toMatch(/^slipform-clip: theirs holds a model already \(.*--force[^\n]*\n$/);
    }
    expect(await digests('theirs')).toEqual(before);
    // With --force too nothing goes that the new model does not replace.
    expect(await train('train.mjs', '-o', 'theirs', '--force', '--steps', '1')).toMatchObject({ code: 0 });
    const after = await readdir(folder.path('theirs'));
    const replaced = ['tokenizer_config.json'];
    expect(after).toEqual(
      expect.arrayContaining(names.filter((name) => !replaced.includes(name) && !name.includes('index'))),
    );
    expect(after).toContain('thesis.999999-1.tmp');
    expect(after).toContain('preprocessor_config.json');
    await rm(folder.path('theirs'), { recursive: true });
  });

  it('obeys no hidden folder and waits for no lock from the future; readers see the plain files alone', async () => {
    const hidden = await plantHiddenSave(folder, 'planted');
    for (const flags of [[], ['--force']]) {
      const args = ['train.mjs', '-o', 'planted', '--steps', '1', ...flags];
      expect(await train(...args)).toMatchObject({ code: 0 });
      expect(await hidden.now()).toEqual(hidden.before);
    }
    const config = JSON.parse(await readFile(folder.path('planted/config.json'), 'utf8'));
    expect(config.model_type).toBe('clip');
    expect((await loadClip(folder.path('planted'))).config.embeddingSize).toBe(8);
  });

  it('is refused if it does not lie beside the checkpoints of the run that is resumed, and kept there', async () => {
    const flags = ['-o', 'run', '--checkpoint-every', '3', '--resume'];
    expect(await train('train.mjs', ...flags)).toMatchObject({ code: 0 });
    const own = await digests('run');
    const again = await train('train.mjs', ...flags);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toMatch(
      /^run: 6 steps, loss .*which an earlier run had made: nothing was left to train\n$/,
    );
    expect(await digests('run')).toEqual(own);

    expect(await train('train.mjs', '-o', 'other', '--seed', '4')).toMatchObject({ code: 0 });
    const others = await digests('other');
    const refused = await train(
      'train.mjs',
      ...flags,
      '-o',
      'other',
      '--checkpoint-folder',
      'run/checkpoints',
    );
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /other holds a model already .* its checkpoints lie elsewhere, in run.checkpoints: .*--force/,
    );
    expect(await digests('other')).toEqual(others);
  });
});

it('saves what was done to the pictures, wherever it was set', async () => {
  const own = '{ size: 8, mean: [0.5, 0.5, 0.5], deviation: [0.1, 0.2, 0.3], interpolation: "bilinear" }';
  const ofData = `options.data = await trainingData({ source: 'pairs.csv', tokenizer, imageSize: 8, batchSize: 2, preprocessing: ${own} });`;
  const plain =
    'const { data } = options; options.data = (step) => data.batchesFrom(step).next().then(({ value }) => value);';
  folder.file('of-data.mjs', config(ofData));
  folder.file('of-module.mjs', config(`${plain} options.preprocessing = ${own};`));
  folder.file(
    'of-folder.mjs',
    config(`${plain} options.model = await (await import('@slipform/clip')).loadClip('from-of-data');`),
  );
  const read = async (name: string) =>
    JSON.parse(await readFile(folder.path(`${name}/preprocessor_config.json`), 'utf8'));
  for (const name of ['of-data', 'of-module', 'of-folder', 'train']) {
    const run = await train(`${name}.mjs`, '-o', `from-${name}`);
    expect(run, run.stderr).toMatchObject({ code: 0 });
    expect(await read(`from-${name}`)).toMatchObject({
      image_std: name === 'train' ? [0.26862954, 0.26130258, 0.27577711] : [0.1, 0.2, 0.3],
      resample: name === 'train' ? 3 : 2,
      crop_size: { height: 8, width: 8 },
    });
  }
});

describe('two runs at once', () => {
  /** Stands still after its first step until a file says go, so that the others meet it however busy the machine is. */
  const waiting = (file: string) => `
    options.steps = 40;
    const { existsSync } = await import('node:fs');
    options.observe = [async () => {
      while (!existsSync('${file}')) await new Promise((later) => setTimeout(later, 20));
    }];`;

  it.each([[[]], [['--force']], [['--resume']]])(
    'with %j, one wins and the other touches nothing',
    async (flags) => {
      const name = `two${flags.join('')}`;
      folder.file('waiting.mjs', config(waiting(`${name}.go`)));
      const first = start(
        bin,
        'train',
        'waiting.mjs',
        '-o',
        name,
        '--checkpoint-every',
        '5',
        '--json',
        ...flags,
      );
      const end = ended(first);
      await new Promise((step) => first.stdout!.once('data', step));
      const second = await train('train.mjs', '-o', name, '--seed', '4', '--checkpoint-every', '1', ...flags);
      expect(second).toMatchObject({ code: 1, stdout: '' });
      expect(second.stderr).toMatch(
        /^slipform-clip: another process \(\d+, since .*\) writes the model in [^\n]*\n$/,
      );
      // Another output, and the same checkpoints or metrics.
      const third = await train(
        'train.mjs',
        '-o',
        `${name}-3`,
        '--checkpoint-folder',
        `${name}/checkpoints`,
        ...flags,
      );
      expect(third).toMatchObject({ code: 1, stdout: '' });
      expect(third.stderr).toMatch(/another process .* writes the checkpoints in /);
      folder.file(`${name}.go`, '');
      const won = await end;
      expect(won, won.stderr).toMatchObject({ code: 0 });
      expect((await readdir(folder.path(name))).sort()).toEqual([
        'checkpoints',
        'config.json',
        'model.safetensors',
        'preprocessor_config.json',
        'tokenizer.json',
        'tokenizer_config.json',
      ]);
      expect(await readdir(folder.path(`${name}/checkpoints`))).toEqual([
        'step-00000030',
        'step-00000035',
        'step-00000040',
      ]);
      expect(await readdir(folder.path(''))).not.toContain(`${name}-3`);
    },
  );

  it('do not share a file of metrics', async () => {
    folder.file('waiting.mjs', config(waiting('metrics.go')));
    const first = start(bin, 'train', 'waiting.mjs', '-o', 'm1', '--metrics', 'shared.jsonl', '--json');
    const end = ended(first);
    await new Promise((step) => first.stdout!.once('data', step));
    const second = await train('train.mjs', '-o', 'm2', '--metrics', 'shared.jsonl', '--force');
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(/another process .* writes the metrics shared.jsonl/);
    // Another name of the same file.
    await symlink('shared.jsonl', folder.path('link.jsonl'));
    const third = await train('train.mjs', '-o', 'm3', '--metrics', 'link.jsonl', '--force');
    expect(third).toMatchObject({ code: 1, stdout: '' });
    expect(third.stderr).toMatch(/another process .* writes the metrics link.jsonl/);
    folder.file('metrics.go', '');
    expect(await end).toMatchObject({ code: 0 });
    const lines = (await readFile(folder.path('shared.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).step)).toEqual([1, 10, 20, 30, 40]);
  });
});

describe('whatever the flags', () => {
  it('no file of the training is overwritten by its metrics', async () => {
    folder.file('notes.txt', 'mine\n');
    folder.file('pairs.jsonl', await readFile(folder.path('pairs.csv')));
    const before = await digests('');
    for (const name of ['train.mjs', 'pairs.csv', 'notes.txt', 'red.png', 'force/model.safetensors']) {
      const run = await train('train.mjs', '-o', 'force', '--metrics', name, '--force');
      expect(run, `${name} ${run.stderr}`).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(await digests('')).toEqual(before);
  });

  it('a folder that is called like a checkpoint, but is not one, stays', async () => {
    folder.file('ck/step-00001000/notes.txt', 'mine');
    const run = await train(
      'train.mjs',
      '-o',
      'ck-out',
      '--checkpoint-folder',
      'ck',
      '--checkpoint-every',
      '2',
      '--force',
    );
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/step-00001000 holds other files than a checkpoint has/);
    expect(await readFile(folder.path('ck/step-00001000/notes.txt'), 'utf8')).toBe('mine');
    expect(await readdir(folder.path('ck'))).toEqual(['step-00001000']);
  });
});

describe('with threads that decode, the process ends', () => {
  it.each([
    ['no loss', 'delete options.loss;', [], 1, /must name `loss`/],
    ['an error in the module', "throw new Error('boom');", [], 1, /boom/],
    ['a loss that throws', "options.loss = () => { throw new Error('boom'); };", [], 1, /boom/],
    [
      'checkpoints of another run',
      '',
      ['--checkpoint-folder', 'there', '--checkpoint-every', '3'],
      1,
      /holds checkpoints of a run already .*, start anew with --force, or choose another folder/,
    ],
    ['a run that is over', '', ['--checkpoint-folder', 'there', '--resume'], 0, /going on after step 6/],
    [
      'a row that names no image',
      `options.data = await trainingData({ source: 'gap.csv', tokenizer, imageSize: 8, batchSize: 2, seed });`,
      [],
      0,
      /^(training: [^\n]*\n)*slipform-clip: 1 row or image was left out: 1 × names no image\.\n$/,
    ],
    ['a good run', '', [], 0, /^(training: [^\n]*\n)*$/],
  ] as const)('after %s', async (name, change, flags, code, message) => {
    if (flags.length > 0) {
      await rm(folder.path('there'), { recursive: true, force: true });
      const made = await train(
        'train.mjs',
        '-o',
        'made',
        '--force',
        '--checkpoint-folder',
        'there',
        '--checkpoint-every',
        '3',
      );
      expect(made, made.stderr).toMatchObject({ code: 0 });
    }
    const file = `${name.replaceAll(' ', '-')}.mjs`;
    folder.file(file, config(change));
    const run = await ended(start(bin, 'train', file, '-o', `end-${file}`, ...flags));
    expect(run.stderr).toMatch(message);
    expect(run.code).toBe(code);
    if (code === 1) expect(await readdir(folder.path(''))).not.toContain(`end-${file}`);
  });

  it.each([
    ['mjs', 'used'],
    ['cjs', 'unused'],
  ])('where trainingData is opened, used or not, and not closed (%s, %s)', async (kind, use) => {
    const body = `
      const tokenizer = trainTokenizer(['a red square']);
      const data = await trainingData({ source: 'pairs.csv', tokenizer, imageSize: 8, batchSize: 2 });
      if (process.argv[2] === 'used') await data.batchesFrom(0).next();
      console.log(data.size);`;
    const code =
      kind === 'mjs'
        ? `import '@tensorflow/tfjs-backend-cpu'; import { trainTokenizer } from '@slipform/clip'; import { trainingData } from '@slipform/clip/data';${body}`
        : `require('@tensorflow/tfjs-backend-cpu'); const { trainTokenizer } = require('@slipform/clip'); const { trainingData } = require('@slipform/clip/data'); (async () => {${body}})();`;
    folder.file(`open.${kind}`, code);
    expect(await ended(start(folder.path(`open.${kind}`), use))).toEqual({
      code: 0,
      stdout: '4\n',
      stderr: '',
    });
  });
});
