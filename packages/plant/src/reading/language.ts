import { wordClass } from '../lexicon/words';
import type { Token } from './tagger';

/** Classes of words that the tagger knows by heart: an unknown word gets none of these tags. */
const closedTags: ReadonlySet<string> = new Set('PRON DET AUX ADP PART SCONJ CCONJ ADV NUM INTJ'.split(' '));

/**
 * Weights of a logistic regression that `npx tsx packages/plant/scripts/fit-language.ts` fits: COCO's captions whole, in pieces of
 * two to four words and as titles with made-up brands, against fixtures/foreign-captions.tsv.
 */
const weights: Readonly<Record<LanguageFeature, number>> = {
  constant: -0.98,
  unknownShare: 9,
  capitalShare: 4.65,
  titleShare: 8.94,
  unknown: 2.8,
  capitals: 2.75,
  titles: -1.73,
  closedShare: -7.89,
  beyondAscii: 3,
  longKnownShare: -6.6,
};

/**
 * Shares of words and numbers of them: unknown ones in small letters, those with a capital in a sentence and in a title,
 * prepositions and the like, words with a letter beyond ASCII (two at most), known ones of four letters or more.
 */
export const languageFeatures = [
  'constant',
  'unknownShare',
  'capitalShare',
  'titleShare',
  'unknown',
  'capitals',
  'titles',
  'closedShare',
  'beyondAscii',
  'longKnownShare',
] as const;
type LanguageFeature = (typeof languageFeatures)[number];

/** Log odds of another language, above which a text is refused; one unknown word, or a title's names, are weak evidence. */
const threshold = 2;
const thresholdOfWeak = 3.25;
const longWord = 4;
/** The most letters of a function word. Any other word as short that English has not speaks for another language. */
const longestShort = 3;
/**
 * Function words that another language writes alike: those of fixtures/foreign-captions.tsv, and of German, Dutch, Danish,
 * Spanish, French, Portuguese and romanised Hindi.
 */
const sharedWords: ReadonlySet<string> = new Set(
  'i in no am a over an do to by is was on me he so at for under as all we or her him there my some off up but'.split(
    ' ',
  ),
);
/** Fewer words in plain letters tell no language: "map cog" is an icon. */
const fewestWords = 3;

/**
 * Whether a text is in another language than English: by letters of another script, else by the words that neither WordNet nor
 * the tagger's lists know, unless its function words are English. Of 226 captions in 20 languages 216 are found (the weights were fitted on them), of English ones 0.02–0.12 % are taken for foreign.
 */
export function isForeign(tokens: readonly Token[], isTitle: boolean): boolean {
  if (
    tokens.every((token, i) => !token.form.isWord || isKnown(token) || isCode(token) || isUnitOf(tokens, i))
  )
    return false;
  const counts = countWords(tokens);
  if (2 * counts.otherScript > counts.words) return true;
  if (hasEnglishFrame(counts)) return false;
  if (counts.beyondAscii === 0 && counts.words < fewestWords) return false;
  // Brands and names are in no list.
  if (isTitle && counts.unknown + counts.beyondAscii + counts.closed === 0) return false;
  return logOdds(counts, isTitle) > (isWeak(counts, isTitle) ? thresholdOfWeak : threshold);
}

/**
 * Whether the words that hold a sentence together are English: then hard words ("leukomalacia") are terms and names, however
 * many. One that no other language has is needed, or that no other short word stands beside those that are shared.
 */
function hasEnglishFrame(counts: WordCounts): boolean {
  const { functional, telling, otherShort, beyondAscii, unknown, longKnown } = counts;
  if (telling > otherShort) return true;
  const isPlain = otherShort === 0 && beyondAscii === 0;
  return functional > 0 && isPlain && unknown <= functional + longKnown;
}

interface WordCounts {
  words: number;
  unknown: number;
  capitals: number;
  closed: number;
  beyondAscii: number;
  longKnown: number;
  otherScript: number;
  /** English function words, those of them that are no word of another language, and other words as short as these. */
  functional: number;
  telling: number;
  otherShort: number;
}

function countWords(tokens: readonly Token[]): WordCounts {
  const counts: WordCounts = {
    words: 0,
    unknown: 0,
    capitals: 0,
    closed: 0,
    beyondAscii: 0,
    longKnown: 0,
    otherScript: 0,
    functional: 0,
    telling: 0,
    otherShort: 0,
  };
  for (const [i, token] of tokens.entries()) {
    const { text, lower, form, tag } = token;
    if (!form.isWord || isCode(token) || isUnitOf(tokens, i)) continue;
    counts.words += 1;
    if (form.closed !== undefined || closedTags.has(tag)) counts.closed += 1;
    if (form.closed !== undefined) {
      counts.functional += 1;
      if (!sharedWords.has(lower)) counts.telling += 1;
    } else if (lower.length <= longestShort && !(lower.length === longestShort && form.isCommon)) {
      counts.otherShort += 1;
    }
    if (isKnown(token)) {
      if (lower.length >= longWord) counts.longKnown += 1;
      continue;
    }
    if (text === lower) counts.unknown += 1;
    else counts.capitals += 1;
    if (!/[^\p{ASCII}]/u.test(lower)) continue;
    counts.beyondAscii += 1;
    if (!/\p{Script=Latin}/u.test(lower)) counts.otherScript += 1;
  }
  return counts;
}

/** The features of a text, in the order of `languageFeatures`, with a constant of 1. */
export function languageFeaturesOf(tokens: readonly Token[], isTitle: boolean): number[] {
  return featuresOf(countWords(tokens), isTitle);
}

function featuresOf(counts: WordCounts, isTitle: boolean): number[] {
  const { unknown, capitals, closed, beyondAscii, longKnown } = counts;
  const words = Math.max(counts.words, 1);
  const [inSentence, inTitle] = isTitle ? [0, capitals] : [capitals, 0];
  return [
    1,
    unknown / words,
    inSentence / words,
    inTitle / words,
    unknown,
    inSentence,
    inTitle,
    closed / words,
    Math.min(beyondAscii, 2),
    longKnown / words,
  ];
}

function logOdds(counts: WordCounts, isTitle: boolean): number {
  return featuresOf(counts, isTitle).reduce(
    (sum, value, i) => sum + value * weights[languageFeatures[i]!],
    0,
  );
}

function isWeak({ unknown, capitals, beyondAscii }: WordCounts, isTitle: boolean): boolean {
  return (unknown + capitals < 2 && beyondAscii === 0) || (isTitle && capitals > 0);
}

/** "L4-L5", "T2-weighted", "MRI": the same in all languages. */
function isCode({ text }: Token): boolean {
  return /\d/.test(text) || /^\p{Lu}{2,4}$/u.test(text);
}

const units: ReadonlySet<string> = wordClass('unit');

/** "500 ml", "12 fl oz": a unit behind a number, or behind another unit, is the same in all languages. */
function isUnitOf(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!before || !units.has(tokens[i]!.lower)) return false;
  return /^[\d.,/-]+$/.test(before.text) || isUnitOf(tokens, i - 1);
}

/** Whether a word is English, by WordNet or by the tagger. */
function isKnown({ form, tag }: Token): boolean {
  return form.isEnglish || closedTags.has(tag);
}

/**
 * Whether the words are written as in a title: of those that are no prepositions and the like, and do not begin the text,
 * six of ten or more begin with a capital; half of them where there are no prepositions at all. All capitals are one too.
 */
export function isTitle(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  let closed = 0;
  for (let i = 1; i < tokens.length; i += 1) {
    const { text, lower, form } = tokens[i]!;
    if (!form.isWord) continue;
    if (form.closed !== undefined) closed += 1;
    else {
      words += 1;
      if (text !== lower) capitals += 1;
    }
  }
  const [first] = tokens;
  const isOpened = first !== undefined && (first.text !== first.lower || !first.form.isWord);
  return words > 0 && capitals >= (closed === 0 ? 0.5 : 0.6) * words && isOpened;
}
