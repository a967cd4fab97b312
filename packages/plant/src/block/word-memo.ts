import type { SiteTable } from './site-table';

const NO = 1;
const YES = 2;

/**
 * Asks a question about a place and another one's word once for each word, as long as the same place is asked about: a
 * few words stand at most places of a kind.
 */
export function createWordMemo(
  sites: SiteTable,
  ask: (site: number, giver: number) => boolean,
): (site: number, giver: number) => boolean {
  const askers = new Int32Array(sites.wordCount);
  const answers = new Uint8Array(sites.wordCount);
  return (site, giver) => {
    const word = sites.word(giver);
    if (askers[word] !== site + 1) {
      askers[word] = site + 1;
      answers[word] = ask(site, giver) ? YES : NO;
    }
    return answers[word] === YES;
  };
}
