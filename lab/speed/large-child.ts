// One measurement of lab/speed/large.ts in a process of its own, so that its peak memory is its own. Prints JSON.
//
//   node --import tsx lab/speed/large-child.ts load|save|embed SOURCE [FOLDER]
import '@tensorflow/tfjs-backend-wasm';
import {
  ready,
  setBackend,
  type Tensor2D,
  type Tensor4D,
  tensor2d,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import { loadClip, saveClip } from '../../packages/clip/src/index';

const [task, source, folder] = process.argv.slice(2) as [string, string, string | undefined];
const peak = () => process.resourceUsage().maxRSS / 1024;

await setBackend('wasm');
await ready();
const before = peak();
const started = process.cpuUsage();
const start = performance.now();
const model = await loadClip(source);
const result: Record<string, number> = {
  parameters: model.parameterCount,
  before,
  seconds: (performance.now() - start) / 1000,
  cpuSeconds: cpuSince(started),
  peak: peak(),
};

if (task === 'save' && folder !== undefined) {
  const from = performance.now();
  await saveClip(model, folder, { maxShardSize: '200MB' });
  result.saveSeconds = (performance.now() - from) / 1000;
  result.savePeak = peak();
}

if (task === 'embed') {
  const { contextLength, vocabularySize } = model.config.text;
  const row = Array.from({ length: contextLength }, (_, i) =>
    i === contextLength - 1 ? vocabularySize - 1 : 1 + i,
  );
  for (const batch of [1, 8, 32]) {
    const pixels = zeros([batch, 224, 224, 3]) as Tensor4D;
    const tokens: Tensor2D = tensor2d(
      Array.from({ length: batch }, () => row),
      undefined,
      'int32',
    );
    result[`image${batch}`] = best(() => model.encodeImages(pixels)) / batch;
    result[`text${batch}`] = best(() => model.encodeTexts(tokens)) / batch;
    pixels.dispose();
    tokens.dispose();
    result[`peak${batch}`] = peak();
  }
}
console.log(JSON.stringify(result));

function cpuSince(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

/** Seconds of process time, the best of five. */
function best(embed: () => Tensor2D): number {
  const times = Array.from({ length: 5 }, () => {
    const from = process.cpuUsage();
    tidy(() => embed().dataSync());
    return cpuSince(from);
  });
  return Math.min(...times);
}
