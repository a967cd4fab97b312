import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('keep-search runs, and has the start and a row for each part that is left out', async () => {
  const script = join(import.meta.dirname, 'keep-search', 'keep-search.mjs');
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, '--quick']);
  expect(stderr).toBe('');
  const rows = stdout.split('\n').filter((line) => /\d\.\d +[+−]\d+\.\d +\d+\.\d +[+−]\d+\.\d$/.test(line));
  expect(rows.map((row) => row.slice(0, 48).trim())).toEqual([
    'start',
    'recipe: swaps, margin 2, kept close',
    'kept close at weight 0.3',
    'not kept close',
    'not kept close, half way back to the start',
    'no margin',
    'no hard captions',
    'neither: the same pairs, InfoNCE',
    'own negatives beside InfoNCE',
    'every second step plain, in place of keeping',
  ]);
});
