import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainModule } from '@slipform/kit/testing/fault-commands';
import { meetRefusals, type Refusal } from '@slipform/kit/testing/meet-refusals';
import { type Ended, runHere } from '@slipform/kit/testing/run-here';
import { afterAll, beforeAll } from 'vitest';
import { runCommand } from './command';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin', 'slipform-clip.js');
let folder: string;

/** What a user's module does, in place of what it should. */
const unsaved = trainModule.replace(`'model'`, `'unsaved'`);
const loss = 'loss: (batch, options) => infoNceLoss(batch, options)';
const modules = {
  'plain.mjs': unsaved,
  'train.mjs': trainModule,
  'empty.mjs': '',
  'wide.mjs': Buffer.from('\uFEFFexport default {};', 'utf16le'),
  'syntax.mjs': 'export default {\n  steps: = 3,\n};\n',
  'throws.mjs': '\nexport default () => {\n  return x;\n};\n',
  'package.mjs': `import 'nowhere';`,
  'part.mjs': 'export default { model: 1 };',
  'no-tensor.mjs': unsaved.replace(loss, 'loss: () => 3'),
  'bad-loss.mjs': unsaved.replace(loss, `loss: () => { throw new Error('boom'); }`),
  'no-data.mjs': unsaved.replace(/data: .*/, 'data: [],'),
  'unknown.mjs': unsaved.replace('steps: 5', 'steps: 5, stepz: 6'),
  'no-steps.mjs': unsaved.replace('steps: 5', 'steps: 0'),
};

beforeAll(async () => {
  // Below the package, so that a bare import finds it as in a user's project.
  await mkdir(join(root, 'node_modules'), { recursive: true });
  folder = await mkdtemp(join(root, 'node_modules', '.refusals-test-'));
  await cp(join(root, 'fixtures', 'clip-tiny'), join(folder, 'model'), { recursive: true });
  for (const name of ['some.txt', 'some.png']) await writeFile(join(folder, name), 'x');
  for (const [name, text] of Object.entries(modules)) await writeFile(join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true }));

const run = (args: readonly string[]) => runHere('slipform-clip', runCommand, args, folder);
/** The built command, which runs a module of the user's. */
const start = (args: readonly string[]) =>
  new Promise<Ended>((done) => {
    execFile(process.execPath, [bin, ...args], { cwd: folder }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });

const long = 'x'.repeat(300);
const noUrl = "A model's URL must be a URL such as";

meetRefusals('slipform-clip', run, () => folder, [
  // Wrong usage.
  ['train', 2, "missing required argument 'config'"],
  ['tarin', 2, 'unknown command'],
  ['info x --jsn', 2, /^slipform-clip: unknown option '--jsn'/],
  [['train', 'x', '-o', ''], 2, "argument '' is invalid. It must be the path of a folder"],
  ['train x --steps many', 2, 'must be an integer of at least 1'],
  ['train x --steps 0', 2, 'must be an integer of at least 1'],
  ['embed x y -o z.npy --workers 1025', 2, "'1025' is invalid. It must be an integer from 0 to 1024"],
  ['train x --backend cuda', 2, "'cuda' is invalid. Allowed choices are cpu, wasm, webgpu, node"],
  // Models.
  ['info nowhere', 1, 'There is no folder nowhere; a model folder holds config.json'],
  ['info model/config.json', 1, /model.config\.json is a file; pass its folder/],
  [`info ${long}`, 1, /There is no folder x+|the name is too long/],
  ['info hf:clip', 1, 'A name at the hub must be hf:owner/name'],
  ['info hf:a/b@../../x', 1, 'hf:a/b: a revision must be a branch, a tag or a commit'],
  ...['http://[::1', 'http://', 'http://a b', 'http://%', 'http://127.0.0.1:99999/'].map(
    (url): Refusal => [['info', url], 1, new RegExp(`${noUrl} .*; correct it\\.$`, 'm')],
  ),
  ['info http://user:pw@127.0.0.1:1/', 1, 'must hold no user and no password: http://127.0.0.1:1/;'],
  ['embed http://% some.txt -o x.npy', 1, noUrl],
  ['zeroshot http://% some.png --classes a,b', 1, noUrl],
  // Inputs; one is no URL.
  ['embed model http://user:pw@host/a.tar -o x.npy', 1, 'http://host/a.tar'],
  ['embed model empty.mjs/x -o x.npy', 1, 'cannot read empty.mjs/x: a part of the path is no folder'],
  [`embed ${long} plain.mjs -o x.npy`, 1, 'cannot tell what'],
  // Modules that can't be read.
  ['train nowhere.mjs', 1, 'There is no file nowhere.mjs'],
  ['train empty.mjs/x', 1, 'cannot read empty.mjs/x: a part of the path is no folder'],
  ['train .', 1, /^slipform-clip: cannot read \.: it is a folder; name a file\.$/m],
  [`train ${long}`, 1, /cannot read x+…?: the name is too long/],
]);

// A process of its own tells the line of a module's error, and ends.
meetRefusals('slipform-clip', start, () => folder, [
  ['train bad-loss.mjs', 1, /^slipform-clip: bad-loss\.mjs:17: boom$/m],
  [`train plain.mjs --checkpoint-folder ${long} --checkpoint-every 2`, 1, 'the name is too long'],
]);

meetRefusals('slipform-clip', run, () => folder, [
  ['train empty.mjs', 1, 'must export as default'],
  ['train part.mjs', 1, 'must name `data`'],
  ['train syntax.mjs', 1, /^slipform-clip: syntax\.mjs:2: SyntaxError: Unexpected token/],
  ['train throws.mjs', 1, /^slipform-clip: throws\.mjs:3: x is not defined$/m],
  [
    'train package.mjs',
    1,
    /^slipform-clip: package\.mjs: Cannot find package 'nowhere' .*; install nowhere in the folder of the module\.$/m,
  ],
  ['train wide.mjs', 1, /^slipform-clip: wide\.mjs must be UTF-8, and is UTF-16; save it as UTF-8\.$/m],
  ['train no-tensor.mjs', 1, /^slipform-clip: no-tensor\.mjs: .*loss must return a scalar tensor, got 3/],
  ['train no-data.mjs', 1, /^slipform-clip: no-data\.mjs: trainClip: data held no batch/],
  ['train unknown.mjs', 1, /^slipform-clip: unknown\.mjs: there is no option "stepz"; .*steps.*tokenizer/],
  ['train no-steps.mjs', 1, /^slipform-clip: no-steps\.mjs: steps must be at least 1/],
  // Outputs.
  ['train plain.mjs --metrics-every 3', 2, '--metrics-every needs --metrics'],
  ['train train.mjs', 1, /^slipform-clip: model holds a model already \(config\.json, .*\);.*--force/],
  [
    'train train.mjs --resume',
    1,
    /model holds a model already .*; model.checkpoints holds no checkpoint to go on from: .*--force/,
  ],
  ['train plain.mjs -o empty.mjs', 1, 'cannot save the model in empty.mjs: empty.mjs is a file'],
  ['train plain.mjs --metrics unsaved', 1, 'cannot write the metrics to unsaved: it is the output folder'],
  [`train plain.mjs -o ${long}`, 1, 'the name is too long'],
  [`train plain.mjs --metrics ${long}.jsonl`, 1, 'the name is too long'],
]);
