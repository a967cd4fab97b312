import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputFormatOf } from './caption-format';

it.each([
  ['pairs.tsv', 'tsv'],
  ['pairs.JSONL.gz', 'jsonl'],
  ['pairs.txt', 'jsonl'],
  ['pairs', 'jsonl'],
  ['pairs.gz', 'jsonl'],
  ['folder.d/pairs', 'jsonl'],
  ['.pairs', 'jsonl'],
  ['-', 'jsonl'],
  ['/dev/null', 'jsonl'],
])('an output called %s is %s', (file, format) => {
  expect(outputFormatOf(file)).toBe(format);
});

it('refuses an ending that it does not know, unless it is that of a pipe', () => {
  expect(() => outputFormatOf('pairs.xyz')).toThrow(
    /cannot tell the format of pairs\.xyz by its ending \.xyz; end/,
  );
  if (process.platform === 'win32') return;
  const folder = mkdtempSync(join(tmpdir(), 'slipform-format-'));
  const pipe = join(folder, 'pairs.xyz');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  expect(outputFormatOf(pipe)).toBe('jsonl');
  rmSync(folder, { recursive: true });
});
