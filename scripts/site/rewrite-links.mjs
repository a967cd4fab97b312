// Links of a page of Markdown, as the site needs them: a page or a folder with one stays in the site, a picture is copied,
// and what else lies in the repository is read there.
import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

const picture = /\.(svg|png|webp|jpe?g|gif)$/;
const code = /(^ *```[\s\S]*?^ *```|`[^`\n]*`)/m;
const links = /(\]\(|(?:href|src|srcset)=")([^()\s"]+)(?=[)"\s])/g;

/**
 * @param {string} text the page
 * @param {string} path its path in the repository
 * @param {{ root: string, isPage: (path: string) => boolean, repository: string }} site
 */
export function rewriteLinks(text, path, site) {
  const outside = text.split(new RegExp(code, 'gm'));
  // split() puts what the group matched, the code, at odd places.
  return outside
    .map((part, i) =>
      i % 2 ? part : part.replace(links, (_, before, link) => before + rewritten(link, path, site)),
    )
    .join('');
}

function rewritten(link, path, { root, isPage, repository }) {
  if (/^([a-z]+:|#|\/)/.test(link)) return link;
  const [, target = '', anchor = ''] = link.match(/^([^#]*)(#.*)?$/);
  const found = posix.join(posix.dirname(path), decodeURI(target)).replace(/\/$/, '');
  if (found.startsWith('..') || !existsSync(join(root, found))) {
    throw new Error(`${path} links to ${link}, which is not in the repository; correct the link.`);
  }
  const readme = posix.join(found, 'README.md');
  if (isPage(found)) return link;
  if (isPage(readme)) return relativeTo(path, readme) + anchor;
  if (picture.test(found)) return link;
  const isFolder = statSync(join(root, found)).isDirectory();
  return `${repository}/${isFolder ? 'tree' : 'blob'}/main/${found === '.' ? '' : found}${anchor}`;
}

const relativeTo = (path, target) => posix.relative(posix.dirname(path), target);
