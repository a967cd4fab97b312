import { DefaultTheme, DefaultThemeRenderContext, JSX, ReflectionKind } from 'typedoc';
import { siteNavigation } from './navigation.mjs';
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
