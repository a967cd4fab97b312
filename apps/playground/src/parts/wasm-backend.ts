import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { env } from '@tensorflow/tfjs-core';

let started: Promise<void> | undefined;

/** Starts tfjs on wasm with our kernels, in a page or in a worker of it; once. */
export function startWasm(): Promise<void> {
  started ??= start();
  return started;
}

async function start(): Promise<void> {
  const here = (file: string) => new URL(file, import.meta.url).href;
  setWasmPaths({
    'tfjs-backend-wasm.wasm': here(plain),
    'tfjs-backend-wasm-simd.wasm': here(simd),
    // Asked for, and never loaded: tfjs's own threads don't survive that Vite makes names short.
    'tfjs-backend-wasm-threaded-simd.wasm': here(simd),
  });
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await useBackend('wasm');
  await useWasmKernels();
}
