/**
 * The first page of a section: what it holds, each with its first sentence.
 *
 * @param {import('./sections.mjs').Section} section
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
