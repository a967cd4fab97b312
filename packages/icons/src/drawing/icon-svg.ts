import { defineOptions, misfit, type RowsFor } from '@slipform/kit/options/options';
import type { Drawable } from '../svg/why-not-drawn';
import { type DrawOptions, type DrawOptionsRead, drawRows } from './draw-options';

const table = defineOptions('iconSvg', drawRows satisfies RowsFor<DrawOptions>);

/**
 * The icon as an SVG document: a square, with the view box in its middle, on the colour of the paper.
 *
 * @throws {InputError} for what is no icon, and an option that breaks its rule
 *
 * @example
 * const svg = iconSvg(icon, { size: 64, colour: '#333' });
 */
export function iconSvg(icon: Drawable, options: DrawOptions = {}): string {
  if (
    typeof icon?.body !== 'string' ||
    ![icon.left, icon.top, icon.width, icon.height].every(Number.isFinite)
  ) {
    throw misfit('iconSvg', 'icon', 'an icon', icon);
  }
  const read = table.read(options);
  const [left, top, edge] = squareOf(icon, read.padding);
  const paper = `<path fill="${read.background}" d="M${left} ${top}h${edge}v${edge}h${-edge}z"/>`;
  return svgOf(icon, read, paper);
}

/** The square that the picture shows, in the drawing's own units: left, top, edge. */
function squareOf(icon: Drawable, padding: number): readonly [number, number, number] {
  const edge = Math.max(icon.width, icon.height) / (1 - 2 * padding);
  return [icon.left - (edge - icon.width) / 2, icon.top - (edge - icon.height) / 2, edge];
}

/** @param paper what lies under the drawing; without it the picture is see-through */
export function svgOf(icon: Drawable, { size, colour, padding }: DrawOptionsRead, paper = ''): string {
  const [left, top, edge] = squareOf(icon, padding);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size}" ` +
    `height="${size}" viewBox="${left} ${top} ${edge} ${edge}" color="${colour}">${paper}${icon.body}</svg>`
  );
}
