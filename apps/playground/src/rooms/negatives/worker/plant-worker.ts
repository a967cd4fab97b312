import { answerHere } from '../../../parts/worker-lane';
import { drawCaption } from './draw-caption';
import type { AnswerOf, FileAnswer, FileJob, FileNote, PageJob } from './messages';
import { mineDropped } from './mine-dropped';
import { mineBeside, mineTyped } from './mine-typed';

answerHere<PageJob | FileJob, AnswerOf<PageJob> | FileAnswer, FileNote>((job, note) => {
  switch (job.kind) {
    case 'typed':
      return mineTyped(job);
    case 'beside':
      return mineBeside(job);
    case 'draw':
      return drawCaption(job);
    case 'file':
      return mineDropped(job, note);
  }
});
