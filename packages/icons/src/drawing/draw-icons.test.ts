import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { iconOf } from '../testing/icon-of';
import { drawIcons } from './draw-icons';
import type { Drawings, SkippedIcon } from './drawings';

/** Ink from 4 to 12 of 16, in both directions. */
const square = '<path fill="currentColor" d="M4 4h8v8H4z"/>';
/** A see-through group outside of the picture: resvg 2.6.2 ends its process. Of Iconify's 390,629 drawings it ends at eleven. */
const killer = '<path opacity=".2" d="M-153-651h67v87h-67z"/>';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-icons-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Red of a picture, row by row. */
function rows({ pixels, size }: Drawings, index = 0): number[][] {
  const bytes = size * size * 3;
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => pixels[index * bytes + (y * size + x) * 3]!),
  );
}

test('ink and paper lie where the drawing has them', async () => {
  const drawings = await drawIcons([iconOf(square)], { size: 16, colour: '#f00', background: '#00f' });
  expect(drawings.size).toBe(16);
  expect(drawings.pixels).toHaveLength(16 * 16 * 3);
  for (let at = 0; at < 256; at++) {
    const [x, y] = [at % 16, Math.floor(at / 16)];
    const isInk = x >= 4 && x < 12 && y >= 4 && y < 12;
    expect([...drawings.pixels.subarray(at * 3, at * 3 + 3)]).toEqual(isInk ? [255, 0, 0] : [0, 0, 255]);
  }
});

test('a view box that is not square lies in the middle, and padding is a share of the edge', async () => {
  const bar = iconOf('<path d="M0 0h32v8H0z"/>', { width: 32, height: 8 });
  const shifted = iconOf('<path d="M100-50h8v32h-8z"/>', { left: 100, top: -50, width: 8, height: 32 });
  const [wide, tall] = [await drawIcons([bar]), await drawIcons([shifted])];
  expect(rows(wide).map((row) => row[16])).toEqual(
    Array.from({ length: 32 }, (_, y) => (y >= 12 && y < 20 ? 0 : 255)),
  );
  expect(rows(tall)[16]).toEqual(Array.from({ length: 32 }, (_, x) => (x >= 12 && x < 20 ? 0 : 255)));
  const full = iconOf('<path d="M0 0h16v16H0z"/>');
  const padded = await drawIcons([full], { padding: 0.25 });
  expect(rows(padded)[16]).toEqual(Array.from({ length: 32 }, (_, x) => (x >= 8 && x < 24 ? 0 : 255)));
});

test('a drawing that ends the renderer’s process is skipped and named, and its neighbours are drawn', async () => {
  const bodies = Array.from({ length: 150 }, (_, at) => ([3, 70, 71].includes(at) ? killer : square));
  const icons = bodies.map((body, at) => iconOf(body, { id: `test:${at}` }));
  const reported: SkippedIcon[] = [];
  const progress: number[] = [];
  const drawings = await drawIcons(icons, {
    workers: 1,
    onSkip: (skipped) => reported.push(skipped),
    onProgress: ({ done }) => progress.push(done),
  });
  expect(drawings.skipped.map(({ icon }) => icon.id)).toEqual(['test:3', 'test:70', 'test:71']);
  expect(drawings.skipped[0]!.why).toMatch(/^the renderer ends at it/);
  expect(reported).toEqual(drawings.skipped);
  expect(progress.at(-1)).toBe(150);
  const alone = await drawIcons([iconOf(square)]);
  const bytes = alone.pixels.length;
  icons.forEach((_, at) => {
    const picture = drawings.pixels.subarray(at * bytes, (at + 1) * bytes);
    expect(drawings.has(at)).toBe(bodies[at] === square);
    if (drawings.has(at)) expect(picture).toEqual(alone.pixels);
    else expect(new Set(picture)).toEqual(new Set([255]));
  });
  expect([drawings.has(-1), drawings.has(150)]).toEqual([false, false]);
});

test('what is blank, broken or asks for something outside is skipped with its reason', async () => {
  const secret = join(folder, 'secret.png');
  await writeFile(secret, Buffer.from(blackPng, 'base64'));
  const bodies = {
    nothing: '',
    'white on white': '<path fill="#fff" d="M4 4h8v8H4z"/>',
    'not closed': '<g><path d="M4 4h8v8H4z"/>',
    'a file': `<image href="${secret}" width="16" height="16"/>`,
    'a file in another way': `<image xlink:href = '${secret}' width="16" height="16"/>`,
    'a part of a file': `<use href="${secret}#a"/>`,
    'a script': `${square}<script>1</script>`,
    'a handler': '<path d="M4 4h8v8H4z" onload = "1"/>',
    'a bomb': bomb(24),
    'masks in masks': `${maskBomb(20)}${square}`,
    'one that uses itself': '<g id="a"><use href="#a"/></g>',
    'very long': `<path d="${'M4 4h8v8H4z'.repeat(100_000)}"/>`,
  };
  const icons = Object.entries(bodies).map(([id, body]) => iconOf(body, { id }));
  const { skipped } = await drawIcons([...icons, iconOf(square)]);
  expect(Object.fromEntries(skipped.map(({ icon, why }) => [icon.id, why]))).toEqual({
    nothing: 'nothing is drawn in the colours that were asked for',
    'white on white': 'nothing is drawn in the colours that were asked for',
    'not closed': 'it is not well-formed: <g> is not closed',
    'a file': 'it has the element <image>, which a drawing may not have',
    'a file in another way': 'it has the element <image>, which a drawing may not have',
    'a part of a file': `it names what lies outside of it: ${JSON.stringify(`${secret}#a`)}`,
    'a script': 'it has the element <script>, which a drawing may not have',
    'a handler': 'it has the attribute onload, which a drawing may not have',
    'a bomb': expect.stringMatching(
      /^[\d,]+ elements are drawn once each part stands wherever it is used; at most 100,000 may$/,
    ),
    'masks in masks': expect.stringMatching(/^[\d,]+ \w+ .*; at most [\d,]+ may$/),
    'one that uses itself': 'its parts use each other in a ring',
    'very long': 'it has 1100012 characters; at most 1000000 are drawn',
  });
  expect(skipped).toHaveLength(icons.length);
});

test('a view box without an area, or of other than numbers, is skipped', async () => {
  const boxes = [{ width: 0 }, { height: -1 }, { left: Number.NaN }, { width: Number.POSITIVE_INFINITY }];
  const { skipped } = await drawIcons(boxes.map((box) => iconOf(square, box)));
  expect(skipped.map(({ why }) => why)).toEqual([
    'its view box is empty or not of numbers: 0 0 0 16',
    'its view box is empty or not of numbers: 0 0 16 -1',
    'its view box is empty or not of numbers: NaN 0 16 16',
    'its view box is empty or not of numbers: 0 0 Infinity 16',
  ]);
});

test('parts that use each other are drawn', async () => {
  const drawings = await drawIcons([iconOf(bomb(8))]);
  expect(drawings.skipped).toEqual([]);
  expect(rows(drawings)[16]![16]).toBe(0);
});

test('a text has no font, on any machine', async () => {
  const { skipped } = await drawIcons([
    iconOf('<text y="12" font-size="12" font-family="DejaVu Sans, Arial">A</text>'),
  ]);
  expect(skipped).toHaveLength(1);
});

test('a cache gives the same back, for the same drawings and options only', async () => {
  const cache = join(folder, 'deep', 'cache');
  const icons = [iconOf(square), iconOf(''), iconOf('<circle cx="8" cy="8" r="3"/>')];
  const first = await drawIcons(icons, { cache });
  const [file] = await readdir(cache);
  const bytes = await readFile(join(cache, file!));
  const spoilt = Buffer.from(bytes);
  spoilt[spoilt.length - 1] = 7;
  await writeFile(join(cache, file!), spoilt);
  const second = await drawIcons(icons, { cache });
  expect(second.pixels.at(-1)).toBe(7);
  expect([second.skipped, second.has(1)]).toEqual([first.skipped, false]);
  // Half a file is no cache.
  await truncate(join(cache, file!), bytes.length - 1);
  expect((await drawIcons(icons, { cache })).pixels).toEqual(first.pixels);
  expect(await readFile(join(cache, file!))).toEqual(bytes);
  await drawIcons(icons, { cache, colour: '#123456' });
  await drawIcons(icons, { cache, size: 16 });
  await drawIcons(icons.slice(0, 2), { cache });
  expect(await readdir(cache)).toHaveLength(4);
  const blocked = join(folder, 'a file');
  await writeFile(blocked, '');
  await expect(drawIcons(icons, { cache: blocked })).rejects.toThrow(
    /^drawIcons: cache: .* name another folder\.$/,
  );
});

test('a signal stops the work with its reason, before and while it is done', async () => {
  await expect(drawIcons([iconOf(square)], { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
    'no',
  );
  const controller = new AbortController();
  const icons = Array.from({ length: 2000 }, () => iconOf(square));
  const onProgress = () => controller.abort(new Error('enough'));
  await expect(drawIcons(icons, { signal: controller.signal, onProgress, workers: 2 })).rejects.toThrow(
    'enough',
  );
});

test('an error of a callback ends the work', async () => {
  const onSkip = () => {
    throw new Error('mine');
  };
  await expect(drawIcons([iconOf(''), iconOf(square)], { onSkip })).rejects.toThrow('mine');
});

test('real icons: the same bytes in one process and in three', async () => {
  const lucide = JSON.parse(
    await readFile(new URL(import.meta.resolve('@iconify-json/lucide/icons.json')), 'utf8'),
  );
  const icons = Object.entries<{ body: string }>(lucide.icons)
    .slice(0, 300)
    .map(([name, { body }]) => iconOf(body, { id: `lucide:${name}`, width: 24, height: 24 }));
  const [one, three] = [await drawIcons(icons, { workers: 1 }), await drawIcons(icons, { workers: 3 })];
  expect(one.skipped).toEqual([]);
  expect(three.pixels).toEqual(one.pixels);
  // With resvg 2.6.2 and lucide 1.2.137; processors of another kind may round otherwise.
  if (process.arch !== 'x64') return;
  expect(createHash('sha256').update(one.pixels).digest('hex')).toMatchInlineSnapshot(
    `"ff6fd8817cea01ef15823d905623edcd72af256b9e7880bd65b7271470f95480"`,
  );
});

test.each<[object, RegExp]>([
  [{ size: 4 }, /^drawIcons: size must be an integer from 8 to 1024, got 4/],
  [{ colour: 'red' }, /^drawIcons: colour must be a colour as #rgb or #rrggbb/],
  [{ padding: 0.5 }, /^drawIcons: padding must be /],
  [{ shade: 1 }, /^drawIcons: there is no option "shade"/],
])('%o is refused', async (options, message) => {
  await expect(drawIcons([], options)).rejects.toThrow(message);
});

/** Two to the power of `depth` squares. */
function bomb(depth: number): string {
  const levels = Array.from(
    { length: depth },
    (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(2)}</g>`,
  );
  return `<defs><path id="a0" d="M4 4h8v8H4z"/>${levels.join('')}</defs><use href="#a${depth}"/>`;
}

/** Two to the power of `depth` masks, which took gigabytes. */
function maskBomb(depth: number): string {
  const levels = Array.from(
    { length: depth },
    (_, at) => `<mask id="m${at + 1}">${`<path d="M0 0h16v16" mask="url(#m${at})"/>`.repeat(2)}</mask>`,
  );
  return `<mask id="m0"><path d="M0 0h16v16"/></mask>${levels.join('')}<g mask="url(#m${depth})"><path d="M0 0h16v16"/></g>`;
}

/** A picture of one pixel, black. */
const blackPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
