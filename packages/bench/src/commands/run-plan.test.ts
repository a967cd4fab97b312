import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planRun } from './run-plan';

const flags = { skipExisting: false, force: false };

test('a model of a folder, a URL or the hub is called after its folder or repository', () => {
  const models = ['my/clip/', 'hf:me/tiny', 'https://huggingface.co/me/small/resolve/main/'];
  const [part] = planRun(models, [], flags);
  expect(part!.models.map(({ name }) => name)).toEqual(['clip', 'tiny', 'small']);
});

test('the name of a URL holds no password and no signature', () => {
  const models = [
    'http://user:pw@host/',
    'https://pw@host/a/clip?key=pw',
    'https://u:pw@other/b/clip/?key=pw',
  ];
  const [part] = planRun(models, [], flags);
  expect(part!.models.map(({ name }) => name)).toEqual([
    'host',
    'https://host/a/clip',
    'https://other/b/clip/',
  ]);
});

test('only an output that stands for several files or a folder makes its folder, and the plan makes none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slipform-plan-'));
  try {
    const made = (output: string) =>
      planRun(['m'], [{ name: 'pairs', path: '' }], { ...flags, output: join(folder, output) }).map(
        ({ file, makesFolder }) => [file!.slice(folder.length + 1), makesFolder] as const,
      );
    expect(made('a/')).toEqual([[join('a', 'm.json'), true]]);
    expect(made('b/{model}-{benchmark}.json')).toEqual([[join('b', 'm-pairs.json'), true]]);
    expect(made('c/file.json')).toEqual([[join('c', 'file.json'), false]]);
    expect(existsSync(join(folder, 'a'))).toBe(false);
    await mkdir(join(folder, 'd'));
    for (const name of ['d/', 'd']) expect(made(name)).toEqual([[join('d', 'm.json'), true]]);
    expect(() => made('res')).toThrow(
      /-o must end with \/ for a folder of results, or be a file such as .*res\.json/,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
