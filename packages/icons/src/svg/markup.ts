import type { SvgElement } from './scan-svg';
import { elementsOf } from './why-not-drawn';
import { xmlOf } from './xml-text';

/**
 * A drawing as markup within another document. It is written anew from its elements, so that a page finds in it what was
 * checked and nothing else. Each `id`, and what names one, begins with `prefix`: two drawings of one document may both have
 * a gradient that is named `a`. Its titles are left out.
 *
 * @throws {Objection} as `elementsOf`
 */
export function ownMarkup(body: string, prefix: string): string {
  const elements = elementsOf(body);
  const ids = new Set<string>();
  const collect = (child: SvgElement | string) => {
    if (typeof child === 'string') return;
    const id = child.attributes.get('id');
    if (id !== undefined) ids.add(id);
    child.children.forEach(collect);
  };
  elements.forEach(collect);
  const own = (id: string) => (ids.has(id) ? prefix + id : id);

  function renamed(name: string, value: string): string {
    if (ids.size === 0) return value;
    if (name === 'id') return own(value);
    if (/href$/.test(name)) return `#${own(value.slice(1))}`;
    // An animation begins when another one ends: `a.end+1s`.
    if (name === 'begin' || name === 'end') {
      return value.replace(/(^|;\s*)([\w-]+)(?=\.)/g, (_, before, id) => before + own(id));
    }
    return value.replace(/(url\(\s*["']?#)([^"'()\s]+)/gi, (_, before, id) => before + own(id));
  }

  return elements.map((child) => markupOf(child, renamed)).join('');
}

/** An element or a text as XML, without titles; `written` may give an attribute another value. */
function markupOf(child: SvgElement | string, written = (_name: string, value: string) => value): string {
  if (typeof child === 'string') return xmlOf(child);
  const { name, attributes, children } = child;
  if (name === 'title' || name === 'desc') return '';
  const own = [...attributes].map(([key, value]) => ` ${key}="${xmlOf(written(key, value))}"`).join('');
  const inside = children.map((each) => markupOf(each, written)).join('');
  return inside === '' ? `<${name}${own}/>` : `<${name}${own}>${inside}</${name}>`;
}
