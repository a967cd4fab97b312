import { genderOf, saysGender } from '../../lexicon/people';
import { isColour } from '../../lexicon/scales';
import type { Check, SwapContext } from '../check';
import { isSymmetricLink } from './symmetric-link';

/** To look at somebody is often mutual. */
const mutual = /^(?:look|watch|fac|meet|star|gaz|greet|play|fight|hug|kiss|touch|talk)(?:e?s|ing|e)?$/;

/** Swaps that say the same, or that something else in the caption gives away. */
export const swapChecks: readonly Check[] = [
  {
    id: 'symmetric/link',
    kind: 'truth',
    scope: 'swap',
    reason: 'symmetric',
    slots: ['object'],
    what: '"A dog and a cat" is "a cat and a dog".',
    refuses: (swap) =>
      isSymmetricLink(between(swap)) && haveLikeModifiers(swap) && swap.a.plural === swap.b.plural,
    example: {
      slot: 'object',
      refuses: ['A dog and a cat on a couch.', 'dog', 'cat'],
      passes: ['A dog chasing a cat on a couch.', 'dog', 'cat'],
    },
  },
  {
    id: 'symmetric/mutual',
    kind: 'truth',
    scope: 'swap',
    reason: 'symmetric',
    slots: ['object'],
    what: 'Who looks at somebody, meets or plays with somebody is looked at, met and played with as well.',
    refuses: (swap) => between(swap).some(({ lower }) => mutual.test(lower)),
    example: {
      slot: 'object',
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
    what: '"A red car and a blue car" is "a blue car and a red car"; two attributes of one thing stay its own.',
    refuses: (swap) => {
      const { a, b } = swap;
      if (a.slot === 'count') return a.headLemma === b.headLemma;
      return a.head === undefined || b.head === undefined || a.head === b.head;
    },
    example: {
      slot: 'attribute',
      refuses: ['A red car and a blue car in a street.', 'red', 'blue'],
      passes: ['A red car and a blue bus in a street.', 'red', 'blue'],
    },
  },
  {
    id: 'person/swap',
    kind: 'truth',
    scope: 'swap',
    reason: 'person',
    slots: ['object'],
    what: '"His" or "her" gives two persons away, or one would take the colour of the other along.',
    refuses: ({ a, b, words }) => {
      if (a.noun?.person !== true && b.noun?.person !== true) return false;
      if (coloursOf(a.modifiers) !== coloursOf(b.modifiers)) return true;
      if (genderOf(a.lemma) === genderOf(b.lemma)) return false;
      return saysGender(words, 'male') || saysGender(words, 'female');
    },
    example: {
      slot: 'object',
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
    what: 'The colour of a person is never swapped.',
    refuses: ({ a, b }) =>
      (isColour(a.lemma) || isColour(b.lemma)) &&
      (a.headNoun?.person === true || b.headNoun?.person === true),
    example: {
      slot: 'attribute',
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
      slot: 'object',
      refuses: ['A bowl of soup under an apple.', 'bowl', 'apple'],
      passes: ['A bowl of soup under a plate of rice.', 'soup', 'rice'],
    },
  },
];

function between({ a, b, tokens }: SwapContext): SwapContext['tokens'] {
  return tokens.slice(a.last + 1, startOf(b, tokens));
}

/** Behind the words that only say more of the second thing: its article, its modifiers, its holder. */
function startOf({ first }: SwapContext['b'], tokens: SwapContext['tokens']): number {
  let start = first;
  while (start > 0 && modifying.has(tokens[start - 1]!.tag)) start -= 1;
  return start;
}

const modifying = new Set(['DET', 'ADJ', 'NUM']);

function haveLikeModifiers({ a, b, tokens }: SwapContext): boolean {
  const link = tokens[b.first - 1]?.lower ?? '';
  // In "an elderly man and woman" both are elderly.
  if (/^(?:and|or|&)$/.test(link)) return true;
  return (a.modifiers ?? []).join(' ') === (b.modifiers ?? []).join(' ');
}

function coloursOf(modifiers: readonly string[] = []): string {
  return modifiers.filter(isColour).join(' ');
}

function isHolding(last: number, tokens: SwapContext['tokens']): boolean {
  const [next, second] = [tokens[last + 1]?.lower, tokens[last + 2]?.lower];
  return next === 'of' || (next === 'full' && second === 'of') || (next === 'filled' && second === 'with');
}
