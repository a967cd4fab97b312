import { remembered } from '../../hashes/remembered';
import { mayLookAlike } from '../../lexicon/look-alikes';
import type { SiteContext } from '../../sites/site-context';
import type { Relation } from '../../wordnet/related';
import type { Check, CheckLexicon } from '../check';

const ofObjects = { kind: 'truth', slots: ['object'] } as const;

/** What the caption or another one of its image names is in the picture already. */
export const namedChecks: readonly Check[] = [
  {
    id: 'named/caption',
    kind: 'truth',
    scope: 'site',
    reason: 'in-caption',
    what: 'The caption has the new word already.',
    refuses: ({ words }, { lemma }) => words.includes(lemma),
    example: {
      slot: 'object',
      refuses: ['A dog beside a cat.', 'dog', 'cat'],
      passes: ['A dog beside a cat.', 'dog', 'horse'],
    },
  },
  {
    ...ofObjects,
    id: 'named/sibling',
    scope: 'site',
    reason: 'in-sibling',
    what: 'Another caption of the image has the new word.',
    may: { at: hasSiblings },
    refuses: ({ siblings }, { lemma }) => siblings.has(lemma),
    example: {
      sibling: 'Two pets: a cat and a dog.',
      refuses: ['A dog on a couch.', 'dog', 'cat'],
      passes: ['A dog on a couch.', 'dog', 'cat'],
    },
  },
  {
    ...ofObjects,
    id: 'named/caption-sort',
    scope: 'site',
    reason: 'in-caption',
    what: 'The caption names a synonym, a kind, a part or a look-alike of the new noun, or what it is a kind of.',
    refuses: (site, { lemma }, lexicon) => {
      const isNamed = namer(lemma, site.word.lemma, lexicon);
      return site.nouns.some(isNamed);
    },
    example: {
      refuses: ['A cat beside a poodle.', 'cat', 'dog'],
      passes: ['A cat beside a poodle.', 'cat', 'horse'],
    },
  },
  {
    ...ofObjects,
    id: 'named/sibling-sort',
    scope: 'site',
    reason: 'in-sibling',
    what: 'Another caption of the image names a synonym, a kind, a part or a look-alike of the new noun.',
    may: { at: hasSiblings },
    refuses: ({ siblings, word }, { lemma }, lexicon) => siblings.someNoun(namer(lemma, word.lemma, lexicon)),
    example: {
      sibling: 'A poodle next to a cat.',
      refuses: ['A cat on a couch.', 'cat', 'dog'],
      passes: ['A cat on a couch.', 'cat', 'dog'],
    },
  },
  {
    ...ofObjects,
    id: 'mention/again',
    scope: 'site',
    reason: 'in-caption',
    what: 'The caption names the old thing a second time, as it is, by a synonym or by a kind of it: both would have to change.',
    may: { at: isMentionedAgain },
    refuses: (site, _other, lexicon) => isMentionedAgain(site, lexicon),
    example: {
      refuses: ['Pumpkins: I painted these pumpkins.', 'Pumpkins', 'Tomatoes'],
      passes: ['Pumpkins: I painted these candles.', 'Pumpkins', 'Tomatoes'],
    },
  },
  {
    ...ofObjects,
    id: 'mention/apposition',
    scope: 'site',
    reason: 'in-caption',
    what: 'Brackets behind the word name it once more: "heron (Ardea cinerea)".',
    may: { at: isExplained },
    refuses: isExplained,
    example: {
      refuses: ['A grey heron (Ardea cinerea) by a lake.', 'heron', 'cat'],
      passes: ['A grey heron by a lake.', 'heron', 'cat'],
    },
  },
];

/** Whether a noun names a thing, or one that it is a kind or a part of, or the other way round; not the old word itself. */
function namer(lemma: string, keyword: string, { relations }: CheckLexicon): (noun: string) => boolean {
  const namingOf = namingsBy(relations)(lemma);
  const head = headOf(keyword);
  return (noun) => {
    if (noun === keyword || noun === head) return false;
    const naming = namingOf(noun);
    // A word that covers both the old and the new one ("animal") most likely means the old one.
    return naming !== undefined && !(naming === 'is-a' && relations.relation(keyword, noun) === 'is-a');
  };
}

type Naming = Relation | 'look-alike' | undefined;

const known = new WeakMap<CheckLexicon['relations'], (lemma: string) => (noun: string) => Naming>();
const maxKept = 4000;

/** What is known of each noun beside a lemma: captions name the same few thousand words. */
function namingsBy(relations: CheckLexicon['relations']) {
  let namings = known.get(relations);
  if (!namings) {
    const namingOf = (lemma: string, noun: string): Naming =>
      mayLookAlike(lemma, noun) ? 'look-alike' : relations.relation(lemma, noun);
    namings = remembered((lemma) => remembered((noun: string) => namingOf(lemma, noun), maxKept), maxKept);
    known.set(relations, namings);
  }
  return namings;
}

/** Whether a caption names a thing: by its word, a synonym, a kind, a part or a look-alike. */
export function isNamedBy(
  lemma: string,
  { words, nouns }: Pick<SiteContext, 'words' | 'nouns'>,
  lexicon: CheckLexicon,
): boolean {
  return words.includes(lemma) || nouns.some(namer(lemma, '', lexicon));
}

/** Whether the image has another caption. */
export function hasSiblings({ siblings }: SiteContext): boolean {
  return siblings.someText(() => true);
}

function isExplained({ caption, word }: SiteContext): boolean {
  return /^\s*[([]\s*\p{L}/u.test(caption.slice(word.end));
}

function isMentionedAgain({ word, nouns }: SiteContext, lexicon: CheckLexicon): boolean {
  const { lemma } = word;
  let own = 0;
  for (const noun of nouns) {
    if (noun === lemma) own += 1;
    else if (isKindOf(noun, lemma, lexicon)) return true;
  }
  return own > 1;
}

/** "hen" or "garden chicken" beside "chicken": a synonym, a kind, or a compound with the word as its head. */
function isKindOf(noun: string, lemma: string, { relations, nouns }: CheckLexicon): boolean {
  // The words of a long keyword are among the nouns as well.
  if (` ${lemma} `.includes(` ${noun} `)) return false;
  const keyword = nouns.get(lemma);
  const other = nouns.get(noun);
  if (!keyword || !other || keyword.person) return false;
  return relations.ancestorsOf(other.synset).has(keyword.synset);
}

function headOf(lemma: string): string {
  return lemma.slice(lemma.lastIndexOf(' ') + 1);
}
