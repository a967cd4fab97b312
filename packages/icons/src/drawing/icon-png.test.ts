import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { iconOf } from '../testing/icon-of';
import { drawIcons } from './draw-icons';
import { iconPng } from './icon-png';
import { iconSvg } from './icon-svg';
import { drawingPng } from './picture';

const icon = iconOf('<path fill="currentColor" d="M4 4h8v8H4z"/>');

test('a PNG holds the very pixels that are drawn', async () => {
  const options = { size: 48, colour: '#123', background: '#fed', padding: 0.1 };
  const drawings = await drawIcons([iconOf(''), icon], options);
  const { width, height, channels, data } = decode(await iconPng(icon, options));
  expect([width, height, channels]).toEqual([48, 48, 3]);
  expect(data).toEqual(drawings.pixels.subarray(48 * 48 * 3));
  expect(decode(drawingPng(drawings, 1)).data).toEqual(data);
  expect(() => drawingPng(drawings, 2)).toThrow(
    'drawingPng: index must be that of one of the 2 pictures, counted from 0, got 2.',
  );
});

test('an icon without a picture is an error that names it', async () => {
  await expect(iconPng(iconOf('', { id: 'set:name' }))).rejects.toThrow(
    'iconPng: set:name has no picture: nothing is drawn in the colours that were asked for; choose another icon.',
  );
});

test('an SVG is the same picture, with its paper', async () => {
  const wide = iconOf('<path fill="currentColor" d="M-3-8h30v6H-3z"/>', {
    left: -4,
    top: -10,
    width: 32,
    height: 10,
  });
  const options = { size: 64, colour: '#a00', background: '#0a0', padding: 0.125 };
  const svg = iconSvg(wide, options);
  const body = svg
    .replace(/^<svg[^>]*>/, '')
    .replace('</svg>', '')
    .replaceAll('currentColor', '#a00');
  const [, left, top, edge] = /viewBox="(\S+) (\S+) (\S+) \2?/.exec(svg)!.map(Number);
  const redrawn = await drawIcons([iconOf(body, { left: left!, top: top!, width: edge!, height: edge! })], {
    size: 64,
  });
  expect(redrawn.pixels).toEqual((await drawIcons([wide], options)).pixels);
});
