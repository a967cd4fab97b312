import { hrefOf, namedParts } from './check-elements';
import { Objection } from './objection';
import type { SvgElement } from './scan-svg';

/** How much work a drawing is once each part stands wherever it is used. */
export interface DrawingCost {
  /** Elements that are drawn. */
  readonly elements: number;
  /** Characters of their attributes: of paths, above all. */
  readonly characters: number;
  /** Passes over the whole picture for see-through groups, clips, masks, patterns and filters. */
  readonly passes: number;
  /** Pictures that are held at once, of groups and filters within each other. */
  readonly layers: number;
  /** Dashes of its lines. */
  readonly dashes: number;
}

/**
 * What a drawing may cost at most. docs/drawing.md has what the drawings of Iconify cost.
 */
const maxCost: DrawingCost = {
  elements: 100_000,
  characters: 4_000_000,
  passes: 3000,
  layers: 64,
  dashes: 1_000_000,
};

const units: Readonly<Record<keyof DrawingCost, string>> = {
  elements: 'elements are drawn once each part stands wherever it is used',
  characters: 'characters are read once each part stands wherever it is used',
  passes: 'passes over the picture are needed for its groups, clips, masks, patterns and filters',
  layers: 'pictures of its groups and filters lie within each other',
  dashes: 'dashes are in its lines',
};

/** Parts that use parts: so many, one after another. */
const longestChain = 100;

/** What counts while parts are added up. */
interface Sum {
  elements: number;
  characters: number;
  passes: number;
  layers: number;
  /** Shapes, each of which is drawn with the colours and patterns of the groups around it. */
  shapes: number;
  /** Characters of the shapes' outlines: more than they have corners, where markers stand. */
  corners: number;
  /** No less than the length of the shapes' outlines. */
  length: number;
}

const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text']);
/** Not drawn where they stand. */
const hidden = new Set([
  ...[
    'defs',
    'symbol',
    'clipPath',
    'mask',
    'pattern',
    'marker',
    'filter',
    'linearGradient',
    'radialGradient',
  ],
  ...['title', 'desc'],
]);
const outlines = [
  'd',
  'points',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
];
const numbers = /(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/**
 * What it takes to draw a drawing, counted without drawing it. It is an upper bound: every shape may fill the picture.
 *
 * @throws {Objection} for a drawing whose parts use each other in a ring, and as soon as one of the limits is passed
 */
export function drawingCost(top: SvgElement['children'], most = maxCost): DrawingCost {
  const named = new Map<string, SvgElement[]>();
  let shortestDash = Number.POSITIVE_INFINITY;
  eachElement(top, (element) => {
    const id = element.attributes.get('id');
    if (id !== undefined) named.set(id, [...(named.get(id) ?? []), element]);
    for (const [name, value] of declarations(element)) {
      if (name !== 'stroke-dasharray') continue;
      const dash = sumOf(value);
      if (dash > 0) shortestDash = Math.min(shortestDash, dash);
    }
  });
  const known = new Map<SvgElement, Sum | undefined>();

  function refuseAbove(sum: Sum): void {
    for (const key of ['elements', 'characters', 'passes', 'layers'] as const) {
      // A sum that is no number is one of numbers beyond all bounds.
      if (!(sum[key] <= most[key])) throw tooMuch(key, sum[key], most);
    }
    const dashes = dashesOf(sum);
    if (!(dashes <= most.dashes)) throw tooMuch('dashes', dashes, most);
  }

  function dashesOf({ length }: Sum): number {
    return Number.isFinite(shortestDash) ? Math.round(length / shortestDash) : 0;
  }

  /** An element and all within it, as where it is used. */
  function costOf(element: SvgElement, chain: number): Sum {
    if (known.has(element)) {
      const before = known.get(element);
      if (before === undefined) throw new Objection('its parts use each other in a ring');
      return before;
    }
    if (chain > longestChain) throw new Objection(`its parts use each other more than ${longestChain} deep`);
    known.set(element, undefined);
    const sum = childrenOf(element, chain);
    const { name, attributes } = element;
    sum.elements += 1;
    for (const value of attributes.values()) sum.characters += value.length;
    if (shapes.has(name)) {
      sum.shapes += 1;
      sum.corners += (attributes.get('d') ?? attributes.get('points') ?? '').length + 4;
      if (Number.isFinite(shortestDash)) {
        for (const key of outlines) sum.length += 8 * sumOf(attributes.get(key) ?? '');
      }
    }
    let own = 0;
    const add = (id: string | undefined, times: number, layers = 0) => {
      for (const target of named.get(id ?? '') ?? []) {
        const more = costOf(target, chain + 1);
        sum.elements += times * more.elements;
        sum.characters += times * more.characters;
        sum.passes += times * more.passes;
        sum.length += times * more.length;
        if (layers === 0) {
          sum.shapes += times * more.shapes;
          sum.corners += times * more.corners;
        }
        own = Math.max(own, layers + more.layers);
      }
    };
    add(hrefOf(element), 1);
    sum.layers = Math.max(sum.layers, own);
    for (const [key, value] of declarations(element)) {
      if (/^(?:fill|stroke|marker.*)$/.test(key)) {
        const times = key.startsWith('marker') ? 3 * sum.corners : sum.shapes;
        for (const id of namedParts(value)) add(id, times, 1);
        sum.layers = Math.max(sum.layers, own);
      } else if (/mask|clip-path|filter/.test(key) && /\binherit\b/i.test(value)) {
        throw new Objection(`it has ${key}="inherit", whose cost can't be told`);
      }
    }
    let held = 0;
    for (const [key, value] of declarations(element)) {
      if (/^(?:fill|stroke|marker.*)$/.test(key)) continue;
      const parts = namedParts(value);
      for (const id of parts) add(id, 1, 2);
      const blurs = key === 'filter' ? value.split('blur').length - 1 : 0;
      if (parts.length > 0 || blurs > 0 || isGroup(key, value)) {
        held += 1;
        sum.passes += 1 + parts.length + 4 * blurs;
      }
    }
    sum.layers = Math.max(sum.layers + held, own + held);
    if (name === 'pattern' || name === 'mask' || name === 'clipPath') sum.passes += 1;
    if (name.startsWith('fe')) {
      sum.passes += /^fe(?:GaussianBlur|DropShadow)$/.test(name) ? 4 : 1;
      sum.layers += 1;
    }
    refuseAbove(sum);
    known.set(element, sum);
    return sum;
  }

  /** What is drawn of the elements in one. */
  function childrenOf({ name, children }: SvgElement, chain: number): Sum {
    const sum: Sum = { elements: 0, characters: 0, passes: 0, layers: 0, shapes: 0, corners: 0, length: 0 };
    for (const child of children) {
      if (typeof child === 'string' || hidden.has(child.name)) continue;
      const more = costOf(child, chain);
      for (const key of ['elements', 'characters', 'passes', 'shapes', 'corners', 'length'] as const) {
        sum[key] += more[key];
      }
      // The results of a filter's steps are all held.
      sum.layers = name === 'filter' ? sum.layers + more.layers : Math.max(sum.layers, more.layers);
    }
    return sum;
  }

  const sum = childrenOf({ name: '', attributes: new Map(), children: top }, 0);
  refuseAbove(sum);
  const { elements, characters, passes, layers } = sum;
  return { elements, characters, passes, layers, dashes: dashesOf(sum) };
}

function tooMuch(key: keyof DrawingCost, value: number, most: DrawingCost): Objection {
  const count = Number.isFinite(value) ? Math.round(value).toLocaleString('en') : 'countless';
  return new Objection(`${count} ${units[key]}; at most ${most[key].toLocaleString('en')} may`);
}

/** Attributes and the declarations of `style`; a semicolon in quotes only makes more of them. */
function* declarations({ attributes }: SvgElement): Generator<readonly [string, string]> {
  for (const [name, value] of attributes) {
    if (name !== 'style') yield [name, value];
    else {
      for (const declaration of value.split(';')) {
        const colon = declaration.indexOf(':');
        if (colon > 0) yield [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1)];
      }
    }
  }
}

/** Whether it makes a group that is drawn by itself first. */
function isGroup(name: string, value: string): boolean {
  if (name === 'opacity') return Number(value) !== 1;
  return name === 'mix-blend-mode' || name === 'isolation';
}

function sumOf(text: string): number {
  let sum = 0;
  for (const [digits] of text.matchAll(numbers)) sum += Number(digits);
  return sum;
}

function eachElement(children: SvgElement['children'], visit: (element: SvgElement) => void): void {
  for (const child of children) {
    if (typeof child === 'string') continue;
    visit(child);
    eachElement(child.children, visit);
  }
}
