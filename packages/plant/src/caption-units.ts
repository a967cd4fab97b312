import { createReaders } from './create-readers';
import type { CaptionUnits, Relation, Unit } from './files/write-units';
import { isSeen } from './lexicon/nouns';
import { wordClass } from './lexicon/words';
import { resolveOptions } from './options';
import { relationAt } from './reading/find-relations';
import { findNounPhrases, type NounPhrase } from './reading/noun-phrase';
import { readCaption } from './reading/read-caption';
import type { ActionSpan, Reading } from './reading/reading';
import type { ReadingContext } from './reading/reading-context';

interface ReadUnit extends Unit {
  /** Index of the first token, with articles, and of the last. */
  readonly first: number;
  readonly last: number;
}

let reader: ReadingContext | undefined;

/** The things that a caption says are there, and who is related to whom, as the miner reads them; none of a text that it does not read. */
export function unitsOf(caption: string): CaptionUnits {
  reader ??= createReaders(resolveOptions({})).reader;
  const reading = readCaption(caption, reader);
  const phrases = findNounPhrases(reading.tokens);
  const units = thingsOf(reading, phrases, reader);
  return {
    units: units.filter(({ first, last }) => !isAbsent(reading, first, last)),
    relations: units
      .slice(1)
      .flatMap((object, at) => relationBetween(units[at]!, object, units, phrases, reading) ?? [])
      .filter(({ subject, object }) =>
        [subject, object].every(({ first, last }) => !isAbsent(reading, first, last)),
      ),
  };
}

/** The noun phrases whose head is a thing or a person, also of those that the miner leaves alone: to be there it needs no partner. */
function thingsOf(
  { caption, tokens, objects }: Reading,
  phrases: readonly NounPhrase[],
  { nouns }: ReadingContext,
): readonly ReadUnit[] {
  const isHalf = ({ last }: NounPhrase) =>
    caption[tokens[last]!.end] === '-' || objects.some((each) => each.first <= last && last < each.last);
  const isThing = ({ last, lemma }: NounPhrase) => {
    const noun = nouns.get(lemma);
    return objects.some((each) => each.last === last) || (noun !== undefined && isSeen(noun));
  };
  const named = phrases.filter(
    (each) => !each.isPronoun && !each.isCollective && !isHalf(each) && isThing(each),
  );
  // "a trash can": the miner knows it as a word of several, where the tags make no phrase.
  const others = objects
    .filter(({ last }) => !named.some((each) => each.first <= last && last <= each.last))
    .map(({ phraseStart, last }) => ({ first: phraseStart, last }));
  return [...named, ...others]
    .sort((a, b) => a.first - b.first)
    .map(({ first: found, last }) => {
      let first = found;
      // "a long-haired cat" is read from "haired" on.
      while (
        first > 1 &&
        tokens[first - 1]!.lower === '-' &&
        !/\s/.test(caption[tokens[first - 1]!.start - 1]!)
      )
        first -= 2;
      if (first < found) while (/^(?:DET|ADJ|NUM)$/.test(tokens[first - 1]?.tag ?? '')) first -= 1;
      let bare = first;
      while (bare < last && isArticle(tokens[bare]!)) bare += 1;
      const [wholeStart, start] = [tokens[first]!.start, tokens[bare]!.start];
      return { first, last, start, end: tokens[last]!.end, wholeStart };
    });
}

const quantities = wordClass('quantity');
/** Not "several", which says how many there are. */
const isArticle = ({ tag, lower, form }: Reading['tokens'][number]) =>
  (tag === 'DET' && !quantities.has(lower)) || form.possessive;

const negating = new Set(['no', 'not', "n't", 'never', 'without']);
/** How many words may stand between "without" and the thing's own: "not near a dog". */
const between = 2;

/** "without a hat", "no dog": to call the thing a unit would say that it is there. */
function isAbsent({ tokens }: Reading, first: number, last: number): boolean {
  return tokens.slice(Math.max(0, first - 1 - between), last).some(({ lower }) => negating.has(lower));
}

const relatingTags: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADP', 'ADV', 'PART']);
/** "People watch as a skater jumps": what follows "as" is no object of theirs. */
const isRelating = ({ tag, lower }: Reading['tokens'][number]) => relatingTags.has(tag) && lower !== 'as';

/**
 * The relation that fills what stands between two neighbours: a verb whose subject the miner knows ("is riding"), with what follows it
 * ("is sitting on"), or words of place alone ("next to"). Of two things that it may belong to ("a man with a dog next to a car") the
 * caption does not tell which, so there is none.
 */
function relationBetween(
  left: ReadUnit,
  object: ReadUnit,
  units: readonly ReadUnit[],
  phrases: readonly NounPhrase[],
  { tokens, actions }: Reading,
): (Relation & { readonly subject: ReadUnit; readonly object: ReadUnit }) | undefined {
  const [first, last] = [left.last + 1, object.first - 1];
  if (first > last || tokens[object.last + 1]?.lower === "'s") return undefined;
  const verb = actions.find((each) => each.first >= first && each.last <= last);
  const subject = verb ? subjectOf(verb, object, units) : left;
  if (!subject || !opensSentence(tokens, subject, phrases)) return undefined;
  // "A woman walks to the ball lying near a tree": another verb stands between.
  if (tokens.slice(subject.last + 1, first).some(({ tag }) => tag === 'VERB')) return undefined;
  let at = verb ? verb.last + 1 : first;
  if (!verb) while (tokens[at]!.tag === 'AUX' && at < last) at += 1;
  const place = at <= last ? relationAt(tokens, at) : undefined;
  const rest = at + (place?.words.length ?? 0);
  const isFilled = rest > last || (verb !== undefined && tokens.slice(rest, last + 1).every(isRelating));
  const isWhole = verb
    ? tokens.slice(first, verb.first).every((each) => isRelating(each) && each.tag !== 'ADP')
    : place !== undefined;
  if (!isFilled || !isWhole) return undefined;
  return { start: tokens[first]!.start, end: tokens[last]!.end, subject, object };
}

function subjectOf(
  { subject, object }: ActionSpan,
  next: ReadUnit,
  units: readonly ReadUnit[],
): ReadUnit | undefined {
  if (object && object.last !== next.last) return undefined;
  return units.find(({ last }) => last === subject?.last);
}

/** Whether no verb or preposition stands before a thing in its sentence, but the "of" of "a herd of cows". */
function opensSentence(
  tokens: Reading['tokens'],
  { first }: ReadUnit,
  phrases: readonly NounPhrase[],
): boolean {
  for (let i = first - 1; i >= 0 && !/^[.!?;]$/.test(tokens[i]!.lower); i -= 1) {
    const { tag } = tokens[i]!;
    const isOfGroup = phrases.some(({ last, isCollective }) => isCollective && last === i - 1);
    if (tag === 'VERB' || (tag === 'ADP' && !isOfGroup)) return false;
  }
  return true;
}
