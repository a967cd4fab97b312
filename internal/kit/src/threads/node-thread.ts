import type { Worker } from 'node:worker_threads';
import type { Thread } from './lane';
import { v8Flags } from './v8-flags';

/** One of Node's threads, for a lane. Imports nothing of Node, so that a library for pages too may import it. */
export function nodeThread(worker: Worker, name: string): Thread {
  beforeExit();
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
    terminate: () => endQuietly(worker),
  };
}

/** The last V8 with the fault that `endQuietly` tells of: Node 22's. */
const LAST_WITH_FAULT = 12;

let ending = 0;

/**
 * Ends a thread. Node 20 and 22 forget a thread's heap before V8 has stopped to compile for it; if that compilation then
 * wants to start marking garbage, the process aborts ("Assertion failed: (data.first) != nullptr"): one in fifty of short
 * programs on a busy machine. So nothing starts marking while a thread ends.
 */
async function endQuietly(worker: Worker): Promise<void> {
  const flags = faulty();
  if (flags === undefined) return void (await worker.terminate());
  ending += 1;
  flags.set('--no-incremental-marking');
  try {
    await worker.terminate();
  } finally {
    ending -= 1;
    if (ending === 0) flags.set('--incremental-marking');
  }
}

let listens = false;

/** The same for threads that the process itself ends with. */
function beforeExit(): void {
  const flags = faulty();
  if (listens || flags === undefined) return;
  listens = true;
  process.once('exit', () => flags.set('--no-incremental-marking'));
}

function faulty(): ReturnType<typeof v8Flags> {
  const flags = v8Flags();
  return flags !== undefined && flags.version <= LAST_WITH_FAULT ? flags : undefined;
}
