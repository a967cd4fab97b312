import { remembered } from '../../hashes/remembered';
import { safetyLexiconOf } from '../../safety/caption-facts';
import { mayMeanMinor, minorsAmong } from '../../safety/minor-words';
import type { Written } from '../../safety/protect-minors';
import { isIntimate, mayBeIntimate } from '../../safety/sensitive-topics';
import {
  ANIMAL,
  DANGER,
  DEGRADING,
  DWELLING,
  EATEN,
  GARB,
  HERD,
  PRIVATE_OR_HARMFUL,
  PROFANE,
  SACRED,
  SOLEMN,
  STEREOTYPE,
  WORN,
  type WordClasses,
} from '../../safety/word-classes';
import { type PlacedWord, wordsOf } from '../../safety/words-of';
import type { Check } from '../check';

/** What is never put beside whom, by the classes of lexicon/safety.tsv. */
export const keptApartChecks: readonly Check[] = [
  {
    id: 'minor/kept-from',
    kind: 'safety',
    scope: 'written',
    reason: 'minor',
    what: 'A place to sleep, wash or lock in, a weapon, a drug, a drink, underwear, a cliff, a fire or a wild beast would come beside a minor; or where one of the private ones is already, the minor or what is done there would change.',
    may: {
      of: ({ slot, text }, lexicon) =>
        hasClass(safetyLexiconOf(lexicon).classes, text, KEPT) || maySeeHarm(slot, [text.toLowerCase()]),
    },
    refuses: (written, lexicon) => {
      const safety = safetyLexiconOf(lexicon);
      // What a caption names takes longest to find out.
      const isKept = written.texts.some((text) => hasClass(safety.classes, text, KEPT));
      if (!isKept && !maySeeHarm(written.slot, written.texts)) return false;
      const facts = safety.factsOf(written.caption);
      return facts.namesMinor && (isKept || facts.namesHarm);
    },
    example: {
      slot: 'object',
      refuses: ['A child beside a chair.', 'chair', 'bed'],
      passes: ['A child in a bed with a doll.', 'doll', 'ball'],
    },
  },
  {
    id: 'group/degraded',
    kind: 'safety',
    scope: 'written',
    reason: 'person',
    what: 'A cage, a rope, filth, vermin, a weapon, a violent act or what else degrades would come beside a minor or somebody of a people, a faith, an age, a disability or a low standing; or such a person would wear what is no clothing, eat what is no food, or live in what is no dwelling.',
    may: {
      at: ({ caption, word: { slot, text, start } }, lexicon) =>
        hasClass(safetyLexiconOf(lexicon).classes, text, GARB) ||
        (slot !== 'action' && mayBeMisused(caption.slice(0, start))),
      of: ({ slot, text }, lexicon) => {
        const { classes } = safetyLexiconOf(lexicon);
        return degrades(classes, text.toLowerCase(), slot) || hasClass(classes, text, STEREOTYPE);
      },
      either: true,
    },
    refuses: (written, lexicon) => {
      const safety = safetyLexiconOf(lexicon);
      const isDegrading = (text: string, i: number) =>
        degrades(safety.classes, text, written.slot) ||
        (hasClass(safety.classes, oldText(written, i), GARB) && !hasClass(safety.classes, text, WORN)) ||
        (written.slot !== 'action' &&
          isMisused(safety.classes, text, written.caption.slice(0, written.keywords[i]!.start)));
      const isTaunt = (text: string) => hasClass(safety.classes, text, STEREOTYPE);
      if (!written.texts.some((text, i) => isDegrading(text, i) || isTaunt(text))) return false;
      const facts = safety.factsOf(written.caption);
      return facts.namesGroup || (facts.namesMinor && written.texts.some(isDegrading));
    },
    example: {
      slot: 'object',
      refuses: ['A homeless man with a bag.', 'bag', 'rope'],
      passes: ['A tall man with a bag.', 'bag', 'rope'],
    },
  },
  {
    id: 'group/animal',
    kind: 'safety',
    scope: 'written',
    reason: 'person',
    what: 'An animal would take the place of a person of such a group.',
    may: {
      of: ({ text }, lexicon) => (safetyLexiconOf(lexicon).classes.of(lastOf(text)) & ANIMAL) !== 0,
    },
    refuses: (written, lexicon) => {
      const safety = safetyLexiconOf(lexicon);
      return (
        written.texts.some(
          (text, i) =>
            (safety.classes.of(lastOf(text)) & ANIMAL) !== 0 &&
            safety.classes.isPerson(lastOf(oldText(written, i))),
        ) && safety.factsOf(written.caption).namesGroup
      );
    },
    example: {
      slot: 'object',
      refuses: ['A homeless man chasing a dog.', 'man', 'dog'],
      passes: ['A dog chasing a cat.', 'dog', 'cat'],
    },
  },
  {
    id: 'person/herd',
    kind: 'safety',
    scope: 'written',
    reason: 'person',
    what: 'Persons would be counted like animals: "a herd of people".',
    may: { of: ({ text }, lexicon) => hasClass(safetyLexiconOf(lexicon).classes, text, HERD) },
    refuses: (written, lexicon) => {
      const { classes } = safetyLexiconOf(lexicon);
      return written.texts.some((text, i) => {
        if (!hasClass(classes, text, HERD)) return false;
        const { end } = written.replacements[i]!;
        const behind = wordsOf(written.negative.slice(end));
        const isOf = /\bof$/i.test(text) || behind[0]?.word === 'of';
        return isOf && countsPersons(classes, behind);
      });
    },
    example: {
      slot: 'count',
      refuses: ['Two people in a field.', 'Two', 'A herd of'],
      passes: ['Two sheep in a field.', 'Two', 'A herd of'],
    },
  },
  {
    id: 'sacred/exchanged',
    kind: 'safety',
    scope: 'written',
    reason: 'sacred',
    what: 'A sacred place, thing or text would stand for another one, for a beast, or for a bar, a toilet, a weapon and their like, or one of these for it; or one of these or a second sacred thing would come beside what is sacred, the dead or a memorial; or an animal beside scripture.',
    may: {
      of: ({ text }, lexicon) =>
        violently.test(text) ||
        filthy.test(text) ||
        hasClass(safetyLexiconOf(lexicon).classes, text, ofSacred),
    },
    refuses: (written, lexicon) => {
      const safety = safetyLexiconOf(lexicon);
      const { classes } = safety;
      return written.texts.some((text, i) => {
        if (violently.test(text) || filthy.test(text)) return safety.factsOf(written.caption).namesSacred;
        const other = classes.of(text.toLowerCase());
        if ((other & ofSacred) === 0) return false;
        const old = classes.of(oldText(written, i));
        if ((old & (SACRED | SOLEMN)) !== 0) return true;
        if ((other & ANIMAL) !== 0 && safety.factsOf(written.caption).namesScripture) return true;
        if ((old & PROFANE) !== 0 && (other & SACRED) !== 0) return true;
        const mocks = SACRED | PROFANE | DEGRADING | PRIVATE_OR_HARMFUL;
        return (other & mocks) !== 0 && safety.factsOf(written.caption).namesSacred;
      });
    },
    example: {
      slot: 'object',
      refuses: ['A church on a hill.', 'church', 'mosque'],
      passes: ['A church on a hill.', 'hill', 'street'],
    },
  },
  {
    id: 'refused/intimate',
    kind: 'safety',
    scope: 'written',
    reason: 'refused-word',
    what: 'Swimwear would come, or the negative would be a text about undress or intimacy; from such a caption nothing is mined at all.',
    may: { of: ({ text }) => swimwear.test(text) || mayBringIntimacy(text.toLowerCase()) },
    refuses: (written) =>
      written.texts.some((text) => swimwear.test(text)) ||
      (written.texts.some(mayBringIntimacy) && isIntimate(wordsOf(written.negative))),
    example: {
      slot: 'object',
      refuses: ['A woman in a dress.', 'dress', 'bra'],
      passes: ['A woman in a dress.', 'dress', 'coat'],
    },
  },
];

/** Ordinary on a beach where the caption has it, but never new. */
const swimwear = /^(?:(?:string )?bikinis?|swimsuits?|bathing suits?|speedos?|swim trunks)$/i;

/** What a minor is kept from. */
const KEPT = PRIVATE_OR_HARMFUL | DANGER;

/** What a sacred thing never becomes. */
const ofSacred = SACRED | PROFANE | DEGRADING | ANIMAL | PRIVATE_OR_HARMFUL;

/** What is done to somebody or something by force, and what makes a thing clothing. */
const roughly =
  /^(?:wear|throw|toss|kick|hit|punch|chas|push|pull|drag|crawl|whip|tie)(?:s|e[sd]?|ing|ting|ping)?$/;
/** Words up to the next thing: what stands behind a preposition or a further verb is somewhere else. */
const upTo = (most: number) =>
  `(?: (?!(?:on|in|at|with|near|by|next|beside|behind|under|of|off|while|to|from|for|as|is|are)\\b|\\w+ing\\b)[\\w-]+){0,${most}} $`;
/** New beside what is sacred or a person of a group; "a crucifix hangs" may stay. */
const violently =
  /^(?:burn|hang|hung|shoot|shot|stab|lynch|kill|behead|drown|chok|strangl|urinat|spit|vomit|defecat)(?:s|e[sd]?|ed|ing|ting|bed|bing)?$/i;
const filthy = /^(?:dirty|filthy|grimy|nasty|stinking|smelly|filth)$/i;
const isWorn = new RegExp(`\\b(?:wear(?:s|ing)?|wore|worn|(?:dressed|clad) in)${upTo(4)}`, 'i');
const isEaten = new RegExp(
  `\\b(?:eat(?:s|ing)?|ate|drink(?:s|ing)?|chew(?:s|ing)?|bit(?:es|ing)|lick(?:s|ing)?)${upTo(3)}`,
  'i',
);
const isLivedIn = /\bliv(?:es?|ing|ed) in(?: [\w-]+){0,2} $/i;

/** Whether what follows a text may be worn or eaten. */
export function mayBeWornOrEaten(before: string): boolean {
  return isWorn.test(before) || isEaten.test(before);
}

function mayBeMisused(before: string): boolean {
  return mayBeWornOrEaten(before) || isLivedIn.test(before);
}

/** Whether a word degrades whom it is said of, whatever it takes the place of. @param text in lower case */
function degrades(classes: WordClasses, text: string, slot: Written['slot']): boolean {
  return (
    hasClass(classes, text, DEGRADING) ||
    (slot === 'action' && roughly.test(text)) ||
    violently.test(text) ||
    (slot !== 'attribute' && filthy.test(text))
  );
}

/** Whether a change may bring a minor and what harms together that a caption names: a doing, a place, or another minor. */
function maySeeHarm(slot: Written['slot'], texts: Written['texts']): boolean {
  return slot === 'relation' || slot === 'action' || texts.some(namesMinor);
}

/** Whether something would be worn that is no clothing, or eaten that is no food. */
export function isWornOrEaten(classes: WordClasses, text: string, before: string): boolean {
  return (
    (isWorn.test(before) && !hasClass(classes, text, WORN)) ||
    (isEaten.test(before) && !hasClass(classes, text, EATEN))
  );
}

/** Whether somebody would wear, eat or live in what nobody does. */
function isMisused(classes: WordClasses, text: string, before: string): boolean {
  return (
    isWornOrEaten(classes, text, before) ||
    (isLivedIn.test(before) &&
      (!hasClass(classes, text, DWELLING) || hasClass(classes, text, PROFANE | SACRED)))
  );
}

function hasClass(classes: WordClasses, text: string, bit: number): boolean {
  return (classes.of(text.toLowerCase()) & bit) !== 0;
}

function oldText({ caption, keywords }: Written, i: number): string {
  const { start, end } = keywords[i]!;
  return caption.slice(start, end).toLowerCase();
}

function lastOf(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
}

function namesMinor(text: string): boolean {
  const words = wordsOf(text);
  return words.some(({ word }) => mayMeanMinor(word)) && minorsAmong(words).length > 0;
}

/** The same words are asked about again and again. */
const mayBringIntimacy = remembered(
  (text: string) => wordsOf(text).some(({ word }) => mayBeIntimate(word)),
  10_000,
);

/** How many words behind "a herd of" may name what is counted. */
const nearby = 4;

function countsPersons(classes: WordClasses, behind: readonly PlacedWord[]): boolean {
  for (const { word } of behind.slice(0, nearby)) {
    if ((classes.of(word) & ANIMAL) !== 0) return false;
    if (word === 'people' || classes.isPerson(word)) return true;
  }
  return false;
}
