import type { Drawable } from './icon-svg';

/** The longest body of Iconify's 238 sets has 362,727 characters; nine in ten have fewer than 2,000. */
const longestBody = 1_000_000;

/** A renderer reads a file that an `href` names. Only what lies within the drawing may be named, or a picture as data. */
const reference = /href\s*=\s*(["'])\s*(.*?)\1/gis;
const within = /^(#|data:image\/(png|jpe?g|gif|webp);)/i;

/** What a page could run where a drawing stands in its own markup. No drawing of Iconify's sets has any. */
const script = /<\s*(script|foreignobject|iframe)\b|\son[a-z]+\s*=|javascript:/i;

/** Why a drawing is not given to the renderer, a clause; undefined for one that may be drawn. */
export function objectionTo({ body, left, top, width, height }: Drawable): string | undefined {
  if (![left, top, width, height].every(Number.isFinite) || !(width > 0 && height > 0)) {
    return `its view box is empty or not of numbers: ${[left, top, width, height].join(' ')}`;
  }
  if (body.length > longestBody) {
    return `it has ${body.length} characters; at most ${longestBody} are drawn`;
  }
  if (script.test(body)) return 'it holds a script';
  for (const [, , target = ''] of body.matchAll(reference)) {
    if (!within.test(target)) return `it names what lies outside of it: ${target.slice(0, 60)}`;
  }
  return expansion(body) > mostElements
    ? `its parts use each other more than ${mostElements} times`
    : undefined;
}

const mostElements = 100_000;
const tag = /<(\/?)([a-z][\w:.-]*)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>/gi;

interface Part {
  /** Elements in it, without what they use. */
  elements: number;
  /** Identifiers that it uses. */
  readonly uses: string[];
}

/** How many elements a renderer sees once each `<use>` is what it uses. */
function expansion(body: string): number {
  if (!/<use\b/i.test(body)) return 0;
  const whole: Part = { elements: 0, uses: [] };
  const named = new Map<string, Part>();
  const open: Part[] = [whole];
  const isNamed: boolean[] = [];
  for (const [, isEnd, name, attributes = '', isEmpty] of body.matchAll(tag)) {
    if (isEnd) {
      if (isNamed.pop()) open.pop();
      continue;
    }
    const id = /\bid\s*=\s*["']\s*(.*?)\s*["']/is.exec(attributes)?.[1];
    const used = name === 'use' ? /href\s*=\s*["']\s*#(.*?)\s*["']/is.exec(attributes)?.[1] : undefined;
    const part: Part = { elements: 0, uses: [] };
    if (id !== undefined) named.set(id, part);
    const inside = id === undefined ? open : [...open, part];
    for (const each of inside) {
      each.elements += 1;
      if (used !== undefined) each.uses.push(used);
    }
    if (isEmpty) continue;
    isNamed.push(id !== undefined);
    if (id !== undefined) open.push(part);
  }
  return sizeOf(whole, named, new Map());
}

function sizeOf(part: Part, named: ReadonlyMap<string, Part>, known: Map<Part, number>): number {
  const before = known.get(part);
  if (before !== undefined) return before;
  // One that uses itself is no drawing.
  known.set(part, Number.POSITIVE_INFINITY);
  let size = part.elements;
  for (const id of part.uses) {
    const other = named.get(id);
    if (other !== undefined) size += sizeOf(other, named, known);
  }
  known.set(part, size);
  return size;
}
