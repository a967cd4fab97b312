import { remembered } from '../hashes/remembered';
import { wordClass } from '../lexicon/words';
import type { PlacedWord } from './words-of';

/** Topics that nobody young is brought near to: classes of lexicon/words.tsv, in which a star stands for any ending. */
const topics = [
  ...['undress', 'swimwear', 'bathing', 'body', 'bareness', 'sex', 'shows', 'love', 'birth', 'alcohol'],
  ...['drugs', 'violence'],
];

const bitsOf = (chosen: readonly string[]) =>
  chosen.reduce((bits, name) => bits | (1 << topics.indexOf(name)), 0);

const matchers = topics.map((name) => {
  const words = [...wordClass(`topic ${name}`)];
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return {
    exact: new Set(words.filter((word) => !word.endsWith('*'))),
    begins: beginnings.length > 0 ? new RegExp(`^(?:${beginnings.join('|')})`) : undefined,
  };
});

const all = bitsOf(topics);
/** A bathroom or a glass of wine is no reason to leave out another person's picture. */
const ofPictures = bitsOf(topics.filter((name) => name !== 'bathing' && name !== 'alcohol'));
const intimate = bitsOf(['undress', 'bareness', 'sex']);

/** "bare chest", "make love", "give birth" are of two words. */
const pairs: readonly (readonly [first: RegExp, second: RegExp, isIntimate: boolean])[] = [
  [
    /^bare$/,
    /^(?:chest|chested|skin|skinned|midriff|shoulders?|shouldered|legged|legs|body|back|backed)$/,
    false,
  ],
  [/^bare$/, /^(?:bottom|bottomed|butts?|breasts?|breasted|body|bodied)$/, true],
  [/^(?:make|makes|making|made)$/, /^love$/, true],
  // "made out of stone" is no intimacy, though beside a minor it is left alone.
  [/^(?:make|makes|making|made)$/, /^out$/, false],
  [/^g$/, /^strings?$/, true],
  [/^(?:lap|pole)$/, /^danc/, true],
  [/^belly$/, /^danc/, false],
  [/^breast$/, /^fe(?:d|eds?|eding)$/, true],
  [/^bare$/, /^(?:belly|bellies|stomach|tummy|bum|bosom|thighs?|crotch)$/, true],
  [/^(?:thighs?|breasts?|butts?|buttocks)$/, /^of$/, true],
  [/^in$/, /^(?:boxers|briefs)$/, true],
  [/^boxer$/, /^(?:briefs|shorts)$/, true],
  [
    /^(?:his|her|their|s)$/,
    /^(?:breasts?|thighs?|butts?|buttocks|bum|groin|crotch|cleavage|nipples?)$/,
    true,
  ],
  [/^wet$/, /^(?:t|tshirts?|blouse)$/, true],
  [/^chang(?:e|es|ing)$/, /^clothes$/, true],
  [/^(?:getting|gets?|got|half|partly|partially)$/, /^(?:un)?dressed$/, true],
  [/^hot$/, /^tubs?$/, false],
];
/** "a same-sex couple", "both sexes": whom they love or who they are, and nothing that they do. */
const noSex: ReadonlySet<string> = new Set(['same', 'opposite', 'both', 'either', 'single', 'mixed', 'fair']);
/** "a naked tree", "a nude lipstick", "the naked eye". */
const noBody =
  /^(?:eye|eyes|trees?|branch(?:es)?|twigs?|bulbs?|flames?|rocks?|mole|mountains?|hills?|cakes?|colou?r(?:ed)?|lips?|lipsticks?|lip|gloss|nails?|polish|heels?|pumps?|sandals?|shoes?|boots?|flats?|bikes?|suede|leather|patent|beige|pink)$/;
const kisses =
  /^(?:kiss(?:es|ed|ing)?|smooch\w*|snog\w*|caress\w*|cuddl\w*|snuggl\w*|embrac\w*|hug(?:s|ged|ging)?|spooning|shirtless|barechested)$/;
const people =
  /^(?:m[ae]n|wom[ae]n|lad(?:y|ies)|guys?|couples?|lovers|persons?|people|he|she|they|girlfriend|boyfriend|wife|husband)$/;
const garments =
  /^(?:dress|dresses|clothes|clothing|shirts?|t|tshirts?|tops?|blouses?|skirts?|pants|trousers|jeans|shorts|robe|bathrobe|towel|stockings?|nightgown)$/;
const beds =
  /^(?:beds?|bedrooms?|mattress(?:es)?|sheets|showers?|showering|baths?|bathtubs?|tubs?|sauna|jacuzzi)$/;

/** "taking off over tree tops", "from a top". */
const otherPlace = /^(?:over|from|at|in|on|above|behind|near|tree|trees|roof|mountain|table)$/;

const maxKept = 50_000;

/** The topics that a word speaks of, as bits. */
const topicsOf = remembered((word: string): number => {
  let bits = 0;
  for (const [i, { exact, begins }] of matchers.entries()) {
    if (exact.has(word) || begins?.test(word)) bits |= 1 << i;
  }
  return bits;
}, maxKept);

/** Whether a text's words speak of undress, sex, love, birth, alcohol, drugs or violence. */
export function isSensitive(words: readonly PlacedWord[]): boolean {
  return speaksOf(words, all);
}

/** The same for the picture of another caption, which nobody changes: bathrooms and drinks may stay. */
export function isSensitiveForPictures(words: readonly PlacedWord[]): boolean {
  return speaksOf(words, ofPictures);
}

/**
 * Whether a caption is of undress or intimacy, so that nothing is mined from it: people without clothes or in their
 * underwear, what underwear covers, breastfeeding, sex, a kiss or an embrace in bed, a bath without a shirt. Swimwear, a bare chest, a kiss, a wedding are
 * ordinary.
 */
export function isIntimate(words: readonly PlacedWord[]): boolean {
  let isKiss = false;
  let isInBed = false;
  let isOfPeople = false;
  for (let i = 0; i < words.length; i += 1) {
    const { word } = words[i]!;
    if ((topicsOf(word) & intimate) !== 0 && !isMeantOtherwise(words, i)) return true;
    if (isPair(words, i, true) || isUndressing(words, i)) return true;
    isOfPeople ||= people.test(word);
    isKiss ||= kisses.test(word);
    isInBed ||= beds.test(word);
  }
  return isKiss && isInBed && isOfPeople;
}

/** "takes off her dress", "removes his shirt", "a see-through top". */
function isUndressing(words: readonly PlacedWord[], i: number): boolean {
  const { word } = words[i]!;
  const next = words[i + 1]?.word ?? '';
  const isBegun =
    (word === 'see' && next === 'through') ||
    (/^(?:tak(?:es?|ing)|took|pull(?:s|ed|ing)?|slip(?:s|ped|ping)?|strip(?:s|ped|ping)?)$/.test(word) &&
      next === 'off') ||
    (/^(?:remov(?:es?|ed|ing)|unbutton(?:s|ed|ing)?|unzip(?:s|ped|ping)?)$/.test(word) &&
      /^(?:his|her|their)$/.test(next));
  const behind = words.slice(i + 2, i + 5).map((other) => other.word);
  const garment = behind.findIndex((other) => garments.test(other));
  return isBegun && garment >= 0 && !behind.slice(0, garment).some((other) => otherPlace.test(other));
}

/** Whether a word may make a text one of undress or intimacy, by itself or with the words beside it. */
export function mayBeIntimate(word: string): boolean {
  return (
    (topicsOf(word) & intimate) !== 0 ||
    kisses.test(word) ||
    beds.test(word) ||
    garments.test(word) ||
    people.test(word) ||
    pairs.some(([first, second, isIntimate]) => isIntimate && (first.test(word) || second.test(word)))
  );
}

function isMeantOtherwise(words: readonly PlacedWord[], i: number): boolean {
  const { word } = words[i]!;
  if (word === 'sex' || word === 'sexes') return noSex.has(words[i - 1]?.word ?? '');
  return /^(?:nudes?|naked)$/.test(word) && noBody.test(words[i + 1]?.word ?? '');
}

function speaksOf(words: readonly PlacedWord[], topics: number): boolean {
  return words.some(({ word }, i) => (topicsOf(word) & topics) !== 0 || isPair(words, i, false));
}

function isPair(words: readonly PlacedWord[], i: number, intimateAlone: boolean): boolean {
  const next = words[i + 1]?.word;
  if (next === undefined || !mayBeginPair(words[i]!.word)) return false;
  const { word } = words[i]!;
  return pairs.some(
    ([first, second, isIntimate]) => (isIntimate || !intimateAlone) && first.test(word) && second.test(next),
  );
}

/** Whether a word is the first one of some pair; few are. */
const mayBeginPair = remembered((word: string) => pairs.some(([first]) => first.test(word)), maxKept);
