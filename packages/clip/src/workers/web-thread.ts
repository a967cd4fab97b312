import type { Thread } from '@slipform/kit/threads/lane';
import { isLockHeld, whenReleased } from './life-lock';

/** A page's worker, for a lane. */
export function webThread(worker: Worker): Thread {
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
