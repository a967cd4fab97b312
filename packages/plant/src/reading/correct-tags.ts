import type { Token } from './tagger';
import type { WordForm } from './word-forms';

const relationHeads = new Set([
  'left',
  'right',
  'top',
  'front',
  'back',
  'side',
  'bottom',
  'inside',
  'outside',
]);
/** Words that only a wrong tag makes a noun or an adjective. */
const closed = new Set(
  'a an the and or of in on at by to with from for as is are was were be been being it its he she his her they their there this that these those while who which near next behind above below under over between beside around through along across into onto off up down out during before after two three four five six seven eight nine ten one several many some few other another each every both all no not has have had do does can will while some someone something very so too'.split(
    ' ',
  ),
);
const endsPhrase = new Set(['ADP', 'CCONJ', 'PUNCT', 'AUX', 'SCONJ', 'VERB', 'PART', 'ADV', 'PRON', 'DET']);
const opensPhrase = new Set(['DET', 'NUM']);

/**
 * Corrects the tagger where WordNet and the neighbours say otherwise. Its slips on captions: lower-case nouns as
 * proper nouns, adjectives as adverbs or nouns, "-ing" verbs as nouns, and nearly everything in a telegraphic
 * "red dog left of blue cat".
 */
export function correctTags(tokens: readonly Token[], formOf: (lower: string) => WordForm): void {
  for (const [i, token] of tokens.entries()) {
    const { lower } = token;
    const next = tokens[i + 1];
    const previous = tokens[i - 1];
    if (closed.has(lower)) {
      if (token.tag === 'NOUN' || token.tag === 'ADJ' || token.tag === 'PROPN') token.tag = 'ADP';
      continue;
    }
    // "left of", "right of", "top of", "in front of": words of place.
    if (relationHeads.has(lower) && next?.lower === 'of') {
      token.tag = 'ADP';
      continue;
    }
    if (token.tag === 'PUNCT' || token.tag === 'SYM' || token.tag === 'NUM') continue;
    const form = formOf(lower);
    const beforeNoun =
      next !== undefined &&
      !closed.has(next.lower) &&
      (formOf(next.lower).noun !== undefined || formOf(next.lower).scaled);
    if (form.scaled) {
      const isRelation = next !== undefined && relationHeads.has(next.lower) && tokens[i + 2]?.lower === 'of';
      const beforeScaled =
        next !== undefined && /^(?:and|or|,)$/.test(next.lower) && formOf(tokens[i + 2]?.lower ?? '').scaled;
      if ((beforeNoun || beforeScaled || next?.tag === 'NUM') && !isRelation && token.tag !== 'VERB')
        token.tag = 'ADJ';
      // "the orange on the plate" is the fruit; "the car is orange" stays with the tagger.
      else if (token.tag === 'ADV') token.tag = 'ADJ';
      else if (form.noun && previous && opensPhrase.has(previous.tag) && token.tag === 'ADJ' && !beforeNoun) {
        token.tag = 'NOUN';
      }
      continue;
    }
    if (token.tag === 'PROPN' && form.noun && (lower === token.text || i === 0 || isCapitals(tokens))) {
      token.tag = 'NOUN';
    }
    // "dog chases a cat": a third person after its subject and before its object.
    if (
      token.tag === 'NOUN' &&
      previous?.tag === 'NOUN' &&
      form.verb &&
      form.verb !== lower &&
      lower.endsWith('s')
    ) {
      const hasObject = next && (next.tag === 'DET' || next.tag === 'ADJ' || next.tag === 'PRON');
      const disagrees = form.plural && determinerOf(tokens, i) === 'singular';
      if (hasObject || disagrees || (form.mostlyVerb && next?.tag !== 'NOUN')) {
        token.tag = 'VERB';
        continue;
      }
    }
    // "street signs", "office chairs": a plural that the tagger takes for a verb.
    if (
      token.tag === 'VERB' &&
      previous?.tag === 'NOUN' &&
      form.plural &&
      lower.endsWith('s') &&
      !form.mostlyVerb &&
      determinerOf(tokens, i) === 'none'
    ) {
      if (next === undefined || (endsPhrase.has(next.tag) && next.tag !== 'DET' && next.tag !== 'PRON')) {
        token.tag = 'NOUN';
        continue;
      }
    }
    if (/ing$/.test(lower) && form.verb && token.tag === 'NOUN') {
      if (
        previous?.tag === 'AUX' ||
        previous?.lower === 'and' ||
        (previous?.tag === 'NOUN' && next && next.tag !== 'NOUN')
      ) {
        token.tag = 'VERB';
      }
      continue;
    }
    if (form.noun && token.tag !== 'NOUN' && token.tag !== 'AUX' && token.tag !== 'PROPN') {
      const afterOpener =
        previous !== undefined &&
        (opensPhrase.has(previous.tag) || (previous.tag === 'ADJ' && !/ing$/.test(lower)));
      const atEnd =
        next === undefined ||
        endsPhrase.has(next.tag) ||
        (relationHeads.has(next.lower) && tokens[i + 2]?.lower === 'of');
      if (afterOpener && atEnd && !(form.adjective && token.tag === 'ADJ' && next?.tag === 'CCONJ'))
        token.tag = 'NOUN';
    }
  }
}

/** What stands before the nouns and adjectives that end here: "a", "the" or nothing that fixes their number. */
function determinerOf(tokens: readonly Token[], end: number): 'singular' | 'open' | 'none' {
  let i = end - 1;
  while (i >= 0 && (tokens[i]!.tag === 'NOUN' || tokens[i]!.tag === 'ADJ')) i -= 1;
  const lower = tokens[i]?.lower ?? '';
  if (/^(?:an?|one|another|each|every)$/.test(lower)) return 'singular';
  return /^(?:the|this|that|his|her|its|their|my)$/.test(lower) ? 'open' : 'none';
}

function isCapitals(tokens: readonly Token[]): boolean {
  return tokens.every(({ text }) => text === text.toUpperCase());
}
