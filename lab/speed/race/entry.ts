// A side of lab/speed/race.ts in Node, in a process of its own: ours, or transformers.js. yardstick/bundle.ts builds it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Batches } from '../yardstick/batches';
import type { Run, Tower } from './report';

export interface RaceOrder {
  /** Our kernels; ONNX Runtime, native or on wasm. */
  readonly way: 'ours' | 'onnxruntime-node' | 'onnxruntime-web';
  /** A folder of write-task-folder.ts. */
  readonly source: string;
  /** The same model in ONNX. */
  readonly onnx: string;
  /** What scripts/transformers-js/install.mjs prints. */
  readonly library: string;
  readonly threads: number;
  readonly images: number;
  readonly texts: number;
}

/** Embeddings of unit length of `size` rows from `start` on. */
type Embed = (tower: Tower, start: number, size: number) => Promise<readonly Float32Array[]>;

const order: RaceOrder = JSON.parse(process.argv[2]!);
const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);
const batches = await Batches.read(async (name) => {
  const { buffer, byteOffset, byteLength } = await readFile(join(order.source, name));
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
});
const { embed, kernels } = order.way === 'ours' ? await ours() : await transformersJs();
await embed('image', 0, 1);
await embed('text', 0, 1);
say({ kernels });
for await (const _ of createInterface({ input: process.stdin })) {
  const runs: Run[] = [];
  for (const [tower, count] of [['image', order.images] as const, ['text', order.texts] as const]) {
    for (const batch of [1, 8]) runs.push(await timed(tower, batch, Math.ceil(count / batch) * batch));
  }
  say({ runs });
}
process.exit();

async function timed(tower: Tower, batch: number, count: number): Promise<Run> {
  await embed(tower, 0, batch);
  const embeddings: number[][] = [];
  const [start, before] = [performance.now(), process.cpuUsage()];
  for (let at = 0; at < count; at += batch) {
    for (const row of await embed(tower, at, batch)) embeddings.push([...row]);
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  return { tower, batch, embeddings, seconds, cpuSeconds: (user + system) / 1e6 };
}

async function ours(): Promise<{ embed: Embed; kernels: string }> {
  const { createEncoder, loadClip, useBackend } = await import('@slipform/clip');
  const { useWasmKernels } = await import('@slipform/clip/wasm-kernels');
  await useBackend('wasm');
  const { variant } = await useWasmKernels();
  const model = await loadClip(order.source);
  const { vocabularySize, contextLength, startToken, endToken } = model.config.text;
  const tokens = batches.tokensOf(0);
  // Whatever a text is cut into, it is the row of this number: no side's tokenizer takes part.
  const tokenizer = {
    ...{ vocabularySize, contextLength, startToken, endToken },
    encode: (row: string) => tokens[Number(row)]!,
    batch: () => {
      throw new Error('an encoder asks for rows');
    },
  };
  const workers = order.threads === 1 ? 0 : order.threads;
  const encoder = createEncoder(model, tokenizer, { workers });
  const images = batches.imageRowsOf(0);
  const texts = tokens.map((_, row) => `${row}`);
  return {
    kernels: variant,
    embed: (tower, start, size) =>
      tower === 'image'
        ? encoder.embedImages(images.slice(start, start + size), { batchSize: size })
        : encoder.embedTexts(texts.slice(start, start + size), { batchSize: size }),
  };
}

async function transformersJs(): Promise<{ embed: Embed; kernels: string }> {
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
  const { size, length } = batches.shape;
  const images = batches.imageRowsOf(0).map((row) => channelsFirst(row, size));
  const tokens = batches.tokensOf(0).map((row) => BigInt64Array.from(row, BigInt));
  const joined = <T extends Float32Array | BigInt64Array>(rows: readonly T[], whole: T): T => {
    rows.forEach((row, at) => {
      whole.set(row as never, at * row.length);
    });
    return whole;
  };
  return {
    kernels: `ONNX Runtime ${versions?.[onWasm ? 'web' : 'node'] ?? versions?.common}`,
    async embed(tower, start, count) {
      const end = start + count;
      const { data } =
        tower === 'image'
          ? (
              await vision({
                pixel_values: new Tensor(
                  'float32',
                  joined(images.slice(start, end), new Float32Array(count * 3 * size * size)),
                  [count, 3, size, size],
                ),
              })
            ).image_embeds
          : (
              await text({
                input_ids: new Tensor(
                  'int64',
                  joined(tokens.slice(start, end), new BigInt64Array(count * length)),
                  [count, length],
                ),
              })
            ).text_embeds;
      const width = data.length / count;
      return Array.from({ length: count }, (_, row) => {
        const values: Float32Array = data.slice(row * width, (row + 1) * width);
        const norm = Math.hypot(...values);
        return values.map((x) => x / norm);
      });
    },
  };
}

/** [size, size, 3] as [3, size, size]. */
function channelsFirst(pixels: Float32Array, size: number): Float32Array {
  const cells = size * size;
  return Float32Array.from({ length: 3 * cells }, (_, i) => pixels[(i % cells) * 3 + Math.floor(i / cells)]!);
}
