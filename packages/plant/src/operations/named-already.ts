import type { Reading } from '../reading/reading';
import type { RefusalReason } from '../refusals';
import type { Relations } from '../wordnet/related';
import { mayLookAlike } from '../words/look-alikes';
import type { Surroundings } from './operation';

/** Whether the caption or another one of its image names a thing, or one that it is a kind of, or a kind of it. */
export function namedAlready(
  lemma: string,
  reading: Reading,
  siblings: Surroundings,
  relations: Relations,
  keyword: string,
): RefusalReason | undefined {
  if (reading.words.has(lemma)) return 'in-caption';
  if (siblings.words.has(lemma)) return 'in-sibling';
  const named = (noun: string) =>
    noun !== keyword && (mayLookAlike(lemma, noun) || relations.relation(lemma, noun) !== undefined);
  if (reading.nouns.some(named)) return 'in-caption';
  return siblings.nouns.some(named) ? 'in-sibling' : undefined;
}
