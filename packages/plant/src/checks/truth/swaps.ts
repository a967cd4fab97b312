import { countsExclude } from '../../lexicon/counts';
import { genderOf, saysGender } from '../../lexicon/people';
import { groupOf, isColour, sameGroup, scaleNamesOf } from '../../lexicon/scales';
import type { Check, SwapContext } from '../check';
import { isSymmetricLink } from './symmetric-link';

/** To look at somebody is often mutual. */
const mutual =
  /^(?:look|watch|fac|meet|star|gaz|greet|play|fight|hug|kiss|touch|talk|chat|danc|wrestl|embrac|cuddl|shak)(?:e?s|ing|e)?$/;

/** Whether it says what two do with each other. */
export function isMutual(lower: string): boolean {
  return mutual.test(lower);
}

const ofObjects = { kind: 'truth', slots: ['object'] } as const;

/** Swaps that say the same, or that something else in the caption gives away. */
export const swapChecks: readonly Check[] = [
  {
    ...ofObjects,
    id: 'symmetric/link',
    scope: 'swap',
    reason: 'symmetric',
    what: '"A dog and a cat" is "a cat and a dog", and so is what is with another one; unless their numbers, attributes that exclude each other, or what each does or where it is tell the two apart.',
    refuses: (swap) => {
      const link = between(swap);
      const isSymmetric = isSymmetricLink(link) || accompanying.has(link.at(-1)?.lower ?? '');
      return isSymmetric && !areToldApart(swap);
    },
    example: {
      refuses: ['A dog and a cat on a couch.', 'dog', 'cat'],
      passes: ['A dog chasing a cat on a couch.', 'dog', 'cat'],
    },
  },
  {
    ...ofObjects,
    id: 'symmetric/mutual',
    scope: 'swap',
    reason: 'symmetric',
    what: 'Who looks at somebody, meets or plays with somebody is looked at, met and played with as well.',
    refuses: (swap) => between(swap).some(({ lower }) => isMutual(lower)),
    example: {
      refuses: ['A dog meeting a cat.', 'dog', 'cat'],
      passes: ['A dog chasing a cat.', 'dog', 'cat'],
    },
  },
  {
    id: 'symmetric/same-head',
    kind: 'truth',
    scope: 'swap',
    reason: 'symmetric',
    slots: ['attribute', 'count'],
    what: '"A red car and a blue car" is "a blue car and a red car", and a truck is a vehicle; two attributes of one thing stay its own.',
    refuses: (swap, { relations }) => {
      const { a, b } = swap;
      if (a.slot === 'attribute' && between(swap).every(isInList)) return true;
      const [head, other] = a.slot === 'count' ? [a.headLemma, b.headLemma] : [a.head, b.head];
      if (typeof head !== 'string' || typeof other !== 'string' || head === other) return true;
      const relation = relations.relation(head, other);
      return relation === 'synonym' || relation === 'is-a';
    },
    example: {
      slot: 'attribute',
      refuses: ['A red car and a blue car in a street.', 'red', 'blue'],
      passes: ['A red car and a blue bus in a street.', 'red', 'blue'],
    },
  },
  {
    id: 'symmetric/same-actor',
    kind: 'truth',
    scope: 'swap',
    reason: 'symmetric',
    slots: ['action'],
    what: 'Who sits and stands, stands and sits; so it is where two of one name do.',
    refuses: ({ a, b }) => a.actor === b.actor,
    example: {
      refuses: ['A woman standing and sitting on a bench.', 'standing', 'sitting'],
      passes: ['A man sitting on a bench and a woman standing on a box.', 'sitting', 'standing'],
    },
  },
  {
    id: 'symmetric/said-already',
    kind: 'truth',
    scope: 'swap',
    reason: 'symmetric',
    slots: ['attribute'],
    what: 'One of the two things has the attribute of the other one as well: "a brown and black dog on a brown couch".',
    refuses: ({ a, b, tokens }) => saysBeside(a, b.lemma, tokens) || saysBeside(b, a.lemma, tokens),
    example: {
      refuses: ['A brown and black dog on a tan couch.', 'black', 'tan'],
      passes: ['A white and black dog on a tan couch.', 'black', 'tan'],
    },
  },
  {
    ...ofObjects,
    id: 'symmetric/said-again',
    scope: 'swap',
    reason: 'symmetric',
    what: 'One of the two things is named once more elsewhere, and would be another one there.',
    refuses: ({ a, b, tokens }) =>
      tokens.some(({ lower }, i) => {
        const isOutside = (i < a.first || i > a.last) && (i < b.first || i > b.last);
        return isOutside && (isWord(a, lower) || isWord(b, lower));
      }),
    example: {
      refuses: ['A dog chasing a cat while the dog barks.', 'dog', 'cat'],
      passes: ['A dog chasing a cat while a man looks on.', 'dog', 'cat'],
    },
  },
  {
    ...ofObjects,
    id: 'person/swap',
    scope: 'swap',
    reason: 'person',
    what: '"His" or "her" gives two persons away, or one would take the colour of the other along.',
    refuses: ({ a, b, words }) => {
      if (a.noun?.person !== true && b.noun?.person !== true) return false;
      if (coloursOf(a.modifiers) !== coloursOf(b.modifiers)) return true;
      if (genderOf(a.lemma) === genderOf(b.lemma)) return false;
      return saysGender(words, 'male') || saysGender(words, 'female');
    },
    example: {
      refuses: ['A man chasing a woman and his dog.', 'man', 'woman'],
      passes: ['A man chasing a woman and a dog.', 'man', 'woman'],
    },
  },
  {
    id: 'person/colour-swap',
    kind: 'safety',
    scope: 'swap',
    reason: 'person',
    slots: ['attribute'],
    what: 'The colour of a person is never swapped, nor the size, which says how old somebody is.',
    refuses: ({ a, b }) =>
      [a.lemma, b.lemma].some((lemma) => isColour(lemma) || scaleNamesOf(lemma).includes('size')) &&
      (a.headNoun?.person === true || b.headNoun?.person === true),
    example: {
      refuses: ['A black man in a white car.', 'black', 'white'],
      passes: ['A black horse in a white car.', 'black', 'white'],
    },
  },
  {
    id: 'form/holding',
    kind: 'form',
    scope: 'swap',
    reason: 'form',
    slots: ['object'],
    what: 'What holds ("a bag of …") only changes places with what holds.',
    refuses: ({ a, b, tokens }) => isHolding(a.last, tokens) !== isHolding(b.last, tokens),
    example: {
      refuses: ['A bowl of soup under an apple.', 'bowl', 'apple'],
      passes: ['A bowl of soup under a plate of rice.', 'soup', 'rice'],
    },
  },
];

function isWord({ lemma, text }: SwapContext['a'], lower: string): boolean {
  return lower === lemma || lower === text.toLowerCase();
}

function between({ a, b, tokens }: SwapContext): SwapContext['tokens'] {
  return tokens.slice(a.last + 1, startOf(b, tokens));
}

/** The index of the first word that only says more of the second thing: its article, its adjectives, its number. */
function startOf({ first }: SwapContext['b'], tokens: SwapContext['tokens']): number {
  let start = first;
  while (start > 0 && modifying.has(tokens[start - 1]!.tag)) start -= 1;
  return start;
}

const modifying = new Set(['DET', 'ADJ', 'NUM']);

const accompanying = new Set(['with', 'alongside']);

/** Whether two things that stand side by side differ in something that the swap would take from one to the other. */
function areToldApart(swap: SwapContext): boolean {
  return (
    arePartsOfNames(swap) ||
    haveOwnHolders(swap) ||
    haveOwnNumbers(swap) ||
    haveOwnAttributes(swap) ||
    haveOwnDoings(swap)
  );
}

/** "A cat with a bell and a dog with a bow". */
function haveOwnHolders(swap: SwapContext): boolean {
  const [a, b] = [startOf(swap.a, swap.tokens), startOf(swap.b, swap.tokens)];
  return a > 1 && swap.tokens[a - 1]?.lower === 'with' && swap.tokens[b - 1]?.lower === 'with';
}

/** "A dog bed and a cat tree", "a bed dog and a tree cat": the words are parts of names, and the other parts, which differ, stay. */
function arePartsOfNames({ a, b, tokens }: SwapContext): boolean {
  const differ = (i: number, j: number) =>
    i < b.first &&
    j > a.last &&
    tokens[i]?.tag === 'NOUN' &&
    tokens[j]?.tag === 'NOUN' &&
    tokens[i].lower !== tokens[j].lower;
  return differ(a.last + 1, b.last + 1) || differ(a.first - 1, b.first - 1);
}

/** "Two dogs and a cat", but not "a man and a women". */
function haveOwnNumbers({ a, b, tokens }: SwapContext): boolean {
  if (a.plural === b.plural) return false;
  const [one, several] = a.plural ? [b, a] : [a, b];
  return isOne.test(determinerOf(one, tokens)) && !isOne.test(determinerOf(several, tokens));
}

const isOne = /^(?:an?|one)$/;

/** The word before a thing and its attributes. */
function determinerOf({ first }: SwapContext['a'], tokens: SwapContext['tokens']): string {
  let at = first - 1;
  while (tokens[at]?.tag === 'ADJ') at -= 1;
  return tokens[at]?.lower ?? '';
}

/** "A red car and a blue bus", "two dogs and three cats"; in "an elderly man and woman" both are elderly. */
function haveOwnAttributes({ a, b, tokens }: SwapContext): boolean {
  if (/^(?:and|or|&)$/.test(tokens[b.first - 1]?.lower ?? '')) return false;
  const [own, others] = [a.modifiers ?? [], b.modifiers ?? []];
  return own.some((word) =>
    others.some((other) => countsExclude(word, other) || excludeOnScale(word, other)),
  );
}

function excludeOnScale(word: string, other: string): boolean {
  const scales = scaleNamesOf(other);
  return !sameGroup(word, other) && scaleNamesOf(word).some((scale) => scales.includes(scale));
}

/** "A man walking next to a woman riding a bike", "a cat on a chair and a dog on a couch". */
function haveOwnDoings({ a, b, tokens }: SwapContext): boolean {
  const [own, other] = [tokens[a.last + 1], tokens[b.last + 1]];
  if (own === undefined || other === undefined || isInRow(a, tokens)) return false;
  // Where both are said to be after the second one, both may be: "a dog sitting next to a cat on a bed".
  if (other.tag === 'VERB') return (own.tag === 'VERB' || places.has(own.lower)) && own.lower !== other.lower;
  const phrase = (from: number) =>
    tokens
      .slice(from, from + 3)
      .map(({ lower }) => lower)
      .join(' ');
  return places.has(own.lower) && places.has(other.lower) && phrase(a.last + 1) !== phrase(b.last + 1);
}

/** "A cat and a dog on a couch": where the last of them is, all may be. */
function isInRow({ first }: SwapContext['a'], tokens: SwapContext['tokens']): boolean {
  let at = first - 1;
  while (at >= 0 && modifying.has(tokens[at]!.tag)) at -= 1;
  return listing.has(tokens[at]?.lower ?? '');
}

const places = new Set('in on under behind inside atop underneath'.split(' '));

const listing = new Set(['and', 'or', '&', ',', '-']);

/** Words that may stand between the attributes of one thing. */
function isInList({ lower, tag }: SwapContext['tokens'][number]): boolean {
  return listing.has(lower) || tag === 'ADJ' || tag === 'ADV' || tag === 'NUM';
}

/** Whether the words around an attribute, of one thing, say another attribute or its like. */
function saysBeside(
  { first, last }: SwapContext['a'],
  lemma: string,
  tokens: SwapContext['tokens'],
): boolean {
  const alike = groupOf(lemma);
  for (const [start, step] of [
    [first - 1, -1],
    [last + 1, 1],
  ] as const) {
    for (let at = start; tokens[at] && isInList(tokens[at]!); at += step) {
      if (alike.includes(tokens[at]!.lower)) return true;
    }
  }
  return false;
}

function coloursOf(modifiers: readonly string[] = []): string {
  return modifiers.filter(isColour).join(' ');
}

function isHolding(last: number, tokens: SwapContext['tokens']): boolean {
  const [next, second] = [tokens[last + 1]?.lower, tokens[last + 2]?.lower];
  return next === 'of' || (next === 'full' && second === 'of') || (next === 'filled' && second === 'with');
}
