// One side's work in lab/speed/race.ts, in Node and in a page alike.
import { createEncoder, type EncoderOptions, loadClip, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import type { Batches } from '../yardstick/batches';
import type { Run, Tower } from './report';

export interface RaceOrder {
  /** Our kernels; ONNX Runtime, native or on wasm. */
  readonly way: 'ours' | 'onnxruntime-node' | 'onnxruntime-web';
  /** A folder of write-task-folder.ts, or its URL. */
  readonly source: string;
  /** The same model in ONNX. */
  readonly onnx: string;
  /** What scripts/transformers-js/install.mjs prints; of a page, the URL of ONNX Runtime's files. */
  readonly library: string;
  readonly threads: number;
  readonly images: number;
  readonly texts: number;
}

/** Embeddings of unit length of `size` rows from `start` on. */
type Embed = (tower: Tower, start: number, size: number) => Promise<readonly Float32Array[]>;

export interface Embedder {
  /** Which kernels compute. */
  readonly kernels: string;
  readonly embed: Embed;
}

/**
 * Answers a line of race.ts: so many eights of images, or at 0 the four runs of a round. The rows begin again where
 * they end, and the embeddings of the last pass are kept.
 */
export async function answer(
  { embed }: Embedder,
  { images, texts }: RaceOrder,
  { rows, steps }: { readonly rows: number; readonly steps: number },
  cpuSeconds: () => number | Promise<number>,
): Promise<{ readonly runs: readonly Run[] }> {
  const timed = async (tower: Tower, batch: number, count: number): Promise<Run> => {
    await embed(tower, 0, batch);
    const embeddings: number[][] = [];
    const [start, before] = [performance.now(), await cpuSeconds()];
    for (let at = 0; at < count; at += batch) {
      const found = await embed(tower, at % rows, batch);
      if (at >= count - rows) embeddings.push(...found.map((row) => [...row]));
    }
    const seconds = (performance.now() - start) / 1000;
    return { tower, batch, count, embeddings, seconds, cpuSeconds: (await cpuSeconds()) - before };
  };
  if (steps > 0) return { runs: [await timed('image', 8, 8 * steps)] };
  const runs: Run[] = [];
  for (const [tower, count] of [['image', images] as const, ['text', texts] as const]) {
    for (const batch of [1, 8]) runs.push(await timed(tower, batch, Math.ceil(count / batch) * batch));
  }
  return { runs };
}

export async function ours(
  source: string,
  batches: Batches,
  workers: EncoderOptions['workers'],
): Promise<Embedder> {
  await useBackend('wasm');
  const { variant } = await useWasmKernels();
  const model = await loadClip(source);
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

/** What a tower in ONNX answers: embeddings of any length, row after row. */
export type RunOnnx = (
  tower: Tower,
  rows: Float32Array | BigInt64Array,
  shape: readonly number[],
) => Promise<Float32Array>;

/** The same rows for a model in ONNX: pixels [N, 3, size, size], tokens as int64 [N, length]. */
export function onnxEmbed(batches: Batches, run: RunOnnx): Embed {
  const { size, length } = batches.shape;
  const images = batches.imageRowsOf(0).map((row) => channelsFirst(row, size));
  const tokens = batches.tokensOf(0).map((row) => BigInt64Array.from(row, BigInt));
  const joined = <T extends Float32Array | BigInt64Array>(rows: readonly T[], whole: T): T => {
    rows.forEach((row, at) => {
      whole.set(row as never, at * row.length);
    });
    return whole;
  };
  return async (tower, start, count) => {
    const end = start + count;
    const data =
      tower === 'image'
        ? await run(tower, joined(images.slice(start, end), new Float32Array(count * 3 * size * size)), [
            ...[count, 3, size, size],
          ])
        : await run(tower, joined(tokens.slice(start, end), new BigInt64Array(count * length)), [
            ...[count, length],
          ]);
    const width = data.length / count;
    return Array.from({ length: count }, (_, row) => {
      const values = data.slice(row * width, (row + 1) * width);
      const norm = Math.hypot(...values);
      return values.map((x) => x / norm);
    });
  };
}

/** [size, size, 3] as [3, size, size]. */
function channelsFirst(pixels: Float32Array, size: number): Float32Array {
  const cells = size * size;
  return Float32Array.from({ length: 3 * cells }, (_, i) => pixels[(i % cells) * 3 + Math.floor(i / cells)]!);
}
