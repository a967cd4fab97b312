import text from '../../generated/captions';
import { CorpusStats } from './corpus-stats';

let stats: CorpusStats | undefined;

/** The statistics of everyday captions (COCO's, see NOTICE), decoded at the first call and shared by all plants. */
export function loadCommonCaptions(): CorpusStats {
  stats ??= CorpusStats.parse(text);
  return stats;
}
