import { ready, setBackend } from '@tensorflow/tfjs-core';

const packages = {
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
  wasm: () => import('@tensorflow/tfjs-backend-wasm'),
};

/** Starts a backend of tfjs, or takes it into use again. */
export async function startBackend(name: keyof typeof packages): Promise<void> {
  await packages[name]();
  if (!(await setBackend(name))) throw new Error(`${name} does not start`);
  await ready();
}
