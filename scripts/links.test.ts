import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((page) => existsSync(join(root, page)) && !page.startsWith('.changeset/'));

const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = textOf(page)
    .replace(/^```[\s\S]*?^```/gm, '')
    .matchAll(/^#+ (.+)$/gm);
  return [...headings].map(({ 1: heading = '' }) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

/** The links of a page that lead nowhere: a file that is not there, or a heading that the page has not. */
function brokenLinks(page: string): string[] {
  const text = withoutCode(textOf(page));
  const links = [...text.matchAll(/(?<=\]\()[^()\s]+(?=\))|(?<=(?:href|src|srcset)=")[^"]+(?=")/g)].map(
    ([link]) => link,
  );
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(root, page) : resolve(root, dirname(page), path);
    if (!existsSync(target)) return true;
    if (anchor === undefined) return false;
    const file = target.endsWith('.md') ? target : join(target, 'README.md');
    return !existsSync(file) || !anchorsOf(relative(root, file)).includes(anchor);
  });
}

it('finds the pages', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'packages/clip/README.md']));
});

describe.each(pages)('%s', (page) => {
  it('has only links that lead somewhere in this repository', () => {
    expect(brokenLinks(page)).toEqual([]);
  });
});

it('lists every decision in the index', () => {
  const folder = join(root, 'docs', 'decisions');
  const index = readFileSync(join(folder, 'README.md'), 'utf8');
  for (const file of readdirSync(folder)) {
    if (basename(file) !== 'README.md') expect(index).toContain(`](${file})`);
  }
});

it('lists every recipe in CONTRIBUTING.md', () => {
  for (const file of readdirSync(join(root, 'contributing'))) {
    expect(textOf('CONTRIBUTING.md')).toContain(`](contributing/${file})`);
  }
});

it('lists every example in the index', () => {
  const index = textOf('examples/README.md');
  const examples = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(join(root, 'examples', entry.name, 'README.md')),
  );
  expect(examples.length).toBeGreaterThan(5);
  for (const { name } of examples) expect(index).toContain(`](${name})`);
});

it('names in FEATURES.md files that are there', () => {
  const names = [...textOf('FEATURES.md').matchAll(/`([\w./*-]+)`/g)].map(({ 1: name = '' }) => name);
  const paths = names.filter(
    (name) => /\/|\.test\.ts$/.test(name) && !/^(application|text|image)\//.test(name),
  );
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  }).split('\n');
  const isThere = (path: string): boolean => {
    const pattern = new RegExp(
      `(^|/)${path.replace(/[.]/g, '\\.').replaceAll('*', '[\\w-]+')}${path.endsWith('/') ? '' : '$'}`,
    );
    return files.some((file) => pattern.test(file));
  };
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});
