// A side of lab/speed/race.ts in a page: ours, or ONNX Runtime on wasm. yardstick/bundle.ts builds it, race.ts calls it.
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { Batches } from '../yardstick/batches';
import type { Run } from './report';
import { answer, type Embedder, onnxEmbed, ours, type RaceOrder } from './work';

declare global {
  interface Window {
    readonly race: {
      start(order: RaceOrder): Promise<{ readonly kernels: string }>;
      take(steps: number): Promise<{ readonly runs: readonly Run[] }>;
    };
    /** Of all processes of the browser, which a page cannot see. */
    readonly cpuSeconds: () => Promise<number>;
  }
}

let side: { readonly order: RaceOrder; readonly batches: Batches; readonly embedder: Embedder } | undefined;

Object.assign(window, {
  race: {
    async start(order) {
      if (!crossOriginIsolated) throw new Error('the page is not cross-origin isolated');
      const batches = await Batches.read(async (name) =>
        (await fetch(`${order.source}${name}`)).arrayBuffer(),
      );
      const embedder = order.way === 'ours' ? await inOurs(order, batches) : await inOnnx(order, batches);
      await embedder.embed('image', 0, 1);
      await embedder.embed('text', 0, 1);
      side = { order, batches, embedder };
      return { kernels: embedder.kernels };
    },
    async take(steps) {
      const { order, batches, embedder } = side!;
      return answer(embedder, order, { rows: batches.shape.rows, steps }, window.cpuSeconds);
    },
  } satisfies Window['race'],
});

function inOurs({ source, threads }: RaceOrder, batches: Batches): Promise<Embedder> {
  setWasmPaths('/');
  // In an isolated page tfjs would start threads of its own.
  setThreadsCount(1);
  const create = () => new Worker('/page-worker.js', { type: 'module' });
  return ours(source, batches, threads === 1 ? 0 : { count: threads, create });
}

async function inOnnx({ onnx, library, threads }: RaceOrder, batches: Batches): Promise<Embedder> {
  const { env, InferenceSession, Tensor } = await import(`${library}ort.wasm.min.mjs`);
  Object.assign(env.wasm, { numThreads: threads, wasmPaths: library });
  const open = (name: string) =>
    InferenceSession.create(`${onnx}onnx/${name}.onnx`, { executionProviders: ['wasm'] });
  const vision = await open('vision_model');
  const text = await open('text_model');
  return {
    kernels: `ONNX Runtime ${env.versions.web ?? env.versions.common}`,
    embed: onnxEmbed(batches, async (tower, given, shape) =>
      tower === 'image'
        ? (await vision.run({ pixel_values: new Tensor('float32', given, shape) })).image_embeds.data
        : (await text.run({ input_ids: new Tensor('int64', given, shape) })).text_embeds.data,
    ),
  };
}
