import { parentPort, workerData } from 'node:worker_threads';
import { Budget, pictureBytes, setPictureBudget } from '../encoder/budget';
import type { Decoded } from '../encoder/decoded';
import { InputError } from '../input-error';
import { type DecodeJob, decodeImages } from './decode-images';

/** What a thread is started with. */
export interface DecodeThread {
  /** Of the pictures of all threads. */
  readonly pictures: Int32Array;
}

/** What a thread answers to the job of this number. */
export type Answer = { readonly number: number } & (
  | { readonly decoded: Decoded }
  | { readonly message: string; readonly isInput: boolean }
);

const { pictures } = workerData as DecodeThread;
setPictureBudget(new Budget(pictureBytes, pictures));

const port = parentPort!;
port.on('message', async ({ number, job }: { number: number; job: DecodeJob }) => {
  try {
    const decoded = await decodeImages(job);
    // The pixels move, they are not copied.
    port.postMessage({ number, decoded } satisfies Answer, [decoded.pixels.buffer]);
  } catch (error) {
    const { message } = error as Error;
    port.postMessage({ number, message, isInput: InputError.isInstance(error) } satisfies Answer);
  }
});
