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
  expect(svg.match(/r="3"/g)).toHaveLength(4);
  const place = (arm: number) => {
    const [, x, y] = new RegExp(`class="arm-${arm}" transform="translate\\((\\S+) (\\S+)\\)"`).exec(svg)!;
    return { x: Number(x), y: Number(y) };
  };
  const [start, both, c] = [place(0), place(1), place(2)];
  // 60, 85 and 70 % of swaps; recall 80, 55 and 90 %.
  expect((start.y - c.y) / (start.y - both.y)).toBeCloseTo(10 / 25, 2);
  expect((c.x - start.x) / (start.x - both.x)).toBeCloseTo(10 / 25, 2);
  expect(start.y).toBeGreaterThan(c.y);
  expect(c.x).toBeGreaterThan(start.x);
});
