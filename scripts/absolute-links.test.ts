import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { strayLinks, withAbsoluteLinks } from './publish/absolute-links.mjs';
// @ts-expect-error a script without types
import { checkMetadata, pack } from './publish/pack.mjs';

const manifest = {
  repository: { url: 'git+https://github.com/someone/slipform.git', directory: 'packages/plant' },
};
const page = 'https://github.com/someone/slipform/blob/HEAD';
const bytes = 'https://raw.githubusercontent.com/someone/slipform/HEAD';

it.each([
  ['[a guide](docs/a.md#part)', `[a guide](${page}/packages/plant/docs/a.md#part)`],
  [
    '[`clip`](../clip) and [x](../../docs/x.md)',
    `[\`clip\`](${page}/packages/clip) and [x](${page}/docs/x.md)`,
  ],
  ['![seen](docs/a.png)', `![seen](${bytes}/packages/plant/docs/a.png)`],
  ['[![seen](a.png)](a.md)', `[![seen](${bytes}/packages/plant/a.png)](${page}/packages/plant/a.md)`],
  ['<img src="a.svg">', `<img src="${bytes}/packages/plant/a.svg">`],
  ['<source srcset="docs/a.svg">', `<source srcset="${bytes}/packages/plant/docs/a.svg">`],
])('makes %s absolute', (text, expected) => {
  expect(withAbsoluteLinks(text, manifest)).toBe(expected);
});

it.each(['[x](#here)', '[x](https://example.org/a)', '`[x](a.md)`', '```md\n[x](a.md)\n```\n'])(
  'leaves %s',
  (text) => {
    expect(withAbsoluteLinks(text, manifest)).toBe(text);
  },
);

const held = ['AGENTS.md', 'docs/b.md', 'docs/seen.svg'];

it.each([
  ['[b](b.md#part) ![seen](seen.svg)', '[b](b.md#part) ![seen](seen.svg)'],
  ['[c](c.md#part)', `[c](${page}/packages/plant/docs/c.md#part)`],
  ['[clip](../../clip/docs/speed.md)', `[clip](${page}/packages/clip/docs/speed.md)`],
  ['[up](../AGENTS.md)', '[up](../AGENTS.md)'],
  ['![seen](large.png)', `![seen](${bytes}/packages/plant/docs/large.png)`],
])('of a page in docs/, leaves what the tarball holds and makes the rest absolute: %s', (text, expected) => {
  expect(withAbsoluteLinks(text, manifest, 'docs/a.md', held)).toBe(expected);
  expect(strayLinks(expected, 'docs/a.md', held)).toEqual([]);
});

it('finds links that lead nowhere in the tarball', () => {
  const text = '[b](b.md) [c](c.md) `[d](d.md)` <img src="e.png">';
  expect(strayLinks(text, 'docs/a.md', held)).toEqual(['docs/a.md: c.md', 'docs/a.md: e.png']);
});

it('packs a package with its pages, and misses one that is not packed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slipform-pack-'));
  try {
    const tarball = await pack('cement-loss', folder);
    expect(tarball.paths).toEqual(expect.arrayContaining(['README.md', 'AGENTS.md', 'docs/inside.md']));
    await checkMetadata('cement-loss', tarball);
    const paths = tarball.paths.filter((path: string) => path !== 'docs/inside.md');
    await expect(checkMetadata('cement-loss', { ...tarball, paths })).rejects.toThrow(
      'missing: docs/inside.md',
    );
    await expect(checkMetadata('cement-loss', { ...tarball, stray: ['AGENTS.md: gone.md'] })).rejects.toThrow(
      'links that lead nowhere in the tarball: AGENTS.md: gone.md',
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
