// What programs that read for people find on the site: llms.txt, and the pages that it lists as Markdown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageNames } from '../package-names.mjs';
import { withAbsoluteLinks } from '../publish/absolute-links.mjs';
import { repositoryAddress, siteAddress, sitePages } from './pages.mjs';

/**
 * @param {string} root the repository's folder
 * @returns {Map<string, string>} the text of each file by its path on the site, which is that in the repository
 */
export function llmsFiles(root) {
  const pages = sitePages(root).filter(({ section, path }) => section === 'packages' || isGuide(path));
  const agents = packageNames.map((name) => `packages/${name}/AGENTS.md`);
  const held = [...agents, ...pages.map(({ path }) => path)];
  const repository = { url: repositoryAddress(root), directory: '' };
  const text = (path) =>
    withAbsoluteLinks(readFileSync(join(root, path), 'utf8'), { repository }, path, held);
  return new Map([['llms.txt', llmsText(root, pages)], ...held.map((path) => [path, text(path)])]);
}

const isGuide = (path) => /^(docs\/[^/]+|integrations\/python\/README)\.md$/.test(path);

const isFirst = ({ section }) => Number(section === 'start');

function llmsText(root, pages) {
  const address = siteAddress(root);
  const entry = ({ title, path, lead }) => `- [${title}](${address}${path})${lead && `: ${lead}`}`;
  const packages = packageNames.map((name) => {
    const { description } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
    return entry({ title: `@slipform/${name}`, path: `packages/${name}/AGENTS.md`, lead: description });
  });
  const { description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const guides = pages.filter(({ path }) => isGuide(path)).sort((a, b) => isFirst(b) - isFirst(a));
  const reference = pages
    .filter(({ section }) => section === 'packages')
    .map((page) => ({
      ...page,
      title: page.parent ? `${page.path.split('/')[1]}: ${page.title}` : page.title,
    }));
  return [
    `# Slipform\n\n> ${description}`,
    'Each package has an AGENTS.md, in its tarball too: what it is for, calls that work, traps.',
    `## Packages\n\n${packages.join('\n')}`,
    `## Guides\n\n${guides.map(entry).join('\n')}`,
    `## Reference\n\n${reference.map(entry).join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}
