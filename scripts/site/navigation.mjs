/**
 * The tree of the side column: the places of the header, and below each its pages. A page stands below the README above it.
 *
 * @param {import('typedoc').ProjectReflection} project
 * @param {import('typedoc').NavigationElement[]} api TypeDoc's tree of the functions
 * @param {readonly { id: string, title: string, address: string }[]} places
 * @returns {import('typedoc').NavigationElement[]}
 */
export function siteNavigation(project, api, places) {
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
