import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const bin = join(import.meta.dirname, '../../bin/slipform-lab.js');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-search-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const search = (...args: string[]) =>
  promisify(execFile)(process.execPath, [bin, 'search', ...args], { cwd: folder });

it('finds icons of a set that training never saw, and shows them on a page', async () => {
  const { stdout } = await search('lock', '--sets', 'octicon', '--count', '3');
  const ids = stdout.match(/octicon:\S+/g)!;
  expect(ids).toHaveLength(3);
  expect(ids.some((id) => id.includes('lock'))).toBe(true);
  const page = await readFile(join(folder, 'slipform-search.html'), 'utf8');
  for (const id of ids) expect(page).toContain(id);
});

it('prints JSON, and refuses a set that is not there in one sentence', async () => {
  const { stdout } = await search('--json', '--sets', 'octicon', 'open', 'lock');
  const found: readonly { id: string; by: string; similarity: number }[] = JSON.parse(stdout);
  expect(found).toHaveLength(10);
  const similarities = found.filter(({ by }) => by === 'meaning').map(({ similarity }) => similarity);
  expect(similarities.length).toBeGreaterThan(4);
  expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
  await expect(search('lock', '--sets', 'no-such-set')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no-such-set'),
  });
});

it('refuses a page in a folder that is not there before it draws', async () => {
  await expect(search('lock', '--sets', 'no-such-set', '--out', 'gone/a.html')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/--out must be in a folder that exists, got gone\/a\.html/),
  });
});
