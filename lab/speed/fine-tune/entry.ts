// Our side of lab/speed/fine-tune.ts, in a process of its own. yardstick/bundle.ts builds it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cementLoss } from '@slipform/cement-loss';
import { adamW, loadClip, trainClip, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';

export interface FineTuneOrder {
  /** Of fine-tune.ts. */
  readonly folder: string;
  readonly workers: number;
  /** 0: the whole text tower. */
  readonly rank: number;
}

/** What a side answers: the seconds of some steps, by the clock and of all threads of the processor, and their losses. */
export interface FineTuneTurn {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly losses: readonly number[];
}

const { folder, workers, rank }: FineTuneOrder = JSON.parse(process.argv[2]!);
const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);
const read = async (name: string) => {
  const { buffer, byteOffset, byteLength } = await readFile(join(folder, name));
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
};
const { batches, batch, length, embeddingSize } = JSON.parse(
  await readFile(join(folder, 'batches.json'), 'utf8'),
);
const images = new Float32Array(await read('images.bin'));
const captions = new Int32Array(await read('captions.bin'));
const hard = new Int32Array(await read('hard.bin'));
const concreteness = new Float32Array(await read('concreteness.bin'));

await useBackend('wasm');
const { variant } = await useWasmKernels();
const model = await loadClip(folder);

const rowsOf = (tokens: Int32Array, at: number) =>
  Array.from({ length: batch }, (_, row) => [
    ...tokens.subarray((at * batch + row) * length, (at * batch + row + 1) * length),
  ]);
/** Steps are taken when they are asked for. */
const asked = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
let wanted = 0;
let start = 0;
let before: NodeJS.CpuUsage;
let losses: number[] = [];
say({ kernels: variant });

async function* data() {
  for (let step = 0; ; step++) {
    if (wanted === 0) {
      const { value, done } = await asked.next();
      if (done) return;
      ({ steps: wanted } = JSON.parse(value));
      losses = [];
      [start, before] = [performance.now(), process.cpuUsage()];
    }
    const at = step % batches;
    yield {
      imageEmbeddings: images.slice(at * batch * embeddingSize, (at + 1) * batch * embeddingSize),
      tokens: rowsOf(captions, at),
      hardTokens: rowsOf(hard, at),
      concreteness: concreteness.slice(at * batch, (at + 1) * batch),
    };
  }
}

await trainClip({
  model,
  data: data(),
  loss: (embedded, { logitScale }) => cementLoss(embedded, { logitScale }),
  optimizer: adamW({ learningRate: 1e-4, schedule: 'constant' }),
  steps: Number.MAX_SAFE_INTEGER,
  trainable: 'text_*',
  ...(rank > 0 && { rank }),
  workers,
  observe: [
    ({ loss }) => {
      losses.push(loss);
      wanted -= 1;
      if (wanted > 0) return;
      const seconds = (performance.now() - start) / 1000;
      const { user, system } = process.cpuUsage(before);
      say({ seconds, cpuSeconds: (user + system) / 1e6, losses } satisfies FineTuneTurn);
    },
  ],
});
process.exit();
