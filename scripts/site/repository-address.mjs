import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
