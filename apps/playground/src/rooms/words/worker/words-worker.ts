import { createLexicon } from '@slipform/concreteness';
import { answerHere } from '../../../parts/worker-lane';
import { ratePiece } from '../rate/rate-piece';
import type { RatedPiece } from '../rate/summary';

const lexicon = createLexicon();

answerHere<readonly string[], readonly RatedPiece[]>(async (texts) =>
  texts.map((text) => ratePiece(text, lexicon)),
);
