import type { Said } from '../reading/reading';
import type { RefusalReason } from '../refusals';
import type { Relation, Relations } from '../wordnet/related';
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
  { relations, nouns, vocabulary }: MiningContext,
  keyword: string,
  isLastResort: boolean,
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
  const relationTo = relations.relationsOf(lemma);
  for (const noun of reading.nouns) {
    if (isNamedBy(noun, lemma, keyword, relationTo, relations)) return 'in-caption';
  }
  const isNamed = siblings.someNoun((noun) => isNamedBy(noun, lemma, keyword, relationTo, relations));
  return isNamed ? 'in-sibling' : undefined;
}

/** Whether a noun names a thing, or one that it is a kind or a part of, or the other way round; not the old word itself. */
function isNamedBy(
  noun: string,
  lemma: string,
  keyword: string,
  relationTo: (noun: string) => Relation | undefined,
  relations: Relations,
): boolean {
  if (noun === keyword || noun === keyword.slice(keyword.lastIndexOf(' ') + 1)) return false;
  if (mayLookAlike(lemma, noun)) return true;
  const relation = relationTo(noun);
  // A word that covers both the old and the new one ("animal") most likely means the old one.
  return relation !== undefined && !(relation === 'is-a' && relations.relation(keyword, noun) === 'is-a');
}
