// Our side in Node, in a process of its own: bundle.ts builds it, and sides.ts starts it.
import '@tensorflow/tfjs-backend-wasm';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadClip, useBackend } from '@slipform/clip';
import { registerGradients } from '../register-gradients';
import { Batches } from './batches';
import type { TurnTaker } from './contender';
import { naiveTrainer } from './naive-trainer';
import { type StartedWork, startWork, type WorkOrder } from './our-work';

const order: WorkOrder = JSON.parse(process.argv[2]!);
const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);

async function bytesOf(name: string): Promise<ArrayBuffer> {
  const bytes = await readFile(join(order.source, name));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

let loadedMiB = 0;
const onLoad = () => {
  loadedMiB = process.memoryUsage.rss() / 2 ** 20;
};
const { kernels, turns }: StartedWork =
  order.way === 'naive'
    ? { kernels: 'none', turns: await naiveInTurns() }
    : await startWork(order, bytesOf, order.workers, onLoad);
say({ kernels, loadedMiB });
for await (const line of createInterface({ input: process.stdin })) {
  say(await turns.take(JSON.parse(line).steps));
}
await turns.end();

/** The naive step, in turns. */
async function naiveInTurns(): Promise<TurnTaker> {
  await useBackend('wasm');
  await registerGradients();
  const batches = await Batches.read(bytesOf);
  const step = naiveTrainer(await loadClip(order.source), (at) => ({
    images: batches.imagesOf(at),
    tokens: batches.tokensOf(at),
  }));
  return {
    async take(steps) {
      const ms: number[] = [];
      const check: number[] = [];
      for (let i = 0; i < steps; i++) {
        const start = performance.now();
        check.push(step());
        ms.push(performance.now() - start);
      }
      return { ms, check };
    },
    end: async () => {},
  };
}
