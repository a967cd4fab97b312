import { expect, test } from 'vitest';
import { fiftyIcons, fiftyPictures } from '../testing/fifty-icons';
import { iconOf } from '../testing/icon-of';
import { drawInPage } from './draw-in-page';
import { drawingFeatures } from './drawing-features';
import { iconDataUri } from './icon-data-uri';

const square = '<path fill="currentColor" d="M4 4h8v8H4z"/>';

test('a page draws fifty icons of five artists nearly as resvg does', async () => {
  const seen: number[] = [];
  const drawn = await drawInPage(fiftyIcons, { onProgress: ({ done }) => seen.push(done) });
  expect([seen.at(0), seen.at(-1)]).toEqual([16, 50]);
  expect(drawn.skipped).toEqual([]);
  const length = drawn.size ** 2;
  const [here, resvg] = [drawn, { ...fiftyPictures(), skipped: [], has: () => true }].map((pictures) =>
    drawingFeatures(pictures, drawn.size, 0),
  );
  const correlations = fiftyIcons.map(({ id }, index) => {
    let correlation = 0;
    for (let at = index * length; at < (index + 1) * length; at++) correlation += here![at]! * resvg![at]!;
    return { id, correlation };
  });
  expect(correlations.filter(({ correlation }) => !(correlation > 0.97))).toEqual([]);
});

test('ink, paper and padding are where they were asked for', async () => {
  const wide = iconOf('<path fill="currentColor" d="M0 0h32v16H0z"/>', { width: 32, height: 16 });
  const options = { size: 32, colour: '#f00', background: '#00f', padding: 0.25 };
  const { pixels } = await drawInPage([iconOf(square), wide], options);
  const at = (index: number, x: number, y: number) => {
    const start = ((index * 32 + y) * 32 + x) * 3;
    return [...pixels.subarray(start, start + 3)].join();
  };
  expect([at(0, 11, 16), at(0, 12, 16), at(0, 19, 16), at(0, 20, 16)]).toEqual([
    '0,0,255',
    '255,0,0',
    '255,0,0',
    '0,0,255',
  ]);
  expect([at(1, 7, 16), at(1, 8, 16), at(1, 16, 11), at(1, 16, 12)]).toEqual([
    '0,0,255',
    '255,0,0',
    '0,0,255',
    '255,0,0',
  ]);
});

test('what is blank, broken or asks for something outside is skipped with its reason', async () => {
  const bodies = [
    '',
    '<g><path d="M0 0h9v9z"/>',
    '<image href="/secret.png" width="16" height="16"/>',
    square,
  ];
  const { skipped, has } = await drawInPage(bodies.map((body) => iconOf(body)));
  expect(skipped.map(({ why }) => why)).toEqual([
    'nothing is drawn in the colours that were asked for',
    'it is not well-formed: <g> is not closed',
    'it has the element <image>, which a drawing may not have',
  ]);
  expect([has(2), has(3)]).toEqual([false, true]);
});

test('a signal stops it', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(drawInPage(fiftyIcons, { signal })).rejects.toThrow('enough');
});

test('a data URI is an image, within the quotes of an attribute and within url()', async () => {
  const element = document.createElement('div');
  const uri = iconDataUri(iconOf(`<path d='M0 0h16v16H0z' transform="rotate(0)"/>`), { size: 24 });
  element.innerHTML = `<img src='${uri}'><p style='background: url(${uri})'></p>`;
  const image = element.querySelector('img')!;
  await image.decode();
  expect([image.naturalWidth, image.naturalHeight]).toEqual([24, 24]);
  expect(element.querySelector('p')!.style.backgroundImage).toContain('data:image/svg+xml');
});
