import { InputError } from '@slipform/kit/errors/input-error';
import { misfit } from '@slipform/kit/options/options';
import { isKnownAttribute } from './check-elements';
import { Objection } from './objection';
import type { SvgElement } from './scan-svg';
import { markupOf } from './sheet-markup';
import { type Drawable, fileOf, whyNotDrawn } from './why-not-drawn';

/** Notes of the file, and text in boxes of its own, which editors alone show. */
const notDrawn = new Set(['metadata', 'title', 'desc', 'flowRoot']);

const pixelsOf: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/**
 * Reads the text of an SVG file as a drawing that `drawIcons` takes. What editors keep in a file is left out: their own
 * elements and attributes, metadata, titles, comments. The rest is written anew, and must be what an icon may be: a file with
 * scripts, links, pictures or style sheets is refused, and one whose drawing takes more work than any icon's.
 *
 * @throws {InputError} that says why a file is refused
 */
export function readSvgFile(text: string): Drawable {
  if (typeof text !== 'string') throw misfit('readSvgFile: text', 'the text of an SVG file', text);
  try {
    const root = fileOf(text);
    const size = sizeOf(root);
    if (size === undefined) throw new Objection('it has neither a width and a height nor a view box');
    const attributes = new Map(kept(root).attributes);
    // Only within another `<svg>` do they say where it stands.
    for (const name of ['x', 'y']) attributes.delete(name);
    for (const [name, value] of Object.entries(size)) attributes.set(name, `${value}`);
    const drawing = { body: markupOf({ ...kept(root), attributes }), left: 0, top: 0, ...size };
    const objection = whyNotDrawn(drawing);
    if (objection !== undefined) throw new Objection(objection);
    return drawing;
  } catch (error) {
    if (!(error instanceof Objection)) throw error;
    throw new InputError(
      `readSvgFile: text must be plain SVG that shows shapes, loads nothing and takes little work, but ${error.message}; leave the file out, or save it as plain SVG.`,
    );
  }
}

/** An element as it is drawn, without what only editors read. */
function kept({ name, attributes, children }: SvgElement): SvgElement {
  const ownName = name.replace(/^svg:/, '');
  const shown = children.flatMap((child): (SvgElement | string)[] => {
    if (typeof child === 'string') return /^t(?:ext|span)$/.test(ownName) ? [child] : [];
    const own = child.name.replace(/^svg:/, '');
    return own.includes(':') || notDrawn.has(own) ? [] : [kept(child)];
  });
  return {
    // Of a switch the first part is drawn that needs nothing of an editor.
    name: ownName === 'switch' ? 'g' : ownName,
    attributes: new Map(
      [...attributes].filter(([key]) => /^(?:xmlns|(?:xlink:)?href)$/.test(key) || isKnownAttribute(key)),
    ),
    children:
      ownName === 'switch'
        ? shown.filter((child) => typeof child === 'object' && child.name !== 'foreignObject').slice(0, 1)
        : shown,
  };
}

/** In pixels; an edge of which the file says nothing, or a share, is that of its view box. */
function sizeOf({ attributes }: SvgElement): { readonly width: number; readonly height: number } | undefined {
  const box = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const edge = (name: string, fallback: number | undefined): number => {
    const [, digits, unit = ''] =
      /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(attributes.get(name) ?? '') ?? [];
    const pixels = Number(digits) * (pixelsOf[unit.toLowerCase()] ?? Number.NaN);
    return Number.isFinite(pixels) ? pixels : (fallback ?? 0);
  };
  const [width, height] = [edge('width', box[2]), edge('height', box[3])];
  return width > 0 && height > 0 ? { width, height } : undefined;
}
