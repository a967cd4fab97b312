import { answerHere } from '../../parts/worker-lane';
import { type MeasureJob, type MeasureNote, measure } from './measure';

answerHere<MeasureJob, void, MeasureNote>(measure);
