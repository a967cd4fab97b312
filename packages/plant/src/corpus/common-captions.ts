import text from '../../generated/captions';
import { CorpusStats } from './corpus-stats';

let stats: CorpusStats | undefined;

/** The counts of the background corpus (COCO's captions, see NOTICE), decoded at the first call and shared by all plants. */
export function loadCommonCaptions(): CorpusStats {
  stats ??= CorpusStats.parse(text);
  return stats;
}
