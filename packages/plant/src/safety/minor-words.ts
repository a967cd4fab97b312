import { remembered } from '../hashes/remembered';
import { wordClass } from '../lexicon/words';
import type { PlacedWord } from './words-of';

/**
 * How surely somebody is a minor: `sure`: a child by the word itself; `maybe`: often one ("daughter", "youth",
 * "student"); `young`: an adult's word as well, which counts in texts about sex, alcohol and their like alone.
 */
type Likelihood = 'sure' | 'maybe' | 'young';

/** Words of a text that speak of a minor. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly likelihood: Likelihood;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const sure = wordClass('minor');

/** WordNet's other words for a juvenile, a child, offspring or a pupil, and words that say how old somebody is. */
const maybe = wordClass('minor perhaps');

const young = set('young younger youngest youthful');

/** "schoolgirl", "grandchild", "crybaby". */
const endsInMinor = /(?:boys?|girls?|child|children|baby|babies)$/;
/** They end so and are grown up, or no person. */
const grown = wordClass('minor never');

const small = set('little lil littlest wee');
/** "the little ones", "a little guy". */
const calledLittle = wordClass('called little');
/** "a young person". */
const calledYoung = wordClass('called young');
const schools = wordClass('school');
const schoolPeople = wordClass('school people');

const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'.split(
    ' ',
  );
const ordinals = wordClass('ordinal');
const years = set('y yr yrs year years');
const shorterTimes = set('month months mo mos week weeks wk wks day days');
const ofAge = set('old olds o of young');

/** The minors that a text's words speak of, in their order; a mention of several words ("5 year old") is one. */
export function minorsAmong(words: readonly PlacedWord[]): Mention[] {
  const mentions: Mention[] = [];
  if (!words.some(({ word }) => mayMeanMinor(word))) return mentions;
  for (let i = 0; i < words.length; i += 1) {
    const found = mentionAt(words, i);
    if (!found) continue;
    const last = i + found.length - 1;
    mentions.push({ start: words[i]!.start, end: words[last]!.end, likelihood: found.likelihood });
    i = last;
  }
  return mentions;
}

/**
 * Whether a word may be one of a minor's mention, by itself or with others. A text without such a word names no minor,
 * nor do two texts put together of which neither has one.
 */
export const mayMeanMinor = remembered(isOfMention, 50_000);

function isOfMention(word: string): boolean {
  return (
    sure.has(word) ||
    maybe.has(word) ||
    young.has(word) ||
    small.has(word) ||
    schools.has(word) ||
    years.has(word) ||
    shorterTimes.has(word) ||
    agesOrGrades.test(word) ||
    (endsInMinor.test(word) && !grown.has(word))
  );
}

/** "aged", "under 5", "12yo", "newborn", "born", "graders". */
const agesOrGrades = /^(?:age[ds]?|under|u|below|new|yos?|borns?|graders?|\d{1,2}\p{L}+|u\d{1,2}s?)$/u;

function mentionAt(
  words: readonly PlacedWord[],
  i: number,
): { readonly length: number; readonly likelihood: Likelihood } | undefined {
  const { word } = words[i]!;
  const next = words[i + 1]?.word ?? '';
  const age = lengthOfAge(words, i);
  if (age > 0) return { length: age, likelihood: 'sure' };
  if (sure.has(word) || (endsInMinor.test(word) && !grown.has(word)))
    return { length: 1, likelihood: 'sure' };
  if (maybe.has(word)) return { length: 1, likelihood: 'maybe' };
  if (word === 'new' && /^borns?$/.test(next)) return { length: 2, likelihood: 'sure' };
  const isPair =
    (small.has(word) && calledLittle.has(next)) ||
    (young.has(word) && calledYoung.has(next)) ||
    (schools.has(word) && schoolPeople.has(next)) ||
    (word === 'small' && next === 'fry') ||
    ((word === 'under' || word === 'school') && /^aged?$/.test(next)) ||
    (ordinals.has(word) && /^graders?$/.test(next));
  if (isPair) return { length: 2, likelihood: 'maybe' };
  return young.has(word) ? { length: 1, likelihood: 'young' } : undefined;
}

/** How many words from this one on say an age below 18: "5 year old", "six-month-olds", "aged 7", "12yo"; 0 for none. */
function lengthOfAge(words: readonly PlacedWord[], i: number): number {
  const { word } = words[i]!;
  const next = words[i + 1]?.word ?? '';
  const second = words[i + 2]?.word ?? '';
  if (/^age[ds]?$/.test(word)) {
    if (isBelow18(next)) return 2;
    return next === 'between' && isBelow18(second) ? 3 : 0;
  }
  if (word === 'under' || word === 'u' || word === 'below') {
    if (/^(?:\d{1,2}|fives|tens|teens|twelves|sixteens|eighteens)s?$/.test(next) && /s$/.test(next)) return 2;
    return isBelow18(next) && (years.has(second) || second === '') ? 2 : 0;
  }
  if (/^u(?:[5-9]|1[0-8])s?$/.test(word)) return 1;
  if (/^yos?$/.test(next) && isBelow18(word)) return 2;
  const glued = /^(\d{1,2})(yo|yos|y|yr|yrs|year|years|m|mo|mos|month|months)$/.exec(word);
  if (glued) {
    const isWhole = /^yos?$/.test(glued[2]!);
    const isYoung = isBelow18(glued[1]!) || /^m/.test(glued[2]!);
    return isYoung && (isWhole || ofAge.has(next)) ? (isWhole ? 1 : 2) : 0;
  }
  const isTime = years.has(next) ? isBelow18(word) : shorterTimes.has(next) && isNumber(word);
  return isTime && ofAge.has(second) ? 3 : 0;
}

function isNumber(word: string): boolean {
  return /^\d{1,3}$/.test(word) || numbers.includes(word) || word === 'few' || word === 'several';
}

function isBelow18(word: string): boolean {
  if (/^\d{1,2}$/.test(word)) return Number(word) < 18;
  const number = numbers.indexOf(word);
  return number >= 0 && number < 18;
}
