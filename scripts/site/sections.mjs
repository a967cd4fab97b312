// What the site is divided into. A page of Markdown belongs to the first section that takes its path.

/** @typedef {{ id: string, title: string, lead: string, takes: RegExp }} Section */

/** @type {readonly Section[]} */
export const sections = [
  {
    // Its first page is the front page.
    id: 'start',
    title: 'Start',
    lead: '',
    takes: /^docs\/getting-started\.md$/,
  },
  {
    id: 'project',
    title: 'Project',
    lead: 'How Slipform is built, tested and released, and why things are as they are.',
    takes: /^(CONTRIBUTING|FEATURES|SECURITY)\.md$|^(contributing|docs\/decisions|apps)\/|\/docs\/notes\//,
  },
  {
    id: 'findings',
    title: 'Findings',
    lead: 'What we measured, with intervals and with the command that printed each number. Results that went against us are here too.',
    takes: /^(docs\/findings\.md$|lab\/)/,
  },
  {
    id: 'guides',
    title: 'Guides',
    lead: 'Ways through several packages, and examples that run as they stand.',
    takes: /^(docs\/[^/]+$|integrations\/|examples\/)/,
  },
  {
    id: 'packages',
    title: 'Packages',
    lead: 'Take what you need; each installs by itself. Every package has its pages here and its functions under API.',
    takes: /^packages\//,
  },
];

/** The order of the header; the front page, the API and the playground stand among the sections. */
export const order = ['start', 'guides', 'packages', 'findings', 'api', 'playground', 'project'];

/** @param {string} path the path of a page in the repository */
export const sectionOf = (path) => sections.find(({ takes }) => takes.test(path));

/**
 * How much a page weighs in the search, where a function is 1: a word of its title more than the same word in the name of a
 * function, but how a thing is used comes before why it is so.
 *
 * @param {{ section: string, path?: string }} page
 */
export const weightOf = ({ section, path = '' }) =>
  path.startsWith('docs/decisions/') || path.includes('/notes/') ? 0.5 : section === 'project' ? 2 : 6;

/**
 * The first page of a section: what it holds, each with its first sentence.
 *
 * @param {Section} section
 * @param {readonly import('./pages.mjs').Page[]} pages those of the section
 */
export function sectionPage({ title, lead }, pages) {
  const below = (path) => pages.filter(({ parent }) => parent === path);
  const entries = below(undefined).map(({ path, title, lead }) => {
    const inner = below(path).map((page) => `<li><a href="${page.path}">${escaped(page.title)}</a></li>`);
    const list = inner.length ? `<ul class="site-below">${inner.join('')}</ul>` : '';
    return `<section class="site-entry"><h2><a href="${path}">${escaped(title)}</a></h2><p>${escaped(lead)}</p>${list}</section>`;
  });
  return `# ${title}\n\n<p class="site-lead">${escaped(lead)}</p>\n\n<div class="site-entries">\n${entries.join('\n')}\n</div>\n`;
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
