import { memory } from '@tensorflow/tfjs-core';
import { answerHere } from '../../../parts/worker-lane';
import { keptArm } from '../keep/kept-arm';
import { countsOf, newHistory, newsSince } from '../run/history';
import { trainArm } from '../run/train-arm';
import { archiveOf, keepArm, keptArmOf } from './kept-in-worker';
import type { Job, Note, Result, Trained, TrainJob } from './messages';
import { startBackend } from './start-backend';

/** Steps after which a run is kept: what a closed tab loses at most. */
const keepEvery = 25;

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
      return archiveOf(job.table, await keptArmOf(job.arm));
  }
});

async function train({ arm, run, data, resume }: TrainJob, note: (note: Note) => void): Promise<Trained> {
  const { table, greys } = data;
  training = new AbortController();
  const before = memory().numTensors;
  const from = resume ? await keptArmOf(arm) : undefined;
  note({ history: from?.history ?? newHistory() });
  let sent = countsOf(from?.history ?? newHistory());
  const isDone = await trainArm({
    ...{ arm, table, settings: run.settings, signal: training.signal, resume: from !== undefined },
    pictures: { size: table.size, greys },
    checkpoint: keptArm({
      every: keepEvery,
      from,
      async keep(kept) {
        const notKept = await keepArm(arm, kept);
        if (notKept !== undefined) note({ notKept });
      },
    }),
    onStep(history, stepsPerSecond) {
      note({ news: newsSince(history, sent), stepsPerSecond });
      sent = countsOf(history);
    },
  });
  return { isDone, leaked: memory().numTensors - before };
}
