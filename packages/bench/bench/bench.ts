// Rates of what must never be the bottleneck: drawing captions, and judging a model. Ratios hold within one run.

import { fileURLToPath } from 'node:url';
import { createEncoder, loadClip, loadPreprocessing, loadTokenizer, useBackend } from '@slipform/clip';
import { illustrate } from '@slipform/scenes';
import { compare } from '../src/compare/compare';
import { duo } from '../src/loaders/icons/duo';
import { collectInputs } from '../src/questions/inputs';
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

const captions = ['Two red dogs on a bed.', 'A cat to the left of a blue vase.', 'A man in a boat.'];
console.log('Drawing');
await measure('illustrate, 192 × 192', 'pictures', captions.length, async () => {
  for (const caption of captions) await illustrate(caption);
});

const folder = fileURLToPath(new URL('../../../lab/duo-model', import.meta.url));
await useBackend('wasm');
const model = await loadClip(folder);
const tokenizer = await loadTokenizer(folder);
const encoder = createEncoder(model, tokenizer, { preprocessing: await loadPreprocessing(folder) });
const benchmark = await duo(undefined, { root: fileURLToPath(new URL('../../icons', import.meta.url)) });
const { texts } = collectInputs(benchmark, true);
console.log('\nJudging');
const items = benchmark.questions.length;
const judged = await measure('evaluate, a model of icons on wasm', 'items', items, () =>
  evaluate(encoder, benchmark),
);
const blind = await measure('evaluate, text only', 'items', items, () =>
  evaluate(blindScorer(texts), benchmark),
);
const results = [
  await evaluate(encoder, benchmark, { name: 'model of icons' }),
  await evaluate(blindScorer(texts), benchmark, { name: 'text only' }),
];
await measure('compare, two results', 'items', items, () => compare(results));
await measure('renderReport, two results', 'reports', 1, () => renderReport(results));

console.log('\nRatios');
console.log(`judging without a model ÷ with the model     ${(blind / judged).toFixed(1)}`);
model.dispose();
