import type { SiteRule } from '../assign/judge';
import type { CheckLexicon } from '../checks/check';
import { isNamedBy } from '../checks/truth/named';
import { scaleNamesOf } from '../lexicon/scales';
import { mentionsOf } from '../reading/mentions';
import { sortOfNoun } from '../reading/noun-sort';
import type { ObjectSpan, Reading } from '../reading/reading';
import type { Token } from '../reading/tagger';
import type { BlockReading } from '../sites/block-reading';
import { type Detailed, insertBeside } from './detailed';

/** Behind these a thing is missing, another one, or any of several. */
const unsure: ReadonlySet<string> = new Set(['no', 'any', 'another', 'other', 'each', 'every', 'of']);
/** Prepositions and verbs that say what a thing has or where it is, behind the thing itself: "a dog with a ball". */
const linking: ReadonlySet<string> = new Set(
  'with on in at near behind under beside by inside wearing holding carrying riding eating pulling'.split(
    ' ',
  ),
);
/** So many words a detail has at most. */
const maxWords = 5;

/** Where a thing is put that no caption speaks of, readers object to more than to a change of what is there. */
const maxSurpriseOfThings = 0.15;

/** What a wrong detail must be: an attribute is one that another caption's thing of this name has. */
export function ruleOfDetails({ sites }: BlockReading): SiteRule {
  return {
    maxSurpriseOfThings,
    mayStand: (site, giver) =>
      sites.slot(site) !== 'attribute' || sites.governor(site) === sites.governor(giver),
    givers: () => [],
  };
}

/**
 * What other captions of the image say of a thing that this one names as well, without saying it: what it is like ("brown"),
 * how many there are, what it does ("sleeping"), and what it has or where it is ("with a ball"). Each is one detail more of the caption, and as true
 * as the caption that it comes from. A thing that either caption names twice is left alone.
 */
export function trueDetails(own: Reading, others: readonly Reading[], lexicon: CheckLexicon): Detailed[] {
  const found = new Map<string, Detailed>();
  for (const other of others) {
    for (const thing of own.objects) {
      const same = other.objects.find(
        ({ lemma, plural }) => lemma === thing.lemma && plural === thing.plural,
      );
      if (!same || !isSure(thing, own) || !isSure(same, other)) continue;
      for (const detail of detailsOf(thing, own, same, other, lexicon)) found.set(detail.text, detail);
    }
  }
  return [...found.values()];
}

function isSure(thing: ObjectSpan, reading: Reading): boolean {
  const before = reading.tokens[thing.phraseStart]?.lower ?? '';
  const outside = reading.tokens[thing.phraseStart - 1]?.lower ?? '';
  return !unsure.has(before) && !unsure.has(outside) && mentionsOf(thing, reading).length === 0;
}

function* detailsOf(
  thing: ObjectSpan,
  own: Reading,
  same: ObjectSpan,
  other: Reading,
  lexicon: CheckLexicon,
): Generator<Detailed> {
  for (const { first, last, lemma, headToken, text } of other.attributes) {
    if (headToken !== same.last || last !== same.first - 1 || thing.modifiers.length > 0) continue;
    if (other.tokens[first - 1]?.tag === 'ADV' || isShownByOthers(lemma) || saysLike(lemma, own)) continue;
    yield before(thing, own, text);
  }
  for (const { slot, first, last, head, text, form } of other.closed) {
    if (slot === 'count' && head === same.last && last === same.first - 1 && isUncounted(thing, own))
      yield before(thing, own, text);
    const isBehind =
      first === same.last + 1 || (first === same.last + 2 && isAuxiliary(other.tokens[first - 1]));
    const [next, nextOfOther] = [own.tokens[thing.last + 1], other.tokens[last + 1]];
    if (
      slot === 'action' &&
      form.startsWith('ing') &&
      isBehind &&
      next?.tag === 'ADP' &&
      next.lower === nextOfOther?.lower
    )
      yield behind(thing, own, text, { start: 0, end: text.length });
  }
  const link = other.tokens[same.last + 1];
  const next = own.tokens[thing.last + 1];
  if (!link || !linking.has(link.lower) || next?.lower === link.lower) return;
  // "A person at a table holding a box": the table holds nothing; nor is the wave on a board that somebody rides there.
  const isActedOn = other.tokens[same.phraseStart - 1]?.tag === 'VERB';
  if (link.tag === 'VERB' ? !other.tokens[same.last]!.form.animate : isActedOn) return;
  // "A man with a hat rides a horse", but not "A man riding a horse stands".
  if (
    next &&
    (next.lower === 'of' ||
      next.tag === 'NOUN' ||
      (link.tag === 'VERB' && next.tag !== 'ADP' && next.tag !== 'PUNCT'))
  )
    return;
  for (const object of other.objects) {
    const { phraseStart, first, last, start, end, lemma } = object;
    if (phraseStart !== same.last + 2 || last - same.last > maxWords || !isThere(object, other)) continue;
    const after = other.tokens[last + 1];
    if (after?.lower === 'of' || after?.tag === 'NOUN' || unsure.has(other.tokens[phraseStart]!.lower))
      continue;
    if (isNamedBy(lemma, own, lexicon)) continue;
    if (first > phraseStart && other.tokens[first - 1]?.tag === 'NOUN') continue;
    const from = link.start;
    const text = other.caption.slice(from, end);
    yield behind(thing, own, text, { start: start - from, end: end - from });
  }
}

function before(thing: ObjectSpan, own: Reading, written: string): Detailed {
  const text = written.toLowerCase();
  return insertBeside(own, { thing, side: 'before', text, word: { start: 0, end: text.length } });
}

function behind(thing: ObjectSpan, own: Reading, written: string, word: Detailed['word']): Detailed {
  return insertBeside(own, { thing, side: 'behind', text: written.toLowerCase(), word });
}

/** A thing or a place to be seen, with all words that its phrase takes: no "at night", "near curb" or "with one foot". */
function isThere({ noun, plural, isMass, phraseStart, first }: ObjectSpan, { tokens }: Reading): boolean {
  const sort = sortOfNoun(noun);
  if (sort === 'none' || sort === 'body' || sort === 'celestial') return false;
  const { tag, form } = tokens[phraseStart]!;
  const isOpened = phraseStart < first && (tag === 'DET' || tag === 'NUM');
  return plural || isMass || isOpened || form.possessive;
}

/** Whether something is full or empty, busy or deserted, which the caption's other words tell: no "empty bench" with three ladies. */
function isShownByOthers(lemma: string): boolean {
  const scales = scaleNamesOf(lemma);
  return scales.includes('fullness') || scales.includes('crowd');
}

/** Whether the caption says something of the same scale, of whatever. */
function saysLike(lemma: string, own: Reading): boolean {
  const scales = scaleNamesOf(lemma);
  return own.words.some(
    (word) => word === lemma || scaleNamesOf(word).some((scale) => scales.includes(scale)),
  );
}

function isUncounted({ plural, modifiers, phraseStart, first }: ObjectSpan, { tokens }: Reading): boolean {
  if (!plural || modifiers.length > 0) return false;
  // "Two cooked hot dogs": the participle is a verb to the tagger.
  if (tokens.slice(Math.max(0, first - 2), first).some(({ tag }) => tag === 'NUM')) return false;
  return phraseStart === first ? tokens[first - 1]?.tag !== 'DET' : tokens[phraseStart]!.lower === 'the';
}

function isAuxiliary(token: Token | undefined): boolean {
  return token?.lower === 'is' || token?.lower === 'are';
}
