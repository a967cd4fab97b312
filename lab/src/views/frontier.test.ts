import { expect, test } from 'vitest';
import type { AskedPairs } from '../pairs/answers';
import { SWAPS } from '../pairs/measures';
import { judged } from './demo-judged';
import { frontierSvg } from './frontier';

const questions: AskedPairs = {
  pairs: Array.from({ length: 20 }, (_, at) => ({
    ...{ id: String(at), kind: 'swap', isSeen: true, isCopy: false },
    pictures: ['a', 'b'],
    captions: ['c', 'd'],
    words: [`word ${at % 4}`],
    artist: `artist ${at % 5}`,
  })),
  gallery: Array.from({ length: 20 }, (_, at) => ({
    ...{ picture: 'a', caption: 'c', words: [`word ${at % 4}`], artist: `artist ${at % 5}` },
  })),
};

/** Pairs so many of twenty swaps right, and finds so many of twenty pictures. */
const answered = (model: string, seed: number, binding: number, search: number) => ({
  ...{ model, seed },
  scores: questions.pairs.flatMap((_, at) => (at < binding ? [1, 0, 0, 1] : [0, 1, 1, 0])),
  captionRanks: questions.gallery.map((_, at) => (at < search ? 1 : 11)),
  pictureRanks: questions.gallery.map((_, at) => (at < search ? 1 : 11)),
});

type Place = { readonly x: number; readonly y: number };
const circles = (svg: string, radius: number) =>
  [...svg.matchAll(/<circle [^>]*>/g)].flatMap(([tag]) => {
    const [x, y, r] = ['cx', 'cy', 'r'].map((name) => Number(new RegExp(` ${name}="([^"]+)"`).exec(tag)![1]));
    return r === radius ? [{ x: x!, y: y! }] : [];
  });

test('each arm stands at its mean, more binding higher and more search further right, with a dot a seed', () => {
  const own = judged(
    questions,
    [
      answered('checkpoint', 2, 12, 16),
      answered('a & b', 2, 18, 12),
      answered('a & b', 3, 16, 10),
      answered('c', 2, 14, 18),
    ],
    ['checkpoint', 'a & b', 'c'],
  );
  const svg = frontierSvg(own, [['Swaps', SWAPS]]);
  expect(svg).toContain('>Swaps, per cent<');
  expect(svg).toContain('>a &amp; b<');
  expect(svg).toContain('>checkpoint (the start)<');
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(2);
  expect(circles(svg, 3)).toHaveLength(4);
  const [start, both, c] = circles(svg, 9) as [Place, Place, Place];
  // 60, 85 and 70 % of swaps; recall 80, 55 and 90 %.
  expect((start.y - c.y) / (start.y - both.y)).toBeCloseTo(10 / 25, 2);
  expect((c.x - start.x) / (start.x - both.x)).toBeCloseTo(10 / 25, 2);
  expect(start.y).toBeGreaterThan(c.y);
  expect(c.x).toBeGreaterThan(start.x);
});

test('weights between the start and an arm are dots on a line of its own, with their alpha, and no entry of the legend', () => {
  const arms = ['checkpoint', 'a', 'a, α 0.5', 'c'];
  const own = judged(
    questions,
    arms.map((arm, at) => answered(arm, 2, [12, 18, 16, 14][at]!, [16, 10, 15, 18][at]!)),
    arms,
  );
  const svg = frontierSvg(own, [['Swaps', SWAPS]]);
  const [start, whole] = circles(svg, 9) as [Place, Place];
  const [part] = circles(svg, 4) as [Place];
  expect(circles(svg, 9)).toHaveLength(3);
  expect(svg).toMatch(/<text[^>]*>0\.5<\/text>/);
  expect(svg).not.toContain('α');
  const lines = [
    ...svg.matchAll(
      /<path [^>]*stroke="#0072b2"[^>]* d="M([^"]+)"|<g [^>]*stroke="#0072b2"[^>]*><path d="M([^"]+)"/g,
    ),
  ];
  expect(lines).toHaveLength(1);
  const corners = (lines[0]![1] ?? lines[0]![2])!.split('L').map((point) => point.split(',').map(Number));
  for (const [at, { x, y }] of [start, part, whole].entries()) {
    expect(corners[at]![0]).toBeCloseTo(x, 2);
    expect(corners[at]![1]).toBeCloseTo(y, 2);
  }
});
