import { InputError } from '@slipform/kit/errors/input-error';
import type { Thread } from '@slipform/kit/threads/lane';
import { nodeThread } from '@slipform/kit/threads/node-thread';
import { nodeThreads } from '../files/node-modules';
import { isLockHeld, whenReleased } from './life-lock';

/** A thread of `serveClip`: a Worker of node:worker_threads, or a page's. */
export interface ClipWorker {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

// Beside this package's entries; not spelled out within new URL, where bundlers would look for it.
const threadFile = './worker-thread.js';

/** Starts one thread: the one that `create` makes, or in Node one of our own file. */
export function startWorker(create: (() => ClipWorker) | undefined): Thread {
  const worker = create === undefined ? ownWorker() : create();
  if (isNodeWorker(worker)) return nodeThread(worker, 'it');
  if (isWebWorker(worker)) return webThread(worker);
  throw new InputError(
    'workers.create must return a new Worker, of the page or of node:worker_threads, whose file calls serveClip() of @slipform/clip/worker.',
  );
}

function ownWorker(): ClipWorker {
  const threads = nodeThreads();
  if (threads === undefined) {
    throw new InputError(
      "workers of a page need a file of its own, which calls serveClip() of @slipform/clip/worker; pass workers: { count: 2, create: () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }) }.",
    );
  }
  return new threads.Worker(new URL(threadFile, import.meta.url));
}

function isNodeWorker(worker: object): worker is import('node:worker_threads').Worker {
  return 'on' in worker && 'ref' in worker;
}

function isWebWorker(worker: object): worker is Worker {
  return 'addEventListener' in worker && 'postMessage' in worker;
}

/** A page's worker, for a lane. */
function webThread(worker: Worker): Thread {
  return {
    post: (message, moved) => worker.postMessage(message, [...moved]),
    listen(onMessage, onEnd) {
      worker.addEventListener('message', ({ data }) => {
        if (isLockHeld(data)) whenReleased(data.lockHeld, () => onEnd(new Error('it has ended.')));
        else onMessage(data);
      });
      worker.addEventListener('messageerror', () => onEnd(new Error('it sent what cannot be read.')));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        onEnd(new Error(event.message || 'its file does not load.'));
      });
    },
    // A page lives as long as it is open.
    ref() {},
    unref() {},
    terminate: () => worker.terminate(),
  };
}
