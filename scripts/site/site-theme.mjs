import { DefaultTheme, DefaultThemeRenderContext, JSX, KindRouter, ReflectionKind } from 'typedoc';
import { order, sections } from './sections.mjs';

const h = JSX.createElement;

/** The places of the header, in order: name and address. */
const places = order.map((id) => {
  const titles = { start: 'Start', api: 'API', playground: 'Playground' };
  const addresses = { start: 'index.html', playground: 'playground/index.html' };
  const title = titles[id] ?? sections.find((section) => section.id === id).title;
  return { id, title, address: addresses[id] ?? `${id}.html` };
});

/** The place that a page belongs to. */
function placeOf(page) {
  if (page.url === 'index.html') return 'start';
  return page.model.kindOf(ReflectionKind.Document) ? page.model.frontmatter.section : 'api';
}

class SiteContext extends DefaultThemeRenderContext {
  constructor(...given) {
    super(...given);
    const { toolbar } = this;
    /** TypeDoc's header, with the places of the site in it. */
    this.toolbar = (page) => {
      const header = toolbar(page);
      const links = find(header, ({ props }) => props?.id === 'tsd-toolbar-links');
      links.tag = 'nav';
      links.props = { ...links.props, 'aria-label': 'Site' };
      links.children = this.placeLinks(page);
      return header;
    };
    /** The same places at the head of the side column, where a narrow window shows them. */
    this.sidebarLinks = () =>
      h('nav', { id: 'tsd-sidebar-links', 'aria-label': 'Site' }, ...this.placeLinks(this.page));
    this.breadcrumbs = (model) => this.trail(model);
    const { header } = this;
    this.header = (page) => [header(page), this.guideOf(page.model)];
  }

  placeLinks(page) {
    return places.map(({ id, title, address }) =>
      h(
        'a',
        { href: this.relativeURL(address), 'aria-current': placeOf(page) === id ? 'true' : undefined },
        title,
      ),
    );
  }

  /** On the list of a package's functions, the way to its pages. */
  guideOf(model) {
    const readme = model.project?.documents?.find(
      ({ name, frontmatter }) => name === model.name && frontmatter.section === 'packages',
    );
    if (!readme || model.kindOf(ReflectionKind.Document)) return undefined;
    return h(
      'p',
      null,
      'What it is for, and how it is used: ',
      h('a', { href: this.urlTo(readme) }, readme.name),
      '.',
    );
  }

  trail(model) {
    const above = [];
    for (let each = model.parent; each && !each.isProject(); each = each.parent) above.unshift(each);
    const place = places.find(({ id }) => id === placeOf(this.page));
    if (this.page.url === place.address) return h(JSX.Fragment, null);
    return h(
      'ul',
      { class: 'tsd-breadcrumb', 'aria-label': 'Breadcrumb' },
      h('li', null, h('a', { href: this.relativeURL(place.address) }, place.title)),
      ...above.map((each) => h('li', null, h('a', { href: this.urlTo(each) }, each.name))),
    );
  }
}

/** The first element of a tree that fits. */
function find(element, fits) {
  if (!element || typeof element !== 'object') return undefined;
  if (!Array.isArray(element) && fits(element)) return element;
  for (const child of Array.isArray(element) ? element : (element.children ?? [])) {
    const found = find(child, fits);
    if (found) return found;
  }
  return undefined;
}

export class SiteTheme extends DefaultTheme {
  ContextClass = SiteContext;

  buildNavigation(project) {
    const api = super.buildNavigation(project).filter(({ kind }) => kind !== ReflectionKind.Document);
    return siteNavigation(project, api, places);
  }
}

/**
 * The tree of the side column: the places of the header, and below each its pages. A page stands below the README above it.
 *
 * @param {import('typedoc').ProjectReflection} project
 * @param {import('typedoc').NavigationElement[]} api TypeDoc's tree of the functions
 * @param {readonly { id: string, title: string, address: string }[]} places
 * @returns {import('typedoc').NavigationElement[]}
 */
function siteNavigation(project, api, places) {
  const pages = project.documents
    .filter(({ frontmatter }) => frontmatter.path)
    .map(({ name, frontmatter }) => ({ name, ...frontmatter }));
  // TypeDoc writes "@slipform/clip - v0.1.0".
  const packages = api.map((each) => ({ ...each, text: each.text.replace(/ - v[\d.]+.*$/, '') }));

  const below = (section, parent) =>
    pages
      .filter((page) => page.section === section && page.parent === parent)
      .map(({ name, path, address }) => {
        const functions = packages.filter(({ text }) => section === 'packages' && text === name);
        const children = [
          ...below(section, path),
          ...functions.map((each) => ({ text: 'Functions (API)', path: each.path })),
        ];
        return { text: name, path: `${address}.html`, ...(children.length > 0 && { children }) };
      });

  const tree = places.map(({ id, title, address }) => {
    const children = id === 'api' ? packages : below(id, undefined);
    return { text: title, path: address, ...(children.length > 0 && { children }) };
  });
  return tree.map(withOverview);
}

/** A branch opens and closes; its own page is its first leaf. A link within what opens could not be reached by all. */
function withOverview({ path, kind, icon, children, ...rest }) {
  if (!children) return { ...rest, path, kind, icon };
  const inner = children.map(withOverview);
  return { ...rest, children: path ? [{ text: 'Overview', path }, ...inner] : inner };
}

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
