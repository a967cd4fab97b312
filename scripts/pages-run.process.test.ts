import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Block, blocksOf } from './page-blocks.js';

// The commands and programs of these pages are run as they stand, page by page, in a copy of the clone made of links. What can't
// run here is marked, as page-blocks.ts reads it.
const pages = ['README.md', 'docs/getting-started.md', 'docs/installing-from-tarballs.md'];

const root = resolve(import.meta.dirname, '..');
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

/**
 * npm, without what takes minutes or the network: a script must exist, `pack` packs what is built, and `install` wants paths
 * that npm takes for files (it reads a/b.tgz as a repository of GitHub); the packages are then those of the clone.
 */
const npm = `
npm() {
  case "$1" in
    ci) ;;
    test | run)
      local script="$1"; [ "$1" = run ] && script="$2"
      node -e 'process.exit(process.argv[1] in require("./package.json").scripts ? 0 : 1)' "$script"
      if [ "$script" = pack ]; then shift 2; [ "$1" != -- ] || shift; node scripts/pack.mjs --built "$@"; fi ;;
    install)
      shift
      for each in "$@"; do
        case "$each" in
          ./*.tgz | ../*.tgz) test -f "$each" ;;
          *.tgz) echo "npm takes $each for a repository"; return 1 ;;
        esac
      done
      [ -e node_modules ] || ln -s "$CLONE/node_modules" node_modules ;;
    *) echo "npm $1 is not known here"; return 1 ;;
  esac
}
`;

/** Makes a model that open_clip could read, too. */
const makeModel = `
  import * as clip from '@slipform/clip';
  await clip.useBackend('cpu');
  const tower = { width: 16, layers: 1, heads: 2 };
  const tokenizer = clip.trainTokenizer(['a red square', 'a blue circle'], { contextLength: 8 });
  const text = { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: 8 };
  const model = clip.createClip({ embeddingSize: 8, image: { ...tower, imageSize: 16, patchSize: 8 }, text });
  await clip.createEncoder(model, tokenizer).save(process.argv[1]);`;

let folder: string;
let clone: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-pages-'));
  clone = join(folder, 'slipform');
  const args = ['--input-type=module', '--eval', makeModel, join(folder, 'my-model')];
  const { stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The clone, and files that a page speaks of as the reader's. */
function makeClone() {
  rmSync(clone, { recursive: true, force: true });
  mkdirSync(clone);
  for (const entry of readdirSync(root))
    if (!entry.startsWith('.') && entry !== 'tarballs') symlinkSync(join(root, entry), join(clone, entry));
  const captions = readFileSync(join(root, 'examples/captions.txt'), 'utf8').trim().split('\n');
  const annotations = captions.map((caption, id) => ({ id, image_id: id, caption }));
  writeFileSync(join(clone, 'captions.json'), JSON.stringify({ images: [], annotations }));
  symlinkSync(join(folder, 'my-model'), join(clone, 'my-model'));
  copyFileSync(join(root, 'packages/clip/fixtures/pictures/photo.jpg'), join(clone, 'photo.jpg'));
}

/** Runs commands of a page one after the other; what they print, on either stream. Throws if one fails. */
function runShell(blocks: readonly Block[]): string {
  const commands = blocks.map(({ code }) => code).join('\n');
  // A failed command before && does not end bash by itself.
  const script = `exec 2>&1\nset -eE -o pipefail\n${npm}\n${commands.replaceAll(' && ', '\n')}`;
  const { stdout, status } = spawnSync('bash', ['-c', script], {
    cwd: clone,
    encoding: 'utf8',
    // Commands of packages that are installed globally.
    env: {
      ...process.env,
      CLONE: clone,
      PATH: [process.env.PATH, join(clone, 'node_modules/.bin')].join(delimiter),
    },
  });
  if (status !== 0) throw new Error(`exit ${status}: ${stdout}`);
  return stdout;
}

/** The lines of a page's output that were not printed in this order; a line … stands for any. */
function notPrinted(shown: string, printed: string): string[] {
  const lines = printed.split('\n').map((line) => line.trimEnd());
  let at = 0;
  return shown.split('\n').filter((line) => {
    if (line === '' || line === '…') return false;
    const found = lines.indexOf(line, at);
    if (found < 0) return true;
    at = found + 1;
    return false;
  });
}

describe.each(pages)('%s', (page) => {
  const text = textOf(page);
  const blocks = blocksOf(text);
  const programs = blocks.filter(({ language }) => language === 'js');

  it('has commands that run as they stand, in this order, and print what it shows', () => {
    makeClone();
    const commands = blocks.filter(({ language }) => language === 'sh');
    expect(commands).not.toEqual([]);
    const printed = runShell(commands);
    const shown = blocks.filter(({ language }) => language === '').map(({ code }) => code);
    const missing = shown.flatMap((output) => notPrinted(output, printed));
    expect(missing, `printed was\n${printed.slice(0, 6000)}`).toEqual([]);
    const rows = [...text.matchAll(/^\| (An? [^|]*\.) \| ([^|]*\.) \|$/gm)];
    const made = rows.length > 0 ? readFileSync(join(clone, 'negatives.jsonl'), 'utf8') : '';
    for (const [, caption, negative] of rows)
      expect(made).toContain(`"caption":"${caption}","negative":"${negative}"`);
  });

  it.runIf(programs.length > 0)('has programs that run, and print what they say', () => {
    makeClone();
    const program = programs.map(({ code }) => code).join('\n');
    writeFileSync(join(clone, 'program.mjs'), program);
    const { stdout, stderr, status } = spawnSync(process.execPath, ['program.mjs'], {
      cwd: clone,
      encoding: 'utf8',
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const said = [...program.matchAll(/^\/\/ (.+)$/gm)].map(([, line]) => `${line}\n`).join('');
    expect(stdout).toBe(said);
  });
});

it('builds by npm run demo what the commands after it need', () => {
  const { scripts } = JSON.parse(textOf('package.json'));
  const [, bundle = ''] = /turbo (run bundle( --filter=\S+)+)/.exec(scripts.demo) ?? [];
  const args = ['turbo', ...bundle.split(' '), '--dry=json'];
  const { stdout } = spawnSync('npx', args, { cwd: root, encoding: 'utf8' });
  const tasks: { readonly taskId: string; readonly command: string }[] = JSON.parse(stdout).tasks;
  const built = tasks.filter(({ command }) => command.startsWith('tsup')).map(({ taskId }) => taskId);
  const used = textOf('README.md').match(/(?<=^npx slipform-)\w+/gm) ?? [];
  expect(used).toEqual(['plant', 'bench']);
  expect(built).toEqual(expect.arrayContaining(used.map((name) => `@slipform/${name}#bundle`)));
});

it('wants a reason of each block that is not run', () => {
  const block = '```sh\nfalse\n```\n';
  expect(blocksOf(`${block}`)).toHaveLength(1);
  expect(blocksOf(`<!-- not run: needs eight GPUs -->\n${block}`)).toEqual([]);
  expect(blocksOf(`*Not run in CI: needs eight GPUs.*\n${block}`)).toEqual([]);
  expect(() => blocksOf(`*Not run in CI.*\n${block}`)).toThrow();
  expect(() => blocksOf(`<!-- not run -->\n${block}`)).toThrow();
  expect(() => blocksOf(`<!-- not run: needs eight GPUs -->\n\n${block}`)).toThrow();
});

it('ends at a command that fails, and at a path that npm does not take for a file', () => {
  makeClone();
  const sh = (code: string) => runShell([{ language: 'sh', code }]);
  expect(() => sh('npm ci && npm run no-such-script')).toThrow();
  expect(() => sh('false && true\necho on')).toThrow();
  expect(() => sh('touch a.tgz; npm install a.tgz')).toThrow('for a repository');
  expect(() => sh('npm install ./no-such.tgz')).toThrow();
  expect(notPrinted('b\n…\nd\n', 'a\nb\nc\nd')).toEqual([]);
  expect(notPrinted('d\nb\n', 'a\nb\nc\nd')).toEqual(['b']);
});
