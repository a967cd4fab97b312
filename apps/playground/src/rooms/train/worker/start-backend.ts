import { useBackend } from '@slipform/clip';
import { startWasm } from '../../../parts/wasm-backend';
import { backendOrder, type Opened, type TrainingBackend, type WantedBackend } from './messages';

const software = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/**
 * Starts the wanted backend, and the next ones where it does not start. `auto` also passes by one that the CPU emulates, since
 * wasm is faster then.
 */
export async function startBackend(wanted: WantedBackend): Promise<Opened> {
  const passed: { readonly backend: TrainingBackend; readonly why: string }[] = [];
  const first = wanted === 'auto' ? 0 : backendOrder.indexOf(wanted);
  for (const backend of backendOrder.slice(first)) {
    try {
      await starts[backend](wanted === 'auto');
      return { backend, passed };
    } catch (error) {
      passed.push({ backend, why: error instanceof Error ? error.message : String(error) });
    }
  }
  throw new Error(`No backend starts in this browser: ${passed.map(({ why }) => why).join(' ')}`);
}

/** Starts one backend. @param mustBeReal not one that the CPU emulates */
const starts: Readonly<Record<TrainingBackend, (mustBeReal: boolean) => Promise<void>>> = {
  async webgpu(mustBeReal) {
    if (!('gpu' in navigator)) throw new Error('This browser has no WebGPU.');
    const adapter: unknown = await Object(navigator.gpu).requestAdapter();
    if (adapter === null) throw new Error('WebGPU finds no graphics card.');
    const { isFallbackAdapter, architecture, description, vendor } = Object(Object(adapter).info);
    const isEmulated =
      isFallbackAdapter === true || software.test(`${vendor} ${architecture} ${description}`);
    if (mustBeReal && isEmulated)
      throw new Error('WebGPU is emulated by the CPU here, which is slower than wasm.');
    await import('@tensorflow/tfjs-backend-webgpu');
    await useBackend('webgpu');
  },
  async webgl(mustBeReal) {
    const context = new OffscreenCanvas(1, 1).getContext('webgl2');
    if (context === null) throw new Error('This browser has no WebGL 2 in a worker.');
    const names = context.getExtension('WEBGL_debug_renderer_info');
    const renderer = String(context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
    context.getExtension('WEBGL_lose_context')?.loseContext();
    if (mustBeReal && software.test(renderer))
      throw new Error('WebGL is emulated by the CPU here, which is slower than wasm.');
    await import('@tensorflow/tfjs-backend-webgl');
    await useBackend('webgl');
  },
  async wasm() {
    await startWasm();
  },
};
