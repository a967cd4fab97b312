// Our side in Node, in a process of its own: bundle.ts builds it, and sides.ts starts it.
import '@tensorflow/tfjs-backend-wasm';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startWork, type WorkOrder } from './our-work';

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
const { kernels, turns } = await startWork(order, bytesOf, order.workers, onLoad);
say({ kernels, loadedMiB });
for await (const line of createInterface({ input: process.stdin })) {
  say(await turns.take(JSON.parse(line).steps));
}
await turns.end();
