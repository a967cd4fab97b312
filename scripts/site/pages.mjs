// The pages of Markdown that the site shows: what git has, read and put in order.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { sectionOf } from './sections.mjs';

/**
 * @typedef {{ path: string, section: string, parent: string | undefined, title: string, lead: string, text: string }} Page
 *   `parent` is the README above a page, in the same section; `lead` is a sentence that says what it is.
 */

/** The README of the root is GitHub's front page; ours is front.md. AGENTS.md is there as it is: llms.mjs. */
const leftOut = /^README\.md$|^\.changeset\/|\/fixtures\/|\/AGENTS\.md$/;

/**
 * @param {string} root the repository's folder
 * @returns {Page[]} a README before the pages below it
 */
export function sitePages(root) {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  });
  const paths = files
    .trim()
    .split('\n')
    .filter((path) => !leftOut.test(path) && sectionOf(path) && existsSync(join(root, path)))
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'));
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const section = sectionOf(path).id;
    const parent = above(path, (each) => paths.includes(each) && sectionOf(each).id === section);
    return {
      path,
      section,
      parent,
      title: titleOf(path, text),
      lead: descriptionOf(root, path) ?? leadOf(text),
      text,
    };
  });
}

/** Sorted by it, a README comes before what stands beside and below it, and the decisions after all else. */
const keyOf = (path) => path.replace(/README\.md$/, ' ').replace(/^docs\/decisions\//, 'zz$&');

/** What stands below a page that is no README above it. */
const adopted = [
  [/^contributing\//, 'CONTRIBUTING.md'],
  [/\/docs\/notes\//, 'docs/decisions/README.md'],
];

function above(path, isPage) {
  const parent = adopted.find(([pages]) => pages.test(path))?.[1];
  if (parent) return parent;
  let folder = posix.dirname(path);
  if (posix.basename(path) === 'README.md') folder = posix.dirname(folder);
  for (; folder !== '.' && folder !== '/'; folder = posix.dirname(folder)) {
    if (isPage(`${folder}/README.md`)) return `${folder}/README.md`;
  }
  return undefined;
}

function titleOf(path, text) {
  const [, title] = text.match(/^# (.+)$/m) ?? [];
  if (!title) {
    throw new Error(`${path} has no title: a page of the site begins with a line "# Title"; write one.`);
  }
  return plain(title);
}

/** A package says in its package.json what it is. */
function descriptionOf(root, path) {
  const manifest = join(root, posix.dirname(path), 'package.json');
  if (posix.basename(path) !== 'README.md' || !existsSync(manifest)) return undefined;
  return JSON.parse(readFileSync(manifest, 'utf8')).description;
}

/** The first sentence of the first paragraph; no list, table, picture or code counts. */
function leadOf(text) {
  const paragraph = text
    .replace(/^```[\s\S]*?^```/gm, '')
    .split(/\n{2,}/)
    .find((each) => /^(["*_`]*\p{L}|\[)/u.test(each));
  const first = plain(paragraph ?? '').replace(/\s+/g, ' ');
  return (first.match(/^.+?[.?!](?=\s|$)/)?.[0] ?? first).replace(/:$/, '.');
}

/** @param {string} markdown */
const plain = (markdown) =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|`|(?<!\w)_|_(?!\w)|(?<!\w)\*|\*(?!\w))/g, '')
    .trim();

/** @param {string} path a page of Markdown in the repository, as "packages/clip/README.md" */
export const addressOf = (path) => path.replace(/\.md$/, '').replace(/(^|\/)README$/, '$1index');

/**
 * Where the repository is read on the web, from `repository` in the packages' package.json. Until it is public that is a
 * placeholder, which scripts/repository-placeholder.mjs knows.
 *
 * @param {string} root the repository's folder
 */
export function repositoryAddress(root) {
  const [folder] = readdirSync(join(root, 'packages')).sort();
  const { repository } = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
  return repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
}

/**
 * Where GitHub Pages shows the site: https://OWNER.github.io/NAME/.
 *
 * @param {string} root the repository's folder
 */
export function siteAddress(root) {
  const [, owner, name] = new URL(repositoryAddress(root)).pathname.split('/');
  return `https://${owner}.github.io/${name}/`;
}
