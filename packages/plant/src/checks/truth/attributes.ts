import { looksAlike } from '../../lexicon/look-alikes';
import { groupOf, isColour, oppositesOf, sameGroup, scaleNamesOf, scalesOf } from '../../lexicon/scales';
import { rowsOf } from '../../lexicon/tables';
import { kindOf } from '../../sites/site-class';
import type { SiteContext } from '../../sites/site-context';
import type { Check, CheckLexicon } from '../check';
import { isBelow, type SenseName } from '../senses';
import { hasSiblings } from './named';

/** They exclude each other, but no picture of a thing shows which of them is true. */
const unseen: ReadonlySet<string> = new Set(['old', 'new', 'young', 'aged']);
/** WordNet's lexicographer file of animals. */
const animals = 5;

/** Words beside which an attribute is no truth. */
const against: ReadonlyMap<string, readonly string[]> = new Map(
  rowsOf('scale-against').flatMap(([words = '', beside = '']) =>
    words.split(' ').map((word) => [word, beside.split(' ')] as const),
  ),
);

/** Words before a colour that say how light it is, and colours that are light or dark. */
const shades: ReadonlySet<string> = new Set('light dark bright pale deep'.split(' '));
const shaded: ReadonlySet<string> = new Set(
  'red green blue purple brown gray grey pink yellow orange'.split(' '),
);

const ofAttributes = { kind: 'truth', slots: ['attribute'] } as const;

/** An attribute is false where another one of its scale is true; nothing else is sure. */
export const attributeChecks: readonly Check[] = [
  {
    ...ofAttributes,
    id: 'scale/same-group',
    scope: 'words',
    reason: 'synonym',
    what: 'Both may be said of one thing, by lying in one group of a scale: "big" and "large".',
    refuses: (old, other) => sameGroup(old.lemma, other.lemma),
    example: {
      refuses: ['A big dog on a couch.', 'big', 'large'],
      passes: ['A big dog on a couch.', 'big', 'small'],
    },
  },
  {
    ...ofAttributes,
    id: 'scale/none-shared',
    scope: 'words',
    reason: 'synonym',
    what: 'No scale has both, nor are they antonyms: "red" and "wooden" may both be true.',
    refuses: (old, other, { graph }) =>
      !shareScale(old.lemma, other.lemma) &&
      graph.adj.antonyms.get(old.lemma)?.includes(other.lemma) !== true &&
      graph.adj.antonyms.get(other.lemma)?.includes(old.lemma) !== true,
    example: {
      refuses: ['A red chair by a wall.', 'red', 'wooden'],
      passes: ['A red chair by a wall.', 'red', 'blue'],
    },
  },
  {
    ...ofAttributes,
    id: 'scale/material',
    scope: 'site',
    reason: 'form',
    what: 'Cloth, leather or paper becomes what is hard, or the other way round, and no caption has the thing of that material: "a glass kimono".',
    refuses: ({ word, isMet }, { lemma }, lexicon) =>
      scaleNamesOf(lemma).includes('material') &&
      isSoft(word.lemma, lexicon) !== isSoft(lemma, lexicon) &&
      !isMet(),
    example: {
      refuses: ['A silk kimono on a chair.', 'silk', 'glass'],
      passes: ['A stone bridge by a house.', 'stone', 'brick'],
    },
  },
  {
    ...ofAttributes,
    id: 'scale/contradicted',
    scope: 'site',
    reason: 'in-caption',
    what: 'The caption says by another word that it is not so: a hot night beside frost. The words are those of lexicon/scale-against.tsv.',
    may: { of: ({ lemma }) => against.has(lemma) },
    refuses: ({ words }, { lemma }) => against.get(lemma)?.some((word) => words.includes(word)) === true,
    example: {
      refuses: ['A cold street covered with ice.', 'cold', 'hot'],
      passes: ['A wet street near a house.', 'wet', 'dry'],
    },
  },
  {
    ...ofAttributes,
    id: 'scale/unseen',
    scope: 'site',
    reason: 'unseen',
    what: 'No picture shows how old or new a thing is.',
    refuses: ({ word }, other) =>
      unseen.has(word.lemma) &&
      unseen.has(other.lemma) &&
      word.headNoun?.person !== true &&
      word.headNoun?.lexfile !== animals,
    example: {
      refuses: ['A new car in a street.', 'new', 'old'],
      passes: ['An old man in a street.', 'old', 'young'],
    },
  },
  {
    ...ofAttributes,
    id: 'scale/said-twice',
    scope: 'site',
    reason: 'fixed-phrase',
    what: 'The word beside it says the same or nearly: "a large tall tower", "little tiny cakes".',
    may: { at: isSaidTwice },
    refuses: isSaidTwice,
    example: {
      refuses: ['A large tall tower by the sea.', 'large', 'small'],
      passes: ['A large tower by the sea.', 'large', 'small'],
    },
  },
  {
    ...ofAttributes,
    id: 'scale/shade',
    scope: 'site',
    reason: 'form',
    what: 'The word before it is a shade, which the new colour has not: "light black".',
    refuses: ({ word, lower }, { lemma }) => {
      if (!isColour(word.lemma)) return false;
      const before = lower(word.first - 1) === '-' ? lower(word.first - 2) : lower(word.first - 1);
      return shades.has(before ?? '') && (!shaded.has(lemma) || (before === 'dark' && lemma === 'yellow'));
    },
    example: {
      refuses: ['A dark red door in a wall.', 'red', 'white'],
      passes: ['A dark red door in a wall.', 'red', 'green'],
    },
  },
  {
    ...ofAttributes,
    id: 'named/sibling-group',
    scope: 'site',
    reason: 'in-sibling',
    what: 'Another caption of the image has the new attribute, or one of its group, and not beside a noun that is plainly another thing: "a blue shirt" says nothing of a bus.',
    may: { at: hasSiblings },
    refuses: ({ siblings, word }, { lemma }, lexicon) =>
      groupOf(lemma).some(
        (said) => siblings.has(said) && siblings.someText((text) => !isOfAnother(said, text, word, lexicon)),
      ),
    example: {
      sibling: 'The large dog sleeps.',
      refuses: ['A small dog on a couch.', 'small', 'big'],
      passes: ['A small dog on a couch.', 'small', 'big'],
    },
  },
  {
    ...ofAttributes,
    id: 'named/sibling-contradicts',
    scope: 'site',
    reason: 'in-sibling',
    what: 'Another caption says another attribute of the same scale of the same noun: one of the two is wrong already.',
    may: { at: hasSiblings },
    refuses: ({ siblings, word }) => {
      const { head, lemma } = word;
      if (typeof head !== 'string') return false;
      const others = oppositesOf(lemma);
      return siblings.someText(
        (text) => text.includes(head) && others.some((other) => text.includes(`${other} ${head}`)),
      );
    },
    example: {
      sibling: 'A white truck in a street.',
      refuses: ['A green truck by a house.', 'green', 'red'],
      passes: ['A green truck by a house.', 'green', 'red'],
    },
  },
];

/**
 * Whether a text says an attribute of other things alone, each time right before the noun: one that is of another sort than the head,
 * by no sense its synonym, a kind or a part of it.
 */
function isOfAnother(
  said: string,
  text: string,
  { head, headNoun }: SiteContext['word'],
  { relations, nouns, formOf }: CheckLexicon,
): boolean {
  const words = text.match(/[\p{L}\p{N}]+(?:['-]\p{L}+)*|[^\s]/gu) ?? [];
  return words.every((word, i) => {
    if (word !== said) return true;
    if (typeof head !== 'string' || headNoun === undefined) return false;
    const next = formOf(words[i + 1] ?? '');
    const second = formOf(words[i + 2] ?? '');
    const isCompound = second.noun !== undefined && second.closed === undefined;
    if (next.noun === undefined || next.closed !== undefined || next.scaled || isCompound) return false;
    const noun = nouns.get(next.noun);
    return (
      noun !== undefined &&
      noun.person === headNoun.person &&
      kindOf(noun) !== kindOf(headNoun) &&
      !looksAlike(head, next.noun) &&
      relations.relation(head, next.noun) === undefined &&
      !relations.mayRelate(head, next.noun)
    );
  });
}

function isSaidTwice({ word: { first, last, lemma }, lower }: SiteContext): boolean {
  return saysLike(lemma, lower(first - 1)) || saysLike(lemma, lower(last + 1));
}

function shareScale(a: string, b: string): boolean {
  return scalesOf(a).some(({ scale }) => scaleNamesOf(b).includes(scale));
}

/** How big something is, by whatever measure. */
const sizes: ReadonlySet<string> = new Set(['size', 'height', 'length', 'width', 'thickness']);

function saysLike(word: string, beside: string | undefined): boolean {
  if (beside === undefined) return false;
  const scales = scaleNamesOf(word);
  const others = scaleNamesOf(beside);
  if (scales.includes('colour')) return false;
  if (scales.some((scale) => others.includes(scale))) return true;
  return scales.some((scale) => sizes.has(scale)) && others.some((scale) => sizes.has(scale));
}

const soft: readonly SenseName[] = [
  ['fabric', 1],
  ['fiber', 1],
  ['leather', 1],
  ['paper', 1],
];
const softOf = new Map<string, boolean>();

/** Whether a material is cloth, leather or paper: the first noun of its group ("woolen", "wool") by its first sense. */
function isSoft(lemma: string, lexicon: CheckLexicon): boolean {
  let isOne = softOf.get(lemma);
  if (isOne === undefined) {
    const { senses } = lexicon.graph.noun;
    const sense = groupOf(lemma).flatMap((word) => senses.get(word)?.[0] ?? [])[0];
    isOne = sense !== undefined && isBelow(sense.synset, soft, lexicon);
    softOf.set(lemma, isOne);
  }
  return isOne;
}
