import { answerLane, type ServeOptions, type Work } from '@slipform/kit/threads/answer-lane';
import { type Lane, openLane } from '@slipform/kit/threads/lane';

/** A web worker of the page that answers jobs: `answerHere` is its other side. */
export function openWorker<Job, Result, Note = never>(worker: Worker): Lane<Job, Result, Note> {
  return openLane<Job, Result, Note>({
    post: (message, moved) => worker.postMessage(message, [...moved]),
    listen(onMessage, onEnd) {
      worker.addEventListener('message', ({ data }) => onMessage(data));
      worker.addEventListener('messageerror', () => onEnd(new Error('A worker sent what cannot be read.')));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        onEnd(new Error(event.message || 'A worker of this page did not load.'));
      });
    },
    ref() {},
    unref() {},
    terminate: () => worker.terminate(),
  });
}

/** The whole of a worker: answers each job by `work`. */
export function answerHere<Job, Result, Note = never>(
  work: Work<Job, Result, Note>,
  options: ServeOptions<Result> = {},
): void {
  answerLane<Job, Result, Note>(
    {
      post: (message, moved) => postMessage(message, { transfer: [...moved] }),
      listen: (onMessage) => addEventListener('message', ({ data }) => onMessage(data)),
    },
    work,
    options,
  );
}
