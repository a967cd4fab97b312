#!/usr/bin/env node
// Finds links, anchors and pictures of a built site that lead nowhere, and what its pages would load from elsewhere.
// Usage: node scripts/site/check-links.mjs [FOLDER]     by default site/; exits 1 if it finds something.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

/** The playground is a page of its own with tests of its own; here it only has to be there. */
const apart = /^playground\//;

/**
 * @param {string} folder the built site
 * @returns {{ pages: number, links: number, problems: string[] }}
 */
export function checkLinks(folder) {
  const pages = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.html') && !apart.test(path))
      .sort()
      .map((path) => [path, readPage(readFileSync(join(folder, path), 'utf8'))]),
  );
  const problems = [];
  let links = 0;
  for (const [path, { targets }] of pages) {
    for (const target of targets) {
      links++;
      const problem = problemOf(target, path, folder, pages);
      if (problem) problems.push(`${path}: ${target.address} ${problem}`);
    }
  }
  return { pages: pages.size, links, problems: [...new Set(problems)] };
}

/** The anchors of a page, and where it leads or what it loads. A `<` of the text is escaped, so each one begins a tag. */
function readPage(html) {
  const anchors = new Set();
  const targets = [];
  for (const [tag, name] of html.matchAll(/<([a-z][a-z0-9]*)\b[^>]*>/gi)) {
    for (const [, attribute, value] of tag.matchAll(/\s(id|href|src|srcset)="([^"]*)"/g)) {
      const text = value.replaceAll('&amp;', '&');
      if (attribute === 'id') anchors.add(text);
      else if (attribute === 'srcset')
        for (const each of text.split(','))
          targets.push({ address: each.trim().split(/\s/)[0], loads: true });
      else targets.push({ address: text, loads: attribute === 'src' || name === 'link' });
    }
  }
  return { anchors, targets };
}

function problemOf({ address, loads }, page, folder, pages) {
  if (/^(https?:)?\/\//.test(address)) return loads ? 'is loaded from elsewhere' : undefined;
  if (/^(data|mailto):/.test(address)) return undefined;
  if (/^[a-z]+:|^\//.test(address)) return 'is no relative address';
  const [, path = '', anchor] = address.match(/^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/);
  let target = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path));
  if (target.startsWith('..')) return 'leaves the site';
  if (!existsSync(join(folder, target))) return 'is not there';
  if (statSync(join(folder, target)).isDirectory()) target = posix.join(target, 'index.html');
  if (!existsSync(join(folder, target))) return 'is a folder without a page';
  if (!anchor || !pages.has(target)) return undefined;
  return pages.get(target).anchors.has(decodeURIComponent(anchor))
    ? undefined
    : 'is an anchor that is not there';
}

if (process.argv[1] === import.meta.filename) {
  const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..', '..', 'site'));
  const { pages, links, problems } = checkLinks(folder);
  for (const problem of problems) console.error(problem);
  if (pages === 0) console.error(`${folder} holds no page; npm run site builds the site.`);
  console.log(`${pages} pages, ${links} links, ${problems.length} of them broken`);
  if (pages > 0) console.log('npm run site:open shows the site; opened as a file, it has no playground.');
  process.exitCode = pages > 0 && problems.length === 0 ? 0 : 1;
}
