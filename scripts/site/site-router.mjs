import { KindRouter, ReflectionKind } from 'typedoc';

/** Addresses: a page of Markdown lies where it lies in the repository, the functions lie below api/. */
export class SiteRouter extends KindRouter {
  getIdealBaseName(reflection) {
    if (reflection.kindOf(ReflectionKind.Document)) return reflection.frontmatter.address;
    return `api/${super.getIdealBaseName(reflection)}`;
  }

  buildPages(project) {
    const pages = super.buildPages(project);
    const api = pages.find(({ url }) => url === 'modules.html');
    api.url = 'api.html';
    this.fullUrls.set(project, api.url);
    return pages;
  }
}

/** @param {string} path a page of Markdown in the repository, as "packages/clip/README.md" */
export const addressOf = (path) => path.replace(/\.md$/, '').replace(/(^|\/)README$/, '$1index');
