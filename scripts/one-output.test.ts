import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Where files get their names: `writeFileWhole`, `withOutputFile`, `writeFolder`, and the lock. */
const home = 'internal/kit/src/files/';
/** What writes by itself, and why. */
const apart: Readonly<Record<string, string>> = {
  'examples/published-scores/compare.mjs': 'an example imports what its reader has',
  'lab/src/machine/pretrain.ts': 'keeps a folder of its own that PyTorch wrote, whole already',
  'lab/src/machine/train-once.ts': 'as above',
  'scripts/kept.mjs': 'puts its link in the place of one to what is gone, before anything is built',
  'scripts/tfjs-node/put-into.mjs':
    'puts a wheel of another project into node_modules, before anything is built',
  'scripts/tfjs-node/tensorflow.mjs': 'as above',
};
const calls = [
  /import \{[^}]*\b(rename|fsync|fdatasync|link)(Sync)?\b[^}]*\} from 'node:fs(\/promises)?'/,
  /\.(rename|fsync|fdatasync)(Sync)?\(/,
  /\.(data)?sync\(\)/,
  /'wx\+?'/,
];

it('gives files their names in one room of the kit', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.js'], {
    cwd: root,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .filter((file) => !file.startsWith(home) && !/\.test\.\w+$|^packages\/concreteness\/table\//.test(file));
  const found = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return calls.some((call) => call.test(text));
  });
  expect(found).toEqual(Object.keys(apart));
});
