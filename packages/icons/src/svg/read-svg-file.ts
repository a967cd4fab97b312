import { misfit } from '@slipform/kit/options/options';
import { quoted } from '@slipform/kit/text/printable';
import { isKnownAttribute } from './check-elements';
import { markupOf } from './markup';
import { Objection } from './objection';
import { type SvgElement, scanSvg } from './scan-svg';
import { type Drawable, whyNotDrawn } from './why-not-drawn';

const maxCharacters = 4_000_000;

/** Notes of the file; text in boxes, which editors alone show; and style sheets, whose rules are read before. */
const notDrawn = new Set(['metadata', 'title', 'desc', 'flowRoot', 'style']);

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
 * elements and attributes, metadata, titles, comments. Rules of style sheets become styles of their elements. The rest is
 * written anew, and must be what an icon may be.
 *
 * @returns the drawing, or why there is none, as `whyNotDrawn` says it: `it has the element <script>, …`
 * @throws {InputError} for what is no text
 *
 * @example
 * const drawing = readSvgFile('<svg viewBox="0 0 24 24"><path d="M3 12h18"/></svg>');
 * if (typeof drawing !== 'string') iconSvg(drawing, { size: 64 });
 */
export function readSvgFile(text: string): Drawable | string {
  if (typeof text !== 'string') throw misfit('readSvgFile', 'text', 'the text of an SVG file', text);
  try {
    const root = fileOf(text);
    const size = sizeOf(root);
    if (size === undefined) return 'it has neither a width and a height nor a view box';
    const { attributes, ...shown } = kept(root, rulesOf(root));
    // Only within another `<svg>` do they say where it stands.
    const placed = [...attributes].filter(([name]) => name !== 'x' && name !== 'y');
    const own = new Map([...placed, ['width', `${size.width}`], ['height', `${size.height}`]]);
    const drawing = { body: markupOf({ ...shown, attributes: own }), left: 0, top: 0, ...size };
    return whyNotDrawn(drawing) ?? drawing;
  } catch (error) {
    if (error instanceof Objection) return error.message;
    throw error;
  }
}

function fileOf(text: string): SvgElement {
  if (text.length > maxCharacters) {
    throw new Objection(`it has ${text.length} characters; at most ${maxCharacters} are read`);
  }
  const [root, ...more] = scanSvg(text.replace(/^\ufeff/, ''), true);
  if (typeof root !== 'object' || root.name !== 'svg' || more.length > 0) {
    throw new Objection('it is no SVG file: it must have one element <svg>');
  }
  return root;
}

/** What a style sheet says of elements of a name (or any: ''), an identifier (or '') and classes. */
interface Rule {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly style: string;
}

/** The rules of all style sheets, the weakest first. */
function rulesOf(element: SvgElement): readonly Rule[] {
  const found: Rule[] = [];
  const visit = ({ name, children }: SvgElement) => {
    if (nameOf(name) === 'style') found.push(...parsed(children.join('')));
    else for (const child of children) if (typeof child === 'object') visit(child);
  };
  visit(element);
  const weight = ({ name, id, classes }: Rule) =>
    1e6 * Number(id !== '') + 10 * classes.length + Number(name !== '');
  return found.sort((one, other) => weight(one) - weight(other));
}

/** @throws {Objection} for a sheet with more than rules for names, identifiers and classes */
function parsed(sheet: string): Rule[] {
  const rules: Rule[] = [];
  const rest = sheet
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/([^{}]*)\{([^{}]*)\}/g, (_, selectors: string, style: string) => {
      for (const selector of selectors.split(',')) {
        const [, name, id = '', classes] =
          /^\s*(\*|[a-zA-Z]*)(?:#([\w-]+))?((?:\.[\w-]+)*)\s*$/.exec(selector) ?? [];
        if (name === undefined || selector.trim() === '')
          throw new Objection(
            `it has ${quoted(selector.trim(), 40)} in a style sheet, where only names, classes and identifiers are read`,
          );
        rules.push({ name: name === '*' ? '' : name, id, classes: classes!.split('.').slice(1), style });
      }
      return '';
    });
  if (/\S/.test(rest))
    throw new Objection(`it has ${quoted(rest.trim(), 40)} in a style sheet, where only rules are read`);
  return rules;
}

const nameOf = (name: string) => name.replace(/^svg:/, '');

/** An element as it is drawn, with the styles that are for it and without what only editors read. */
function kept({ name: fullName, attributes, children }: SvgElement, rules: readonly Rule[]): SvgElement {
  const name = nameOf(fullName);
  const shown = children.flatMap((child): (SvgElement | string)[] => {
    if (typeof child === 'string') return name === 'text' || name === 'tspan' ? [child] : [];
    const own = nameOf(child.name);
    return own.includes(':') || notDrawn.has(own) ? [] : [kept(child, rules)];
  });
  const written = new Map(
    [...attributes].filter(([key]) => /^(?:xmlns|(?:xlink:)?href)$/.test(key) || isKnownAttribute(key)),
  );
  const classes = new Set(attributes.get('class')?.split(/\s+/));
  const styles = rules
    .filter(
      (rule) =>
        (rule.name === '' || rule.name === name) &&
        (rule.id === '' || rule.id === attributes.get('id')) &&
        rule.classes.every((each) => classes.has(each)),
    )
    .map(({ style }) => style.trim().replace(/;$/, ''));
  if (styles.length > 0) written.set('style', [...styles, attributes.get('style') ?? ''].join(';'));
  if (name !== 'switch') return { name, attributes: written, children: shown };
  // The first part is drawn that needs nothing of an editor.
  const parts = shown.filter((child) => typeof child === 'object' && child.name !== 'foreignObject');
  return { name: 'g', attributes: written, children: parts.slice(0, 1) };
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
