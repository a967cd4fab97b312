import { scenes } from '@slipform/scenes';
import { expect, test } from 'vitest';
import { blindScorer } from '../scoring/blind-scorer';
import { evaluate } from '../scoring/evaluate';
import { renderReport } from './render-report';

test('a browser judges and reports', async () => {
  const benchmark = scenes({ count: 20, format: 'png' });
  expect(benchmark.images[0]).toBeInstanceOf(Blob);
  const result = await evaluate(blindScorer(benchmark.captions), benchmark, { name: 'text only' });
  expect(renderReport([result])).toContain('<svg');
});
