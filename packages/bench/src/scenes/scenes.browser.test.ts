import { expect, test } from 'vitest';
import { renderReport } from '../report/render-report';
import { blindScorer } from '../scoring/blind-scorer';
import { evaluate } from '../scoring/evaluate';
import { hashText } from '../statistics/random';
import { drawScene } from './draw-scene';
import { scenes } from './scenes';

test('a browser draws the very scenes that Node draws', () => {
  const { scenes: drawn, captions } = scenes({ count: 20, seed: 1 });
  const pixels = drawn.map((scene) => drawScene(scene, { style: 'fluent' }).data.join()).join();
  // The same two hashes are in draw-scene.test.ts, which runs in Node.
  expect([hashText(captions.join(), 0), hashText(pixels, 0)]).toEqual([1257485685, 662406044]);
});

test('a browser judges and reports', async () => {
  const benchmark = scenes({ count: 20, format: 'png' });
  expect(benchmark.images[0]).toBeInstanceOf(Blob);
  const result = await evaluate(blindScorer(benchmark.captions), benchmark, { name: 'text only' });
  expect(renderReport([result])).toContain('<svg');
});
