import type { SiteContext } from '../../sites/site-context';
import type { Check, CheckLexicon } from '../check';
import { isBelow, type SenseName } from '../senses';

const birds: readonly SenseName[] = [['bird', 1]];
/** Birds, and what is small and kept. */
const flocking: readonly SenseName[] = [
  ['bird', 1],
  ['sheep', 1],
  ['goat', 1],
];
/** WordNet's lexicographer file of animals. */
const ANIMAL = 5;

/** Words that count one sort of thing alone. */
export const collectiveChecks: readonly Check[] = [
  {
    id: 'form/collective',
    kind: 'form',
    scope: 'site',
    reason: 'form',
    slots: ['object', 'count'],
    what: 'A herd is of animals that are no birds, a flock of birds, sheep or goats, a crowd of persons: "a herd of pans", "a flock of giraffes".',
    may: { at: (site) => site.word.slot !== 'object' || collectives.has(lower(site) ?? '') },
    refuses: (site, { slot, lemma }, lexicon) => {
      if (slot === 'object') return !mayBeIn(lower(site), lemma, lexicon);
      return !mayBeIn(lemma.split(' ').at(-2), site.word.headLemma ?? '', lexicon);
    },
    example: {
      slot: 'count',
      refuses: ['Two pans on a table.', 'Two', 'a herd of'],
      passes: ['Two cows on a road.', 'Two', 'a herd of'],
    },
  },
];

const collectives: ReadonlySet<string> = new Set(['herd', 'flock', 'crowd']);

/** The word before "of" before the thing and its attributes. */
function lower({ word: { first }, lower }: SiteContext): string | undefined {
  const of = [first - 1, first - 2].find((place) => lower(place) === 'of');
  return of === undefined ? undefined : lower(of - 1);
}

function mayBeIn(collective: string | undefined, lemma: string, lexicon: CheckLexicon): boolean {
  if (!collectives.has(collective ?? '')) return true;
  const noun = lexicon.nouns.get(lemma);
  if (collective === 'crowd') return noun === undefined || noun.person || lemma === 'people';
  if (noun?.lexfile !== ANIMAL) return false;
  return collective === 'flock'
    ? isBelow(noun.synset, flocking, lexicon)
    : !isBelow(noun.synset, birds, lexicon);
}
