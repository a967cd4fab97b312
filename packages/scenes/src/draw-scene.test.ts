import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { BACKGROUNDS, COLOURS, PLAIN_BACKGROUND } from './colours';
import { drawScene, paintScene, sceneDataUri } from './draw-scene';
import { placeLike, placeScene } from './place-scene';
import { createRandom, hashText } from './random';
import type { Scene, SceneContent } from './scene';
import { scenes } from './scenes';
import { spritesOf } from './sprites';

const scene: Scene = placeLike(
  {
    ...placeScene(createRandom(0), {
      first: { name: 'dog', colour: 'red' },
      relation: 'left of',
      second: { name: 'cat', colour: 'blue' },
    }),
    // The middle row, first and last cell: the fifth of nine places.
    layout: { place: 4.5 / 9, quarters: [[], []] },
  },
  { first: { name: 'dog', colour: 'red' }, relation: 'left of', second: { name: 'cat', colour: 'blue' } },
);

function pixel(image: { width: number; data: Uint8Array }, x: number, y: number): number[] {
  return [...image.data.subarray((y * image.width + x) * 3, (y * image.width + x) * 3 + 3)];
}

test('draws drawings over tiles in their cells and the background elsewhere', () => {
  for (const scale of [1, 3] as const) {
    const image = drawScene(scene, { scale });
    const edge = 16 * scale;
    expect([image.width, image.height, image.data.length]).toEqual([
      48 * scale,
      48 * scale,
      48 * 48 * 3 * scale ** 2,
    ]);
    for (let y = 0; y < image.height; y++) {
      for (let x = 0; x < image.width; x++) {
        const cell = Math.floor(y / edge) * 3 + Math.floor(x / edge);
        const object = cell === 3 ? scene.first : cell === 5 ? scene.second : undefined;
        if (!object) {
          expect(pixel(image, x, y)).toEqual([...PLAIN_BACKGROUND]);
          continue;
        }
        const sprite = spritesOf('noto', edge).get(object.name)!;
        const at = ((y % edge) * edge + (x % edge)) * 4;
        const expected = COLOURS[object.colour].map((channel, index) =>
          Math.round(sprite[at + index]! + channel * (1 - sprite[at + 3]!)),
        );
        const errors = pixel(image, x, y).map((value, index) => Math.abs(value - expected[index]!));
        if (Math.max(...errors) > 1) expect.fail(`pixel ${x}, ${y} is off by ${Math.max(...errors)}`);
      }
    }
  }
});

test('draws the same on every machine: these hashes are in scenes.browser.test.ts too', () => {
  const { scenes: drawn, captions } = scenes({ count: 20, seed: 1 });
  const pixels = drawn.map((each) => drawScene(each, { style: 'fluent' }).data.join()).join();
  expect([hashText(captions.join(), 0), hashText(pixels, 0)]).toEqual([1257485685, 662406044]);
});

test('training paints the very pixels that evaluation draws', () => {
  const image = drawScene(scene, { style: 'fluent' });
  const target = new Uint8Array(image.data.length + 10);
  paintScene(target, 10, scene, { style: 'fluent' });
  expect([...target.subarray(10)]).toEqual([...image.data]);
});

test('the data URI holds the picture', () => {
  const uri = sceneDataUri(scene, { scale: 3 });
  expect(uri).toMatch(/^data:image\/png;base64,/);
  const { width, height, data } = decode(Buffer.from(uri.split(',')[1]!, 'base64'));
  expect([width, height]).toEqual([144, 144]);
  expect(Buffer.from(data as Uint8Array).equals(Buffer.from(drawScene(scene, { scale: 3 }).data))).toBe(true);
});

const full = (content: SceneContent) => placeScene(createRandom(7), content, 'full');
const dogsAndCat: SceneContent = {
  first: { name: 'dog', colour: 'red', count: 3 },
  relation: 'in front of',
  second: { name: 'cat', colour: 'blue', count: 1, size: 'small' },
  background: 'grey',
};

/** How many pixels have exactly this colour. */
function count(image: { data: Uint8Array }, colour: readonly number[]): number {
  let found = 0;
  for (let at = 0; at < image.data.length; at += 3) {
    if (colour.every((value, channel) => image.data[at + channel] === value)) found++;
  }
  return found;
}

test('a full scene shows its background and both tiles, the one in front whole', () => {
  const picture = drawScene(full(dogsAndCat));
  expect([picture.width, picture.height]).toEqual([64, 64]);
  // Two tiles of 32 × 32 that share a quarter leave 64 × 64 − 2 · 32 × 32 + 16 × 16 pixels.
  expect(count(picture, BACKGROUNDS.grey)).toBe(64 * 64 - 2 * 32 * 32 + 16 * 16);
  const behind = drawScene(full({ ...dogsAndCat, relation: 'behind' }));
  expect(count(behind, COLOURS.red)).toBeLessThan(count(picture, COLOURS.red));
  expect(count(behind, COLOURS.blue)).toBeGreaterThan(count(picture, COLOURS.blue));
});

test('every drawing that is counted can be seen, also of what lies behind', () => {
  const base = { ...dogsAndCat, relation: 'behind' } as const;
  const red = [1, 2, 3].map((n) =>
    count(
      drawScene(full({ ...base, first: { name: 'dog', colour: 'red', count: n as 1, size: 'small' } })),
      COLOURS.red,
    ),
  );
  expect(red[0]! - red[1]!).toBeGreaterThan(50);
  expect(red[1]! - red[2]!).toBeGreaterThan(50);
});

test('the picture of a changed content differs only where the change is', () => {
  const before = full(dogsAndCat);
  const changed = (content: SceneContent) => {
    const [one, two] = [drawScene(before), drawScene(placeLike(before, content))];
    return one.data.reduce((sum, value, at) => sum + (value === two.data[at] ? 0 : 1), 0) / 3;
  };
  expect(changed(dogsAndCat)).toBe(0);
  const recoloured = changed({ ...dogsAndCat, first: { ...dogsAndCat.first, colour: 'green' } });
  expect(recoloured).toBeGreaterThan(100);
  expect(recoloured).toBeLessThanOrEqual(32 * 32);
  const fewer = changed({ ...dogsAndCat, first: { ...dogsAndCat.first, count: 2 } });
  expect(fewer).toBeGreaterThan(50);
  expect(fewer).toBeLessThanOrEqual(16 * 16);
  // Turned round, only the quarter that both tiles share shows the other one, and what stood there moves.
  expect(changed({ ...dogsAndCat, relation: 'behind' })).toBeLessThanOrEqual(3 * 16 * 16);
});
