import { quoted } from '@slipform/kit/text/printable';
import { Objection } from './objection';
import type { SvgElement } from './scan-svg';

const words = (list: string) => new Set(list.trim().split(/\s+/));

/** What a drawing may have. It shows shapes; none of it runs, loads, or reaches beyond the drawing. */
const elements = words(`
  svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc
  linearGradient radialGradient stop clipPath mask pattern marker animate animateTransform animateMotion mpath set
  filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feOffset`);

/** Those whose text is words. Elsewhere there is none. */
const withText = words('text tspan title desc');

/** Attributes that name a part of the drawing, `url(#a)`. */
const namingAttributes = words(
  'fill stroke clip-path mask filter marker marker-start marker-mid marker-end style',
);

const attributes = words(`
  id class role version viewBox preserveAspectRatio overflow transform transform-origin gradientTransform patternTransform
  x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points width height dx dy rotate offset path
  fill-opacity fill-rule stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity stroke-width opacity color stop-color stop-opacity clip-rule paint-order vector-effect display visibility
  color-interpolation color-interpolation-filters color-rendering shape-rendering text-rendering image-rendering
  mix-blend-mode isolation enable-background mask-type
  gradientUnits spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits
  markerUnits markerWidth markerHeight refX refY orient filterUnits primitiveUnits
  in in2 result stdDeviation edgeMode flood-color flood-opacity mode operator k1 k2 k3 k4 values type tableValues slope
  intercept amplitude exponent
  attributeName attributeType begin end dur min max restart repeatCount repeatDur calcMode keyTimes keySplines keyPoints
  from to by additive accumulate
  font-family font-size font-style font-weight text-anchor dominant-baseline letter-spacing word-spacing xml:space`);

/** Whether a drawing may have an attribute of this name; its value is another question. */
const isKnownAttribute = (name: string) =>
  attributes.has(name) || namingAttributes.has(name) || /^(?:data|aria)-[\w.-]+$/.test(name);

/** What only holds names and words. */
const plainAttributes = /^(?:id|class|role|result|in2?|font-family|(?:data|aria)-.*)$/;

const namespaces: Readonly<Record<string, string>> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:svg': 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
};

/**
 * What an animation may change: nothing that names an address or a style. No attribute that ends in a digit does either;
 * a set of Iconify has such names by an exporter's slip.
 */
const isAnimated = (name: string) =>
  /^[\w-]+\d$/.test(name) ||
  name === 'fill' ||
  name === 'stroke' ||
  (attributes.has(name) && !/^(?:id|class|role|version|attribute|xml)/.test(name));

/** Functions of colours, transforms and filters. */
const functions = words(
  'rgb rgba hsl hsla matrix translate translateX translateY scale scaleX scaleY rotate skewX skewY blur',
);

/** `url(#a)`, or with quotes. */
const part = /url\(\s*(["']?)#([^"'()\\\s]+)\1\s*\)/gi;

/** The identifiers that a value of an attribute names by `url(#…)`. */
export function namedParts(value: string): readonly string[] {
  return value.includes('(') ? [...value.matchAll(part)].map(([, , id]) => id!) : [];
}

/** The identifier that `href` names; undefined for an element without one. */
export function hrefOf({ attributes: own }: SvgElement): string | undefined {
  const target = own.get('href') ?? own.get('xlink:href');
  return target?.startsWith('#') ? target.slice(1) : undefined;
}

/**
 * Lets a drawing pass that has only elements and attributes of the lists above.
 *
 * @throws {Objection} for one that has others, or that names what lies outside of it
 */
export function checkElements(children: SvgElement['children'], parent = ''): void {
  for (const child of children) {
    if (typeof child === 'string') {
      if (!withText.has(parent))
        throw new Objection(`it has text outside of <text>: ${quoted(child.trim(), 40)}`);
      continue;
    }
    const { name, attributes: own } = child;
    if (!elements.has(name)) {
      throw new Objection(`it has the element <${name.slice(0, 40)}>, which a drawing may not have`);
    }
    // A page reads what is in them as HTML.
    if (parent === 'title' || parent === 'desc') throw new Objection(`it has <${name}> in <${parent}>`);
    for (const [key, value] of own) checkAttribute(name, key, value);
    checkElements(child.children, name);
  }
}

function checkAttribute(element: string, name: string, value: string): void {
  if (Object.hasOwn(namespaces, name)) {
    if (value === namespaces[name]) return;
    throw new Objection(`it has the namespace ${quoted(value, 40)}`);
  }
  if (name === 'href' || name === 'xlink:href') {
    if (/^#[^\s"'()<>\\]+$/.test(value)) return;
    throw new Objection(`it names what lies outside of it: ${quoted(value, 40)}`);
  }
  if (!isKnownAttribute(name)) {
    throw new Objection(`it has the attribute ${name.slice(0, 40)}, which a drawing may not have`);
  }
  if (plainAttributes.test(name)) return;
  if (name === 'attributeName' && !isAnimated(value)) {
    throw new Objection(`it animates ${quoted(value, 40)}, which a drawing may not`);
  }
  const isStyle = name === 'style';
  if (!isStyle && !value.includes('(') && !value.includes('\\')) return;
  const rest = namingAttributes.has(name) ? value.replace(part, '') : value;
  const called = [...rest.matchAll(/([-\w\u0080-\uffff]*)\s*\(/g)].find(([, word]) => !functions.has(word!));
  if (called || rest.includes('\\') || (isStyle && /@|\/\*|[{}]/.test(rest))) {
    throw new Objection(
      `it has ${called ? `${quoted(called[0], 30)} in ` : ''}${name}=${quoted(value, 40)} of <${element}>`,
    );
  }
}
