import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { hashText } from '../random';
import { BACKGROUND, COLOURS } from './colours';
import { drawScene, paintScene, sceneDataUri } from './draw-scene';
import type { Scene } from './scene';
import { scenes } from './scenes';
import { spritesOf } from './sprites';

const scene: Scene = {
  first: { name: 'dog', colour: 'red' },
  relation: 'left of',
  second: { name: 'cat', colour: 'blue' },
  cells: [3, 5],
};

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
          expect(pixel(image, x, y)).toEqual([...BACKGROUND]);
          continue;
        }
        const sprite = spritesOf('noto', scale).get(object.name)!;
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
  expect([hashText(captions.join(), 0), hashText(pixels, 0)]).toEqual([235237574, 115382869]);
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
