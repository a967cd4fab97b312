// With SLIPFORM_PYTHON alone: docs/pytorch.md from top to bottom, each block as it stands, in a copy of the clone made of links. The
// environment's packages and the clone's stand for the page's installation.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { describeWithPython, python } from '@slipform/kit/testing/python';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Block, blocksOf } from './page-blocks.js';

const root = resolve(import.meta.dirname, '..');
const extensions: Readonly<Record<string, string>> = { sh: 'sh', python: 'py', js: 'mjs' };
const commands: Readonly<Record<string, string>> = { sh: '. ./', python: 'python ', js: 'node ' };

describeWithPython('docs/pytorch.md', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'slipform-pytorch-'));
    for (const entry of readdirSync(root))
      if (!entry.startsWith('.') && entry !== 'tarballs') symlinkSync(join(root, entry), join(folder, entry));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs blocks one after the other, shell blocks in one shell; what they print, on either stream. Throws if one fails. */
  function run(blocks: readonly Block[]): string {
    const lines = blocks.map(({ language, code }, index) => {
      const file = `block-${index}.${extensions[language]}`;
      writeFileSync(join(folder, file), code.replaceAll(' && ', '\n'));
      return `${commands[language]}${file}`;
    });
    const script = ['exec 2>&1', 'set -eE -o pipefail', ...lines].join('\n');
    const { stdout, status } = spawnSync('bash', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: {
        ...process.env,
        HF_HUB_OFFLINE: '1',
        HF_DATASETS_CACHE: join(folder, 'cache'),
        PYTHONPATH: join(root, 'integrations/python/src'),
        PATH: [dirname(python!), process.env.PATH, join(root, 'node_modules/.bin')].join(delimiter),
      },
    });
    if (status !== 0) throw new Error(`exit ${status}: ${stdout.slice(-6000)}`);
    return stdout;
  }

  it('runs from top to bottom', () => {
    const blocks = blocksOf(readFileSync(join(root, 'docs/pytorch.md'), 'utf8'));
    const programs = blocks.filter(({ language }) => language !== '');
    for (const language of Object.keys(commands))
      expect(programs.map((block) => block.language)).toContain(language);
    const printed = run(programs);
    for (const { code } of blocks.filter(({ language }) => language === ''))
      for (const line of code.trim().split('\n'))
        expect(line === '…' || printed.includes(line), line).toBe(true);
    expect(printed).toMatch(/^test: [1-9]\d* of 100 captions have a negative/m);
    expect(printed).toMatch(/Train Epoch: 1 .*Hard_share: 0\.\d*[1-9]/);
    expect(printed).toMatch(/^largest difference 0\.0$/m);
    for (const made of [
      'negatives.jsonl',
      'natural.jsonl',
      'mixed/alpha-0.5',
      'curve.html',
      'for-transformers',
    ])
      expect(existsSync(join(folder, made)), made).toBe(true);
  });

  it('ends at a block that fails', () => {
    const failing = { sh: 'false', python: 'raise SystemExit(1)', js: 'process.exit(1)' };
    for (const [language, code] of Object.entries(failing)) {
      expect(() =>
        run([
          { language, code },
          { language: 'sh', code: 'echo on' },
        ]),
      ).toThrow('exit 1');
    }
  });
});
