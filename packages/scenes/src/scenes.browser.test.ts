import { expect, test } from 'vitest';
import { drawScene } from './draw-scene';
import { hashText } from './random';
import { scenes } from './scenes';

test('a browser draws the very scenes that Node draws', () => {
  const { scenes: drawn, captions } = scenes({ count: 20, seed: 1 });
  const pixels = drawn.map((scene) => drawScene(scene, { style: 'fluent' }).data.join()).join();
  // The same two hashes are in draw-scene.test.ts, which runs in Node.
  expect([hashText(captions.join(), 0), hashText(pixels, 0)]).toEqual([1257485685, 662406044]);
});
