import { posix } from 'node:path';

const isRelative = (link) => !/^([a-z][a-z+.-]*:|[#/])/i.test(link);

/**
 * A page of a package as its tarball holds it: a relative link to what the tarball has not becomes an address in the
 * repository that `repository` names, and a picture the address of its bytes. npm's page shows the README with nothing
 * beside it: there every relative link becomes one.
 *
 * @param text the page
 * @param manifest the parsed package.json
 * @param path where the page lies in the package, as docs/formats.md
 * @param held the paths that the tarball holds
 */
export function withAbsoluteLinks(text, { repository }, path = 'README.md', held = []) {
  const address = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
  const bytes = address.replace('https://github.com/', 'https://raw.githubusercontent.com/');
  const stays = (link) =>
    !isRelative(link) || held.includes(posix.join(posix.dirname(path), link.replace(/#.*$/, '')));
  const inRepository = (link) => posix.join(repository.directory, posix.dirname(path), link);
  const page = (link) => (stays(link) ? link : `${address}/blob/HEAD/${inRepository(link)}`);
  const picture = (link) => (stays(link) ? link : `${bytes}/HEAD/${inRepository(link)}`);
  // Code stays as it is: what is between fences, or between single backticks.
  return text
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : links(part, page, picture)))
    .join('');
}

/** The links and pictures of a page that lead to nothing in its tarball and are no address either. */
export function strayLinks(text, path, held) {
  const stray = [];
  const look = (link) => {
    const target = posix.join(posix.dirname(path), link.replace(/#.*$/, ''));
    if (isRelative(link) && !held.includes(target)) stray.push(`${path}: ${link}`);
    return link;
  };
  for (const [index, part] of text.split(code).entries()) if (index % 2 === 0) links(part, look, look);
  return stray;
}

const code = /(^```[\s\S]*?^```|`[^`\n]+`(?!\]))/m;

const links = (text, page, picture) =>
  text
    .replace(/(!\[[^\]]*\]\()([^()\s]+)\)/g, (_, before, link) => `${before}${picture(link)})`)
    .replace(/(\]\()([^()\s]+)\)/g, (_, before, link) => `${before}${page(link)})`)
    .replace(/\b(src|srcset)="([^"\s]+)"/g, (_, name, link) => `${name}="${picture(link)}"`)
    .replace(/\bhref="([^"\s]+)"/g, (_, link) => `href="${page(link)}"`);
