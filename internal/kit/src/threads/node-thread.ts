import type { Worker } from 'node:worker_threads';
import type { Thread } from './lane';
import { v8Flags } from './v8-flags';

/** The last V8 with the fault that `terminate` tells of: Node 22's. */
const LAST_WITH_FAULT = 12;

let listens = false;
let ending = 0;

/** One of Node's threads, for a lane. Imports nothing of Node, so that a library for pages too may import it. */
export function nodeThread(worker: Worker, name: string): Thread {
  const flags = v8Flags();
  const marking = (no: '' | 'no-') => {
    if (flags && flags.version <= LAST_WITH_FAULT) flags.set(`--${no}incremental-marking`);
  };
  // The process itself ends threads too.
  if (!listens) process.once('exit', () => marking('no-'));
  listens = true;
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
    // Node 20 and 22 forget a thread's heap before V8 has stopped to compile for it; if that compilation then wants to start
    // marking garbage, the process aborts ("Assertion failed: (data.first) != nullptr"): one in fifty of short programs on a
    // busy machine. So nothing starts marking while a thread ends.
    async terminate() {
      ending++;
      marking('no-');
      try {
        await worker.terminate();
      } finally {
        if (--ending === 0) marking('');
      }
    },
  };
}
