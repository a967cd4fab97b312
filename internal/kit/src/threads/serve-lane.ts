import { parentPort, workerData } from 'node:worker_threads';
import { answerLane, type ServeOptions, type Work } from './answer-lane';

/**
 * The whole of a thread that `openLanes` starts.
 *
 * @param start gets the setup once, and returns what works on a job
 */
export function serveLane<Setup, Job, Result, Note = never>(
  start: (setup: Setup) => Work<Job, Result, Note>,
  options: ServeOptions<Result> = {},
): void {
  const port = parentPort!;
  answerLane(
    {
      post: (message, moved) => port.postMessage(message, moved),
      listen: (onMessage) => port.on('message', onMessage),
    },
    started(() => start(workerData as Setup)),
    options,
  );
}

/** What works on jobs; where it could not start, each job fails with the reason. */
function started<Work extends (...values: never[]) => unknown>(start: () => Work): Work | (() => never) {
  try {
    return start();
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
