import { expect, test } from 'vitest';
import { blindScorer } from '../scoring/blind-scorer';
import { evaluate } from '../scoring/evaluate';
import { sampleBenchmark } from '../testing/sample-benchmark';
import { renderReport } from './render-report';

test('a browser judges and reports', async () => {
  const benchmark = sampleBenchmark({ count: 20 });
  const result = await evaluate(blindScorer(benchmark.captions), benchmark, { name: 'text only' });
  expect(renderReport([result])).toContain('<svg');
});
