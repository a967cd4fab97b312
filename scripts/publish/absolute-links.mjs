import { posix } from 'node:path';

const isRelative = (link) => !/^([a-z][a-z+.-]*:|[#/])/i.test(link);

/**
 * A package's README for npm's page and for node_modules, where nothing lies beside it: every relative link becomes an
 * address in the repository that `repository` names, and every picture the address of its bytes.
 *
 * @param text the README
 * @param manifest the parsed package.json
 */
export function withAbsoluteLinks(text, { repository }) {
  const address = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
  const bytes = address.replace('https://github.com/', 'https://raw.githubusercontent.com/');
  const inRepository = (link) => posix.join(repository.directory, link);
  const page = (link) => (isRelative(link) ? `${address}/blob/HEAD/${inRepository(link)}` : link);
  const picture = (link) => (isRelative(link) ? `${bytes}/HEAD/${inRepository(link)}` : link);
  // Code stays as it is: what is between fences, or between single backticks.
  return text
    .split(/(^```[\s\S]*?^```|`[^`\n]+`(?!\]))/m)
    .map((part, index) => (index % 2 === 1 ? part : links(part, page, picture)))
    .join('');
}

const links = (text, page, picture) =>
  text
    .replace(/(!\[[^\]]*\]\()([^()\s]+)\)/g, (_, before, link) => `${before}${picture(link)})`)
    .replace(/(\]\()([^()\s]+)\)/g, (_, before, link) => `${before}${page(link)})`)
    .replace(/\b(src|srcset)="([^"\s]+)"/g, (_, name, link) => `${name}="${picture(link)}"`)
    .replace(/\bhref="([^"\s]+)"/g, (_, link) => `href="${page(link)}"`);
