import { Worker } from 'node:worker_threads';
import { Budget, pictureBytes } from '../encoder/budget';
import type { Decoded } from '../encoder/decoded';
import type { Preprocessing } from '../encoder/preprocess';
import { InputError } from '../input-error';
import { type DecodeJob, decodeImages } from './decode-images';
import type { Answer, DecodeThread } from './decode-worker';
import type { ImagePlace } from './example';

export interface Decoders {
  decode(images: readonly ImagePlace[]): Promise<Decoded>;
  close(): Promise<void>;
}

/** Images of one message: enough to make its cost small, few enough to share a batch among threads. */
const perJob = 8;

/** Decodes in so many threads, or in this one for 0. The results are the same. */
export function openDecoders(workers: number, preprocessing: Preprocessing): Decoders {
  const { size } = preprocessing;
  // Theirs alone: a thread that is ended in the midst of a picture never gives back what it took.
  const { used: pictures } = new Budget(pictureBytes);
  const threads = Array.from({ length: workers }, () => startThread({ pictures }));
  const run = (job: DecodeJob): Promise<Decoded> => {
    if (threads.length === 0) return decodeImages(job);
    return threads.reduce((best, thread) => (thread.waiting() < best.waiting() ? thread : best)).run(job);
  };
  return {
    async decode(places) {
      const images = places.map(({ file, part }) => (part === undefined ? { file } : { file, part }));
      const jobs = Array.from({ length: Math.ceil(images.length / perJob) }, (_, i) =>
        run({ images: images.slice(i * perJob, (i + 1) * perJob), preprocessing }),
      );
      const parts = await Promise.all(jobs);
      const pixels = new Float32Array(images.length * size * size * 3);
      let at = 0;
      for (const part of parts) {
        pixels.set(part.pixels, at);
        at += part.pixels.length;
      }
      return { pixels, problems: parts.flatMap(({ problems }) => problems) };
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

function startThread(workerData: DecodeThread) {
  const worker = new Worker(new URL('./decode-worker.js', import.meta.url), { workerData });
  const waiting = new Map<number, { resolve(decoded: Decoded): void; reject(error: Error): void }>();
  let failure: Error | undefined;
  let jobs = 0;
  const failAll = (error: Error) => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const job = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
    if ('decoded' in answer) job?.resolve(answer.decoded);
    else job?.reject(answer.isInput ? new InputError(answer.message) : new Error(answer.message));
  });
  worker.on('error', failAll);
  worker.on('exit', (code) => failAll(new Error(`a decoding thread ended with code ${code}`)));
  // An idle thread keeps no process alive that forgot to close it. Only now: to listen for messages is to hold on again.
  worker.unref();
  return {
    waiting: () => waiting.size,
    run: (job: DecodeJob) =>
      new Promise<Decoded>((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        waiting.set(jobs, { resolve, reject });
        worker.ref();
        worker.postMessage({ number: jobs, job });
        jobs += 1;
      }),
    end: () => worker.terminate(),
  };
}
