import type { Said } from '../reading/reading';
import type { RefusalReason } from '../refusals';
import { leavesActivity } from '../words/activities';
import { mayLookAlike } from '../words/look-alikes';
import { mayBeYoungOfAnimal } from '../words/people';
import { leavesScene } from '../words/scenes';
import type { MiningContext, Surroundings } from './operation';

/**
 * Whether the caption or another one of its image names a thing, or one that it is a kind of, or a kind of it; or the
 * caption tells what is being done, and the thing is none to do it with.
 */
export function namedAlready(
  lemma: string,
  reading: Said,
  siblings: Surroundings,
  { relations, nouns, vocabulary, isLastResort }: MiningContext,
  keyword: string,
): RefusalReason | undefined {
  if (reading.words.includes(lemma)) return 'in-caption';
  if (leavesActivity(keyword, lemma, reading.words, isLastResort)) return 'kind-mismatch';
  if (!vocabulary) {
    if (!isLastResort && leavesScene(keyword, lemma, reading.words)) return 'kind-mismatch';
    // "An elephant and a baby elephant": the other one tells what this one was.
    const isTwice = reading.nouns.indexOf(keyword) !== reading.nouns.lastIndexOf(keyword);
    if (isTwice && nouns.get(keyword)?.kind === 'animal') return 'fixed-phrase';
    if (mayBeYoungOfAnimal(keyword, reading, (noun) => nouns.get(noun)?.kind === 'animal')) return 'person';
  }
  if (siblings.has(lemma)) return 'in-sibling';
  const own = keyword.slice(keyword.lastIndexOf(' ') + 1);
  const relationTo = relations.relationsOf(lemma);
  const named = (noun: string) => {
    if (noun === keyword || noun === own) return false;
    if (mayLookAlike(lemma, noun)) return true;
    const relation = relationTo(noun);
    // What is a wider word for both the old and the new one ("animal") most likely means the old one.
    return relation !== undefined && !(relation === 'is-a' && relations.relation(keyword, noun) === 'is-a');
  };
  if (reading.nouns.some(named)) return 'in-caption';
  return siblings.someNoun(named) ? 'in-sibling' : undefined;
}
