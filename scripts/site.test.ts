import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { strayLinks } from './publish/absolute-links.mjs';
import { checkLinks } from './site/check-links.mjs';
import { llmsFiles } from './site/llms.mjs';
import { addressOf, siteAddress, sitePages } from './site/pages.mjs';
import { rewriteLinks } from './site/rewrite-links.mjs';
import { sectionOf, weightOf } from './site/sections.mjs';

const root = resolve(import.meta.dirname, '..');
const folders: string[] = [];

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipform-site-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the links of a built site', () => {
  it('are right where the page, the anchor and the picture are there', () => {
    const folder = folderOf({
      'index.html':
        '<a href="a/b.html#here">b</a><a href="a/">a</a><a href="https://x.org/">x</a><img src="p.svg">',
      'a/b.html': '<h2 id="here">b</h2><a href="../index.html">back</a><a href="#here">here</a>',
      'a/index.html': '<a href="../playground/index.html#/draw">draw</a>',
      'p.svg': '<svg/>',
      'playground/index.html': '<a href="nowhere.html">not looked at</a>',
    });
    expect(checkLinks(folder)).toEqual({ pages: 3, links: 7, problems: [] });
  });

  it.each([
    ['a page', '<a href="gone.html">x</a>', 'gone.html is not there'],
    ['an anchor', '<a href="index.html#gone">x</a>', 'index.html#gone is an anchor that is not there'],
    ['a picture', '<img alt="" src="gone.png">', 'gone.png is not there'],
    ['a picture for dark pages', '<source srcset="gone.png 2x">', 'gone.png is not there'],
    ['a page of its folder', '<a href="empty/">x</a>', 'empty/ is a folder without a page'],
    ['its folder', '<a href="../x.html">x</a>', '../x.html leaves the site'],
    ['a relative address', '<a href="/x.html">x</a>', '/x.html is no relative address'],
    ['its own files', '<img src="https://x.org/p.png">', 'https://x.org/p.png is loaded from elsewhere'],
  ])('are wrong without %s', (_, html, problem) => {
    const folder = folderOf({ 'index.html': html, 'empty/x.txt': '' });
    expect(checkLinks(folder).problems).toEqual([`index.html: ${problem}`]);
  });
});

describe('the links of a page of Markdown', () => {
  const site = {
    root,
    isPage: (path: string) => ['docs/pytorch.md', 'packages/clip/README.md'].includes(path),
    repository: 'https://example.org/slipform',
  };
  const rewritten = (text: string): string => rewriteLinks(text, 'docs/clusters.md', site);

  it.each([
    ['a page stays', '[a](pytorch.md#2-training)', '[a](pytorch.md#2-training)'],
    ['a folder with a page is that page', '[a](../packages/clip)', '[a](../packages/clip/README.md)'],
    ['a picture stays', '![a](../lab/docs/icons-premise.svg)', '![a](../lab/docs/icons-premise.svg)'],
    [
      'a file of the source is read in the repository',
      '[a](../packages/clip/src/index.ts)',
      '[a](https://example.org/slipform/blob/main/packages/clip/src/index.ts)',
    ],
    [
      'so is a folder',
      '<a href="../scripts">a</a>',
      '<a href="https://example.org/slipform/tree/main/scripts">a</a>',
    ],
    ['an address stays', '[a](https://x.org/y) [b](#here)', '[a](https://x.org/y) [b](#here)'],
    [
      'code stays',
      '`[a](../scripts)`\n```\n[a](../scripts)\n```',
      '`[a](../scripts)`\n```\n[a](../scripts)\n```',
    ],
  ])('%s', (_, text, expected) => {
    expect(rewritten(text)).toBe(expected);
  });

  it('must lead somewhere', () => {
    expect(() => rewritten('[a](gone.md)')).toThrow(
      'docs/clusters.md links to gone.md, which is not in the repository; correct the link.',
    );
  });
});

it('shows each page once, below its README, with a title and a sentence', () => {
  const pages = sitePages(root);
  const parentOf = (path: string) => pages.find((page) => page.path === path)?.parent;
  expect(pages.length).toBeGreaterThan(80);
  expect(new Set(pages.map(({ path }) => addressOf(path))).size).toBe(pages.length);
  expect(parentOf('packages/clip/docs/models.md')).toBe('packages/clip/README.md');
  expect(parentOf('contributing/release.md')).toBe('CONTRIBUTING.md');
  expect(parentOf('lab/pair-model/README.md')).toBe('lab/README.md');
  expect(parentOf('docs/findings.md')).toBeUndefined();
  for (const { path, title, lead, parent } of pages) {
    expect([path, title]).not.toContain('');
    // The first page of a section shows it.
    if (!parent) expect(lead).toMatch(/^\S.{20,}/);
    if (parent) expect(pages.map((page) => page.path)).toContain(parent);
  }
});

it('begins with how to get started, and finds how a thing is used before why it is so', () => {
  const pages = sitePages(root);
  expect(pages.filter(({ section }) => section === 'start').map(({ title }) => title)).toEqual([
    'Getting started',
  ]);
  const titles = pages.filter(({ section }) => section === 'guides').map(({ title }) => title);
  for (const word of [/cluster/i, /^PyTorch/]) expect(titles.some((title) => word.test(title))).toBe(true);
  const weight = (path: string) => weightOf({ section: sectionOf(path)!.id, path });
  expect(weight('docs/pytorch.md')).toBeGreaterThan(weight('CONTRIBUTING.md'));
  expect(weight('CONTRIBUTING.md')).toBeGreaterThan(weight('docs/decisions/0028-rooms.md'));
  expect(weight('packages/plant/docs/notes/any.md')).toBe(weight('docs/decisions/0028-rooms.md'));
});

it('ends its last section with the decisions', () => {
  const project = sitePages(root).filter(({ section, parent }) => section === 'project' && !parent);
  expect(project.map(({ path }) => path).at(-1)).toBe('docs/decisions/README.md');
});

it('has in llms.txt the AGENTS.md of each package, the guides and the pages, which are there as Markdown', () => {
  const files = llmsFiles(root);
  const text = files.get('llms.txt')!;
  expect(text).toMatch(/^# Slipform\n\n> \S.*\n/);
  const listed = [...text.matchAll(/^- \[.+?\]\((.+?)\)/gm)].map(([, address]) => address!);
  for (const address of listed) expect(address.startsWith(siteAddress(root))).toBe(true);
  const paths = listed.map((address) => address.slice(siteAddress(root).length));
  expect([...files.keys()].sort()).toEqual(['llms.txt', ...paths].sort());
  expect(paths.filter((path) => path.endsWith('/AGENTS.md'))).toHaveLength(
    readdirSync(join(root, 'packages')).length,
  );
  expect(paths).toEqual(expect.arrayContaining(['docs/getting-started.md', 'packages/clip/docs/data.md']));
  for (const [path, page] of files) {
    expect({ [path]: strayLinks(page, path, [...files.keys()]) }).toEqual({ [path]: [] });
  }
});

it('has in the README the address that follows from the repository', () => {
  const addresses =
    readFileSync(join(root, 'README.md'), 'utf8').match(/https:\/\/[\w.-]+\.github\.io\/[^)"]*/g) ?? [];
  expect(addresses).toEqual(expect.arrayContaining([siteAddress(root), `${siteAddress(root)}playground/`]));
  for (const address of addresses) expect(address.startsWith(siteAddress(root))).toBe(true);
});
