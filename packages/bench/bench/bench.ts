// Rates of what must never be the bottleneck: drawing scenes, and judging a model on them. Ratios hold within one run.

import { fileURLToPath } from 'node:url';
import { createEncoder, loadClip, loadTokenizer, useBackend } from '@slipform/clip';
import { drawScene, scenePng, scenes } from '@slipform/scenes';
import { compare } from '../src/compare/compare';
import { renderReport } from '../src/report/render-report';
import { blindScorer } from '../src/scoring/blind-scorer';
import { evaluate } from '../src/scoring/evaluate';

async function measure(name: string, unit: string, count: number, work: () => unknown): Promise<number> {
  await work();
  let runs = 0;
  const start = performance.now();
  do {
    await work();
    runs++;
  } while (performance.now() - start < 2000);
  const rate = (runs * count * 1000) / (performance.now() - start);
  console.log(`${name.padEnd(44)} ${Math.round(rate).toLocaleString('en').padStart(10)} ${unit}/s`);
  return rate;
}

const benchmark = scenes({ count: 500 });
const [one] = benchmark.scenes;
console.log('Drawing');
await measure('drawScene, 48 × 48', 'pictures', 100, () => {
  for (const scene of benchmark.scenes.slice(0, 100)) drawScene(scene);
});
await measure('drawScene, 144 × 144', 'pictures', 100, () => {
  for (const scene of benchmark.scenes.slice(0, 100)) drawScene(scene, { scale: 3 });
});
await measure('scenePng, 144 × 144', 'pictures', 1, () => scenePng(one!, { scale: 3 }));

const folder = fileURLToPath(new URL('../../../lab/checkpoint', import.meta.url));
await useBackend('wasm');
const model = await loadClip(folder);
const tokenizer = await loadTokenizer(folder);
const encoder = createEncoder(model, tokenizer);
console.log('\nJudging');
const items = benchmark.questions.length;
const judged = await measure('evaluate, the checkpoint on wasm', 'items', items, () =>
  evaluate(encoder, benchmark),
);
const blind = await measure('evaluate, text only', 'items', items, () =>
  evaluate(blindScorer(benchmark.captions), benchmark),
);
const results = [
  await evaluate(encoder, benchmark, { name: 'checkpoint' }),
  await evaluate(blindScorer(benchmark.captions), benchmark, { name: 'text only' }),
];
await measure('compare, two results', 'items', items, () => compare(results));
await measure('renderReport, two results', 'reports', 1, () => renderReport(results));

console.log('\nRatios');
console.log(`judging without a model ÷ with the model     ${(blind / judged).toFixed(1)}`);
model.dispose();
