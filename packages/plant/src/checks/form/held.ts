import { safetyLexiconOf } from '../../safety/caption-facts';
import type { SiteContext } from '../../sites/site-context';
import type { Check, CheckLexicon } from '../check';
import { isWornOrEaten, mayBeWornOrEaten } from '../safety/kept-apart';
import { hasSenseBelow, isBelow, type SenseName } from '../senses';

/** A glass, a cup, a bowl, and as much as is in one. */
const holders: readonly SenseName[] = [
  ['container', 1],
  ['containerful', 1],
];
/** A slice, a piece, a heap. */
const portions: readonly SenseName[] = [
  ['small indefinite quantity', 1],
  ['large indefinite quantity', 1],
];
const drinks: readonly SenseName[] = [['beverage', 1]];
const food = 13;

type Holding = 'holder' | 'portion' | undefined;

const ofObjects = { kind: 'form', slots: ['object'] } as const;

/** "A cup of coffee", "a slice of pizza": what holds or measures, and what is in it. */
export const heldChecks: readonly Check[] = [
  {
    ...ofObjects,
    id: 'form/worn-or-eaten',
    scope: 'site',
    reason: 'form',
    what: 'Something would be worn that is no clothing, or eaten that is no food, by the classes of lexicon/safety.tsv.',
    may: { at: ({ caption, word }) => mayBeWornOrEaten(caption.slice(0, word.start)) },
    refuses: ({ caption, word }, { text }, lexicon) =>
      word.noun?.person !== true &&
      isWornOrEaten(safetyLexiconOf(lexicon).classes, text, caption.slice(0, word.start)),
    example: {
      refuses: ['A dog wearing a pink jacket.', 'jacket', 'truck'],
      passes: ['A dog wearing a pink jacket.', 'jacket', 'dress'],
    },
  },
  {
    ...ofObjects,
    id: 'form/holder',
    scope: 'site',
    reason: 'form',
    what: 'Before "of" stands what holds or measures, and the new word does not, or the other way round: "a fork of coffee".',
    may: { at: (site) => isHolding(site, site.word.last) },
    refuses: (site, other, lexicon) =>
      isHolding(site, site.word.last) &&
      holdingOf(site.word.lemma, lexicon) !== holdingOf(other.lemma, lexicon),
    example: {
      refuses: ['A cup of coffee on a table.', 'cup', 'fork'],
      passes: ['A bottle of wine on a table.', 'bottle', 'glass'],
    },
  },
  {
    ...ofObjects,
    id: 'form/held',
    scope: 'site',
    reason: 'form',
    what: 'Food or drink that is held or measured becomes something else: "a slice of glass".',
    may: { at: (site, lexicon) => site.word.noun?.lexfile === food && isHeld(site, lexicon) },
    refuses: (site, other, lexicon) => {
      const { noun } = site.word;
      if (noun?.lexfile !== food || !isHeld(site, lexicon)) return false;
      const isDrink = isBelow(noun.synset, drinks, lexicon);
      return other.noun?.lexfile !== food || isBelow(other.noun.synset, drinks, lexicon) !== isDrink;
    },
    example: {
      refuses: ['A slice of pizza on a table.', 'pizza', 'glass'],
      passes: ['A bowl of soup on a table.', 'soup', 'rice'],
    },
  },
];

function isHolding({ lower }: SiteContext, last: number): boolean {
  const [next, second] = [lower(last + 1), lower(last + 2)];
  return next === 'of' || (next === 'full' && second === 'of') || (next === 'filled' && second === 'with');
}

/** Whether what is before "of" holds or measures the word. */
function isHeld({ lower, word: { first } }: SiteContext, lexicon: CheckLexicon): boolean {
  let at = first - 1;
  // Up to two words say more of it: "a slice of hot cheese pizza".
  for (let passed = 0; passed < 2 && lower(at) !== 'of' && lower(at) !== 'with'; passed += 1) at -= 1;
  const link = lower(at);
  if (link !== 'of' && link !== 'with') return false;
  at -= 1;
  if (lower(at) === 'full' || lower(at) === 'filled') at -= 1;
  else if (link === 'with') return false;
  const holder = lower(at);
  if (holder === undefined) return false;
  return holdingOf(lexicon.formOf(holder).noun ?? holder, lexicon) !== undefined;
}

function holdingOf(lemma: string, lexicon: CheckLexicon): Holding {
  if (hasSenseBelow(lemma, holders, lexicon)) return 'holder';
  return hasSenseBelow(lemma, portions, lexicon) ? 'portion' : undefined;
}
