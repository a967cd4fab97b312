import { add, tidy, zeros } from '@tensorflow/tfjs-core';

/** Waits until the backend has computed all that it was asked for. */
export async function drain(): Promise<void> {
  // As many numbers as tfjs does not add up without the GPU.
  const last = tidy(() => add(zeros([1024]), 1));
  await last.data();
  last.dispose();
}
