import { answerHere } from '../../../parts/worker-lane';
import type { FileAnswer, FileJob, FileNote, TypedAnswer, TypedJob } from './messages';
import { mineDropped } from './mine-dropped';
import { mineTyped } from './mine-typed';

answerHere<TypedJob | FileJob, TypedAnswer | FileAnswer, FileNote>(
  (job, note) => (job.kind === 'typed' ? mineTyped(job) : mineDropped(job, note)),
  { inOrder: true },
);
