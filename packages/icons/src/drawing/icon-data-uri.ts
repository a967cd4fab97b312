import type { Drawable } from '../svg/why-not-drawn';
import type { DrawOptions } from './draw-options';
import { iconSvg } from './icon-svg';

/**
 * The icon as a data URI of its SVG, for `<img>`: sharp at every size, and nothing in it runs there. See `iconSvg`.
 *
 * @example
 * const source = iconDataUri(icon, { size: 24 }); // for the `src` of an image
 */
export function iconDataUri(icon: Drawable, options: DrawOptions = {}): string {
  const svg = iconSvg(icon, options);
  // Shorter than base64, and safe within quotes of an attribute and within url() of CSS.
  return `data:image/svg+xml,${encodeURIComponent(svg).replace(/[()']/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
}
