// A side of lab/speed/race.ts in Node, in a process of its own: ours, or transformers.js. yardstick/bundle.ts builds it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Batches } from '../yardstick/batches';
import { answer, type Embedder, onnxEmbed, ours, type RaceOrder } from './work';

const order: RaceOrder = JSON.parse(process.argv[2]!);
const say = (given: object) => process.stdout.write(`${JSON.stringify(given)}\n`);
const batches = await Batches.read(async (name) => {
  const { buffer, byteOffset, byteLength } = await readFile(join(order.source, name));
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
});
const workers = order.threads === 1 ? 0 : order.threads;
const embedder = order.way === 'ours' ? await ours(order.source, batches, workers) : await transformersJs();
await embedder.embed('image', 0, 1);
await embedder.embed('text', 0, 1);
say({ kernels: embedder.kernels });
const { rows } = batches.shape;
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
for await (const line of createInterface({ input: process.stdin })) {
  say(await answer(embedder, order, { rows, steps: JSON.parse(line).steps }, cpuSeconds));
}
process.exit();

async function transformersJs(): Promise<Embedder> {
  const { resolve } = createRequire(join(order.library, 'package.json'));
  const load = (file: string) => import(pathToFileURL(file).href);
  const onWasm = order.way === 'onnxruntime-web';
  const web = dirname(resolve('onnxruntime-web'));
  // transformers.js takes the ONNX Runtime that it finds here, as for runtimes that bring one.
  if (onWasm) {
    Object.assign(globalThis, { [Symbol.for('onnxruntime')]: await load(join(web, 'ort.node.min.mjs')) });
  }
  const { env, Tensor, ...models } = await load(
    join(dirname(resolve('@huggingface/transformers')), 'transformers.node.mjs'),
  );
  env.allowRemoteModels = false;
  const { versions, wasm } = env.backends.onnx;
  if (onWasm) Object.assign(wasm, { numThreads: order.threads, wasmPaths: pathToFileURL(`${web}/`).href });
  const options = {
    dtype: 'fp32',
    // It knows no device of a runtime that was brought, and takes what the session's options say.
    ...(onWasm ? { device: 'auto' } : {}),
    session_options: onWasm
      ? { executionProviders: ['wasm'] }
      : { intraOpNumThreads: order.threads, interOpNumThreads: 1 },
  };
  const vision = await models.CLIPVisionModelWithProjection.from_pretrained(order.onnx, options);
  const text = await models.CLIPTextModelWithProjection.from_pretrained(order.onnx, options);
  return {
    kernels: `ONNX Runtime ${versions?.[onWasm ? 'web' : 'node'] ?? versions?.common}`,
    embed: onnxEmbed(batches, async (tower, given, shape) =>
      tower === 'image'
        ? (await vision({ pixel_values: new Tensor('float32', given, shape) })).image_embeds.data
        : (await text({ input_ids: new Tensor('int64', given, shape) })).text_embeds.data,
    ),
  };
}
