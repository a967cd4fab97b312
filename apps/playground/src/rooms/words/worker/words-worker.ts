import { compareNorms, createLexicon } from '@slipform/concreteness';
import { answerHere } from '../../../parts/worker-lane';
import { type Lexicons, ratePiece } from '../rate/rate-piece';
import type { NormsReport, WordsAnswer, WordsJob } from './messages';
import { readNormsFile } from './read-norms-file';

const estimates = createLexicon();
const byEstimates: Lexicons = { first: estimates, estimates, norms: undefined };
let lexicons = byEstimates;

async function takeNorms(file: File): Promise<NormsReport> {
  const norms = await readNormsFile(file);
  const { groups } = compareNorms(norms, estimates, { worst: 0 });
  lexicons = { first: createLexicon({ norms }), estimates, norms };
  const { ratings, deviations, skipped, warnings } = norms;
  return {
    ...{ name: file.name, words: ratings.size, deviations: deviations?.size ?? 0 },
    ...{ skipped, warnings, groups },
  };
}

answerHere<WordsJob, WordsAnswer>(
  async (job) => {
    if (job.kind === 'rate') {
      return { kind: 'rate', pieces: job.texts.map((text) => ratePiece(text, lexicons)) };
    }
    if (job.file !== undefined) return { kind: 'norms', report: await takeNorms(job.file) };
    lexicons = byEstimates;
    return { kind: 'norms', report: undefined };
  },
  { inOrder: true },
);
