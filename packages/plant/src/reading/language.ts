import type { Token } from './tagger';

/** Classes of words that the tagger knows by heart: an unknown word gets none of these tags. */
const closedTags: ReadonlySet<string> = new Set('PRON DET AUX ADP PART SCONJ CCONJ ADV NUM INTJ'.split(' '));

/**
 * Weights of a logistic regression (scripts/fit-language.ts) on the COCO captions whole, in pieces of two to four words and
 * as titles with made-up brands, against fixtures/foreign-captions.tsv: shares of words, numbers of them, and a constant.
 */
const weights = {
  constant: -0.58,
  unknownShare: 8.83,
  unknownCapitalShare: 7.19,
  unknownTitleShare: 8.41,
  unknown: 2.48,
  unknownCapital: 0.97,
  unknownTitle: -1.81,
  closedShare: -7.65,
  beyondAscii: 3.15,
  longKnownShare: -6.93,
};
/** Log odds of another language, above which a text is refused; one unknown word, or a title's names, are weak evidence. */
const threshold = 2;
const thresholdOfWeak = 3.25;
const longWord = 4;

/**
 * Whether a text is in another language than English: by letters of another script, else by the words that neither WordNet nor
 * the tagger's lists know. Of 226 captions in 20 languages 96 % are found (five-fold), of English ones 0.03–0.2 % are taken for foreign.
 */
export function isForeign(tokens: readonly Token[], isTitle: boolean): boolean {
  for (const token of tokens)
    if (token.form.isWord && !isKnown(token)) return isProbablyForeign(tokens, isTitle);
  return false;
}

function isProbablyForeign(tokens: readonly Token[], isTitle: boolean): boolean {
  let words = 0;
  let unknown = 0;
  let unknownCapitals = 0;
  let closed = 0;
  let beyondAscii = 0;
  let longKnown = 0;
  let otherScript = 0;
  for (const token of tokens) {
    const { text, lower, form, tag } = token;
    if (!form.isWord) continue;
    words += 1;
    if (form.closed !== undefined || closedTags.has(tag)) closed += 1;
    if (isKnown(token)) {
      if (lower.length >= longWord) longKnown += 1;
      continue;
    }
    if (text === lower) unknown += 1;
    else unknownCapitals += 1;
    if (/[^\p{ASCII}]/u.test(lower)) {
      beyondAscii += 1;
      if (!/\p{Script=Latin}/u.test(lower)) otherScript += 1;
    }
  }
  if (2 * otherScript > words) return true;
  // Brands and names are in no list.
  if (isTitle && unknown + beyondAscii + closed === 0) return false;
  const isWeak = (unknown + unknownCapitals < 2 && beyondAscii === 0) || (isTitle && unknownCapitals > 0);
  const ofCapitals = isTitle
    ? weights.unknownTitle * unknownCapitals + (weights.unknownTitleShare * unknownCapitals) / words
    : weights.unknownCapital * unknownCapitals + (weights.unknownCapitalShare * unknownCapitals) / words;
  const logOdds =
    weights.constant +
    ofCapitals +
    weights.unknown * unknown +
    (weights.unknownShare * unknown + weights.closedShare * closed + weights.longKnownShare * longKnown) /
      words +
    weights.beyondAscii * Math.min(beyondAscii, 2);
  return logOdds > (isWeak ? thresholdOfWeak : threshold);
}

/** Whether a word is English, by WordNet or by the tagger. */
function isKnown({ form, tag }: Token): boolean {
  return form.isEnglish || closedTags.has(tag);
}
