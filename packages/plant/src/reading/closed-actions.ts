import { dealingExcludes, handlingExcludes, posturesExclude, travelExcludes } from '../lexicon/deeds';
import type { Exclusions } from '../lexicon/exclusions';
import type { Nouns } from '../lexicon/nouns';
import { type ClosedSpan, type ClosedWord, closedSpanAt } from './closed-span';
import { mentionsOf } from './mentions';
import { type NounPhrase, phraseFrom } from './noun-phrase';
import { sortOfNoun } from './noun-sort';
import type { ActionSpan, Reading } from './reading';

/** Words that a verb of movement asks for: nobody sits "through the snow". */
const ways = new Set(
  'down up through across along to toward towards into onto over past away off out by back from after around'.split(
    ' ',
  ),
);
/** Participles that stand where "-ing" stands: "parked on the street". */
const states = new Set(['parked', 'stopped', 'perched', 'seated']);

/** Actions that exclude others: postures of the living, what vehicles do, what is done with a thing. */
export function closedActions(reading: Reading, nouns: Nouns): ClosedSpan[] {
  const spans: ClosedSpan[] = [];
  for (const action of reading.actions) {
    const { subject, object } = action;
    const form = formOf(action);
    if (!subject || form === undefined || form === 'ed' || action.particle !== undefined) continue;
    if (isOneOfSeveral(action, reading.actions) || mentionsOf(action, reading).length > 0) continue;
    const lemma = action.lemma === 'seat' ? 'sit' : action.lemma;
    const exclude = exclusionsOf(subject, object, nouns);
    if (!exclude?.words.has(lemma)) continue;
    const next = reading.tokens[action.last + 1]?.lower ?? '';
    const after = object ? (object.animate ? 'object living' : 'object') : ways.has(next) ? 'way' : 'place';
    const place = placeOf(action, reading);
    const word: ClosedWord = {
      slot: 'action',
      lemma,
      form: subject.animate ? `${form} ${after}` : `${form} ${after} ${kindOf(subject, nouns)}`,
      exclude,
      headLemma: object?.lemma ?? '',
      head: place,
      actor: subject.lemma,
    };
    spans.push(closedSpanAt(action, word));
  }
  return spans;
}

function formOf({ text, isPassive, form }: ActionSpan): ActionSpan['form'] | undefined {
  if (form === 'ed' && states.has(text.toLowerCase())) return 'ing';
  return isPassive ? undefined : form;
}

/** The last token of what it is done to, or where: "rides a horse", "sits on a bench", "stands next to a car"; -1 for none. */
function placeOf({ object, last }: ActionSpan, { relations, phrases }: Reading): number {
  if (object) return object.last;
  for (const { first, right } of relations) if (first === last + 1) return right.last;
  return phraseFrom(phrases, last + 2)?.last ?? -1;
}

/** "People sitting, walking and playing": some of them will do anything else as well. */
function isOneOfSeveral({ first, subject }: ActionSpan, actions: readonly ActionSpan[]): boolean {
  if (subject?.lemma !== 'people') return false;
  return actions.some((other) => other.first !== first && other.subject?.last === subject.last);
}

function exclusionsOf(
  subject: NounPhrase,
  object: NounPhrase | undefined,
  nouns: Nouns,
): Exclusions | undefined {
  if (!subject.animate) return object ? undefined : travelExcludes[kindOf(subject, nouns)];
  if (!object) return posturesExclude;
  return object.animate ? dealingExcludes : handlingExcludes;
}

/** How it moves: of a road vehicle, an aircraft or a vessel. */
function kindOf({ lemma }: NounPhrase, nouns: Nouns): string {
  const noun = nouns.get(lemma);
  return noun === undefined ? '' : sortOfNoun(noun);
}
