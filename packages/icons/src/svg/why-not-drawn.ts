import { misfit } from '@slipform/kit/options/options';
import { checkElements } from './check-elements';
import { drawingCost } from './drawing-cost';
import { Objection } from './objection';
import { type SvgElement, scanSvg } from './scan-svg';

/** What of an icon is drawn. */
export interface Drawable {
  /** What stands inside `<svg>`. */
  readonly body: string;
  /** The view box. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The longest body of Iconify's 243 sets has 898,083 characters; nine in ten have fewer than 2,000. */
const longestBody = 1_000_000;

/**
 * Why a drawing is not given to a renderer, as a clause (`it has the element <script>, …`): it is no well-formed SVG; it has
 * elements or attributes that are not on the list of what shows shapes; it names what lies outside of it; or drawing it takes
 * more work than any icon does. Nothing is drawn to find out.
 *
 * @returns undefined for a drawing that may be drawn
 * @throws {InputError} for what is no drawing
 *
 * @example
 * whyNotDrawn({ ...icon, body: '<script/>' }); // 'it has the element <script>, which a drawing may not have'
 */
export function whyNotDrawn(drawing: Drawable): string | undefined {
  try {
    if (typeof drawing?.body !== 'string') {
      throw misfit('whyNotDrawn', 'drawing', 'an icon', drawing);
    }
    const { body, left, top, width, height } = drawing;
    if (![left, top, width, height].every(Number.isFinite) || !(width > 0 && height > 0)) {
      return `its view box is empty or not of numbers: ${[left, top, width, height].join(' ')}`;
    }
    if (body.length > longestBody) {
      return `it has ${body.length} characters; at most ${longestBody} are drawn`;
    }
    drawingCost(elementsOf(body));
    return undefined;
  } catch (error) {
    if (error instanceof Objection) return error.message;
    throw error;
  }
}

/**
 * The elements of a drawing.
 *
 * @throws {Objection} for one that is not well-formed, or could run, load or name something beyond it
 */
export function elementsOf(body: string): SvgElement['children'] {
  const elements = scanSvg(body);
  checkElements(elements);
  return elements;
}
