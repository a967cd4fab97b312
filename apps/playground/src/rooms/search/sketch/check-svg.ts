/** Larger files are not read. An icon has a few thousand bytes. */
const mostBytes = 2_000_000;
/** Elements that are drawn, each as often as it is used. An icon has some dozens, an emoji some hundreds. */
const mostDrawn = 10_000;
/** Elements within each other, with those that they refer to. */
const deepest = 64;
/** What the steps of a filter cost, in elements; others are refused, since one alone may take seconds. */
const filterStep = 100;
/** A line of dashes may have a million of them. */
const dashes = 200;

const svg = 'http://www.w3.org/2000/svg';
/** Does not belong in a still picture, and is left out. */
const leftOut = 'script, animate, animateMotion, animateTransform, set, mpath, discard';
const plainFilters =
  /^fe(Blend|ColorMatrix|ComponentTransfer|Composite|DropShadow|Flood|Func[ABGR]|GaussianBlur|Merge|MergeNode|Offset)$/;
/** Is drawn once for the element that names it; anything else may pass to all elements within. */
const onceEach = /^(mask|clip-path|filter|href|xlink:href)$/;

interface Cost {
  readonly drawn: number;
  readonly depth: number;
}

/**
 * A drawing in SVG that a page can draw in a moment, without scripts and movement.
 *
 * The browser draws SVG in the page's own thread, where nothing can end it: so what is to be drawn is counted before, each
 * element as often as others use it. A drawing of two kilobytes may ask for billions.
 *
 * @throws one sentence, for what is no SVG, what a page may not read back (HTML within it), and what takes too long
 */
export async function checkedSvg(file: Blob): Promise<Blob> {
  if (file.size > mostBytes) throw fault(`is larger than ${mostBytes / 1e6} MB`);
  const text = await file.text();
  // Each may stand for many of another.
  if (/<!ENTITY/i.test(text)) throw fault('has entities of its own');
  // No handler of an event runs in what is parsed, but the page's policy would report each.
  const still = text.replace(/(\s)on([a-z]+\s*=)/gi, '$1data-on$2');
  const drawing = new DOMParser().parseFromString(still, 'image/svg+xml');
  if (drawing.querySelector('parsererror') !== null || drawing.documentElement.namespaceURI !== svg)
    throw new Error('The file is no picture that this browser reads; choose a PNG, JPEG, WebP, GIF or SVG.');
  for (const element of drawing.querySelectorAll(leftOut)) element.remove();
  const styles = stylesOf(drawing);
  const costs = new Map<Element, Cost | 'open'>();
  const costOf = (element: Element, level: number): Cost => {
    if (level > deepest) throw fault(`has more than ${deepest} elements within each other`);
    const known = costs.get(element);
    if (known === 'open') throw fault('has an element that holds itself');
    if (known !== undefined) {
      if (level + known.depth > deepest) throw fault(`has more than ${deepest} elements within each other`);
      return known;
    }
    costs.set(element, 'open');
    let [drawn, depth] = [ownCost(element), 1];
    const add = (other: Element, times: number) => {
      const cost = costOf(other, level + 1);
      drawn += times * cost.drawn;
      depth = Math.max(depth, 1 + cost.depth);
      if (drawn > mostDrawn) throw fault(`asks for more than ${mostDrawn.toLocaleString('en')} elements`);
    };
    for (const child of element.children) add(child, 1);
    const within = drawn;
    for (const { name, id } of referencesOf(element, styles)) {
      const other = drawing.getElementById(id);
      const ends = name.startsWith('marker') ? cornersOf(element) : 1;
      if (other !== null) add(other, onceEach.test(name) ? 1 : within * ends);
    }
    const cost = { drawn, depth };
    costs.set(element, cost);
    return cost;
  };
  costOf(drawing.documentElement, 1);
  return new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml' });
}

/** @throws for an element whose cost can't be counted */
function ownCost(element: Element): number {
  const { localName, namespaceURI } = element;
  if (localName === 'foreignObject' || namespaceURI === 'http://www.w3.org/1999/xhtml')
    throw new Error('The drawing holds HTML, which no page may read back; save it as a PNG and choose that.');
  if (localName.startsWith('fe') && namespaceURI === svg) {
    if (!plainFilters.test(localName)) throw fault(`has the filter ${localName}`);
    return filterStep;
  }
  let cost = 1;
  for (const { name, localName: own, value, prefix } of element.attributes) {
    // Editors keep what they like in attributes of their own.
    if (prefix !== null && prefix !== 'xlink') continue;
    if (own === 'href' && /^\s*data:image\/svg/i.test(value)) throw fault('holds another SVG as a picture');
    if (name === 'style' || /^(mask|clip-path|filter|fill|stroke|marker)/.test(name)) refuseStyle(value);
    if (/stroke-dasharray/.test(name === 'style' ? value : name)) cost += dashes;
  }
  return cost;
}

/** What would pass a reference on, or write it in another way. */
function refuseStyle(text: string): void {
  const found = /\\|\bvar\s*\(|\b(inherit|revert(-layer)?|unset)\b|\b(blur|drop-shadow)\s*\(/i.exec(text);
  if (found) throw fault(`has a style with “${found[0]}”`);
}

interface Reference {
  /** Of the attribute or property. */
  readonly name: string;
  readonly id: string;
}

type Styles = ReadonlyMap<Element, readonly Reference[]>;

/** What rules of the drawing's own style sheets let elements refer to. */
function stylesOf(drawing: Document): Styles {
  const styles = new Map<Element, Reference[]>();
  for (const { textContent } of drawing.querySelectorAll('style')) {
    refuseStyle(textContent);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(textContent);
    for (const rule of sheet.cssRules) {
      const references = declared(rule.cssText);
      if (references.length === 0 || rule instanceof CSSFontFaceRule) continue;
      if (!(rule instanceof CSSStyleRule) || rule.cssRules?.length > 0)
        throw fault('has rules of style within each other');
      for (const element of drawing.querySelectorAll(rule.selectorText))
        styles.set(element, [...(styles.get(element) ?? []), ...references]);
    }
  }
  return styles;
}

function declared(text: string): Reference[] {
  return [...text.matchAll(/([\w-]+)\s*:[^;:{}]*?url\(\s*["']?#([^"')\s]+)/gi)].map(([, name, id]) => ({
    name: name!.toLowerCase(),
    id: id!,
  }));
}

/** The elements that one refers to, by `href`, an attribute or a style. */
function referencesOf(element: Element, styles: Styles): Reference[] {
  const found = [...(styles.get(element) ?? [])];
  for (const { name, localName, value } of element.attributes) {
    if (localName === 'href' && value.trim().startsWith('#')) {
      found.push({ name, id: value.trim().slice(1) });
    } else if (name === 'style') found.push(...declared(value));
    else found.push(...declared(`${name}:${value}`));
  }
  return found;
}

/** How many corners a line has at most, at each of which a marker stands. */
function cornersOf(element: Element): number {
  const numbers = (element.getAttribute('d') ?? element.getAttribute('points') ?? '').match(/[a-z]|[\d.]+/gi);
  // A group passes its markers to the lines in it, which are not counted one by one.
  return element.children.length > 0 ? mostDrawn : (numbers?.length ?? 1);
}

function fault(what: string): Error {
  return new Error(`The drawing ${what}, which may hold up this page; save it as a PNG and choose that.`);
}
