import { memory } from '@tensorflow/tfjs-core';
import { answerHere } from '../../../parts/worker-lane';
import { countsOf, newHistory, newsSince } from '../run/history';
import { type Kept, keptArm } from '../run/kept-arm';
import { trainArm } from '../run/train-arm';
import { archiveOf } from './archive';
import type { Job, Note, Result, Trained, TrainJob } from './messages';
import { startBackend } from './start-backend';

/** What was learned last, as long as the tab is open. */
let kept: Kept | undefined;
let training: AbortController | undefined;

answerHere<Job, Result, Note>(async (job, note) => {
  switch (job.kind) {
    case 'open':
      return startBackend(job.backend);
    case 'train':
      return train(job, note);
    case 'pause':
      training?.abort();
      return undefined;
    case 'export':
      return archiveOf(job.model, kept);
  }
});

async function train(
  { arm, settings, data, resume }: TrainJob,
  note: (note: Note) => void,
): Promise<Trained> {
  training = new AbortController();
  const before = memory().numTensors;
  const from = resume ? kept : undefined;
  note({ history: from?.history ?? newHistory() });
  let sent = countsOf(from?.history ?? newHistory());
  const isDone = await trainArm({
    ...{ arm, settings, data, signal: training.signal, resume: from !== undefined },
    checkpoint: keptArm({
      every: 25,
      from,
      keep(given) {
        kept = given;
      },
    }),
    onStep(history, stepsPerSecond) {
      note({ news: newsSince(history, sent), stepsPerSecond });
      sent = countsOf(history);
    },
  });
  return { isDone, leaked: memory().numTensors - before };
}
