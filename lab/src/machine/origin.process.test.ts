import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findOrigin } from './origin';

let folder: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-origin-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('says the commit, and whether a file of it was changed; of no repository nothing', async () => {
  expect(await findOrigin(folder)).toMatchObject({ commit: null, changed: null });
  git('init', '-q');
  writeFileSync(join(folder, 'one.ts'), '1');
  git('add', '.');
  git('commit', '-qm', 'one');
  writeFileSync(join(folder, 'rows.jsonl'), 'not of the commit');
  expect(await findOrigin(folder)).toMatchObject({
    commit: expect.stringMatching(/^[0-9a-f]{12}$/),
    changed: false,
  });
  writeFileSync(join(folder, 'one.ts'), '2');
  expect(await findOrigin(folder)).toMatchObject({ changed: true });
});
