import { answerHere } from '../../../parts/worker-lane';
import { IconSearch } from './icon-search';
import type { Answer, LoadJob, LoadNote, SearchJob } from './messages';

let search: IconSearch | undefined;

answerHere<LoadJob | SearchJob, Answer | undefined, LoadNote>(async (job, note) => {
  if (job.kind === 'load') {
    search ??= new IconSearch(job);
    await search.load(note);
    return undefined;
  }
  return search?.search(job);
});
