import type { Worker } from 'node:worker_threads';
import type { Thread } from './lane';

/** One of Node's threads, for a lane. Imports nothing of Node, so that a library for pages too may import it. */
export function nodeThread(worker: Worker, name: string): Thread {
  return {
    post: (message, moved) => worker.postMessage(message, moved),
    listen(onMessage, onEnd) {
      worker.on('message', onMessage);
      worker.on('messageerror', onEnd);
      worker.on('error', onEnd);
      worker.on('exit', (code) => onEnd(new Error(`${name} ended with code ${code}.`)));
    },
    ref: () => worker.ref(),
    unref: () => worker.unref(),
    terminate: () => worker.terminate(),
  };
}
