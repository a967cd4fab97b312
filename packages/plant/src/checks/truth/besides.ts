import { wordClass } from '../../lexicon/words';
import type { SiteContext } from '../../sites/site-context';
import type { SiteWord } from '../../sites/site-word';
import type { Check } from '../check';
import { headOf } from '../senses';

const ofObjects = { kind: 'truth', reason: 'likely-true', slots: ['object'] } as const;

/** What may be there beside what the caption names: its words do not exclude each other. */
export const besidesChecks: readonly Check[] = [
  {
    ...ofObjects,
    id: 'besides/on',
    scope: 'site',
    what: 'A short phrase says only that a thing is on or in another one, where another thing may be as well; of 253 verdicts on such changes 29 % had no objection.',
    may: { at: ({ word, lower }) => isOnlySaidToBe(word, lower) },
    refuses: ({ word, lower }, { noun }) =>
      noun !== undefined && !noun.person && noun.lexfile !== ANIMAL && isOnlySaidToBe(word, lower),
    example: {
      refuses: ['pillow on couch', 'pillow', 'book'],
      passes: ['pillow on couch', 'couch', 'rug'],
    },
  },
  {
    ...ofObjects,
    id: 'besides/worn',
    scope: 'site',
    what: 'Who wears one thing may wear another elsewhere on the body: a jacket and a hat; of 89 verdicts 28 % had no objection.',
    may: { of: ({ lemma }) => partOf(lemma) !== undefined },
    refuses: ({ word, lower }, other) => isWornElsewhere(word, other) && isWorn(word.first, lower),
    example: {
      refuses: ['A man wearing a black suit.', 'suit', 'hat'],
      passes: ['A man wearing a black suit.', 'suit', 'jersey'],
    },
  },
];

const ANIMAL = 5;
/** So many words and marks a phrase has that says no more than where a thing is. */
const longestPhrase = 6;

/** Whether a caption is "mirror on wall": no article, the thing first, and where it is. */
function isOnlySaidToBe({ first, last }: SiteContext['word'], lower: SiteContext['lower']): boolean {
  const link = lower(last + 1);
  if ((link !== 'on' && link !== 'in') || lower(longestPhrase) !== undefined) return false;
  for (let i = 0; i < first; i += 1) if (notInPhrase.test(lower(i) ?? '')) return false;
  return true;
}

/** An article, a number, a preposition or a verb: another thing precedes, or the caption says more than that this one is there. */
const notInPhrase = /^(?:an?|the|one|two|three|four|some|on|in|of|with|at|\w+ing)$/;

const wornOn = ['head', 'eyes', 'neck', 'body', 'legs', 'feet', 'hands', 'back'].map((part) =>
  wordClass(`worn-on-${part}`),
);

/** What is worn on the part of the body that a thing is worn on. */
function partOf(lemma: string): ReadonlySet<string> | undefined {
  return wornOn.find((things) => things.has(headOf(lemma)));
}

function isWornElsewhere(word: SiteWord, other: SiteWord): boolean {
  const [own, its] = [partOf(word.lemma), partOf(other.lemma)];
  return own !== undefined && its !== undefined && own !== its;
}

/** How many words may stand between "wearing" and a thing: "wearing a long black coat". */
const maxBetween = 4;

function isWorn(first: number, lower: SiteContext['lower']): boolean {
  for (let at = first - 1; at >= first - 1 - maxBetween; at -= 1) {
    const word = lower(at) ?? '';
    if (/^(?:wear(?:s|ing)?|wore)$/.test(word)) return true;
    if (/^(?:in|on|at|of|with|by|near|under|behind|beside)$/.test(word)) return false;
  }
  return false;
}
