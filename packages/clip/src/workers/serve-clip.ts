import { answerLane, type LanePort } from '@slipform/kit/threads/answer-lane';
import { nodeThreads } from '../files/node-modules';
import { InputError } from '../input-error';
import { holdLock } from './life-lock';
import type { WorkerJob, WorkerNote, WorkerResult } from './worker-job';
import { WorkerWork } from './worker-work';

/**
 * Makes a thread a worker of `trainClip` and of an encoder: the whole of a worker's file in a page, and in Node of one
 * with a backend of its own. Import the backend's package before, and call wasm's `setWasmPaths` where it needs them.
 *
 * @throws {InputError} where it is called in no worker
 * @example
 * import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
 * import { serveClip } from '@slipform/clip/worker';
 *
 * setWasmPaths('/wasm/');
 * serveClip();
 */
export function serveClip(): void {
  const work = new WorkerWork();
  answerLane<WorkerJob, WorkerResult, WorkerNote>(portOfThread(), (job, note) => work.run(job, note), {
    inOrder: true,
    moved: (result) => (result instanceof Float32Array ? [result.buffer as ArrayBuffer] : []),
  });
}

function portOfThread(): LanePort {
  const port = nodeThreads()?.parentPort;
  if (port) {
    return {
      post: (message, moved) => port.postMessage(message, moved),
      listen: (onMessage) => port.on('message', onMessage),
    };
  }
  const scope: object = globalThis;
  if (!isWorkerScope(scope)) {
    throw new InputError(
      'serveClip: it must be called in a worker, got the main thread; call it in the file that new Worker(…) is given.',
    );
  }
  return {
    post: (message, moved) => scope.postMessage(message, [...moved]),
    listen(onMessage) {
      scope.addEventListener('message', ({ data }) => onMessage(data));
      holdLock((message) => scope.postMessage(message, []));
    },
  };
}

/** What is used of a web worker's global scope. */
interface WorkerScope {
  postMessage(message: unknown, moved: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function isWorkerScope(scope: object): scope is WorkerScope {
  return 'importScripts' in scope || ('WorkerGlobalScope' in scope && !('document' in scope));
}
