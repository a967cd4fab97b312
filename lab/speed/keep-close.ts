// npm run bench:keep-close -w @slipform/clip [-- --rounds 15 --batch 64]
// CPU time of a training step with `keepClose` on wasm, as multiples of the step without, in one run. Model, batch and kinds
// of steps are those of integrations/python/bench/keep_close.py. Every round takes a step of each kind, in turn.
import { adaptiveMargin, cementLoss, keepClose, type LossTerm, sumLosses } from '@slipform/cement-loss';
import { createClip, type TrainBatch, useBackend } from '@slipform/clip';
import { movingAverage } from '@slipform/clip/average';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { normalNumbers } from '@slipform/kit/random/normal-numbers';
import { createRandom } from '@slipform/kit/random/random';
import { readFlags, wholeNumber } from './flags';
import type { TurnTaker } from './yardstick/contender';
import { median } from './yardstick/figures';
import { steadyAdamW, trainInTurns } from './yardstick/our-work';
import { yardstick } from './yardstick/tasks';

const flags = readFlags(process.argv.slice(2), {
  rounds: { type: 'string', default: '15' },
  batch: { type: 'string', default: '64' },
});
const rounds = wholeNumber('--rounds', flags.rounds, 1000);
const pairs = wholeNumber('--batch', flags.batch, 1024);

const [next, random] = [normalNumbers(0), createRandom(0)];
const normals = (count: number) => Float32Array.from({ length: count }, next);
const { embeddingSize, image, text } = yardstick;
const tokensOf = () =>
  Array.from({ length: pairs }, () =>
    Array.from({ length: text.contextLength }, () => 3 + random.below(997)),
  );
const plain: TrainBatch = {
  images: normals(pairs * image.imageSize ** 2 * 3),
  ...{ tokens: tokensOf(), hardTokens: tokensOf() },
  concreteness: Array.from({ length: pairs }, (_, at) => 1 + (at % 5)),
};
const unit = () => {
  const all = normals(pairs * embeddingSize);
  return all.map((x, at) => {
    const row = at - (at % embeddingSize);
    return x / Math.hypot(...all.subarray(row, row + embeddingSize));
  });
};
const teacher = { images: unit(), captions: unit(), logitScale: 14.3 };

await useBackend('wasm');
const { variant } = await useWasmKernels();
const margin = adaptiveMargin();
const loss: LossTerm = (batch, options) => cementLoss(batch, { ...options, margin });
const kept = sumLosses(loss, keepClose());
const second = createClip(yardstick);
const average = createClip(yardstick);
const kinds: Readonly<Record<string, TurnTaker>> = {
  without: trainInTurns({ model: createClip(yardstick), loss }, () => plain),
  kept: trainInTurns({ model: createClip(yardstick), loss: kept }, () => ({ ...plain, teacher })),
  'second model': trainInTurns({ model: createClip(yardstick), loss: kept, teacher: second }, () => plain),
  average: trainInTurns(
    {
      ...{ model: createClip(yardstick), loss: kept, teacher: average },
      optimizer: movingAverage({ optimizer: steadyAdamW(), teacher: average }),
    },
    () => plain,
  ),
};
const taken = new Map(Object.keys(kinds).map((kind) => [kind, [] as number[]]));
for (let round = 0; round < 2 + rounds; round++) {
  for (const [kind, turns] of Object.entries(kinds)) {
    const before = process.cpuUsage();
    await turns.take(1);
    const { user, system } = process.cpuUsage(before);
    if (round >= 2) taken.get(kind)!.push(user + system);
  }
}
for (const turns of Object.values(kinds)) await turns.end();
console.log(`Node ${process.version}, ${variant}, batch ${pairs}, ${rounds} rounds`);
for (const [kind, times] of taken) {
  console.log(`${kind.padEnd(13)} ${(median(times) / median(taken.get('without')!)).toFixed(2)}`);
}
