import { closedSet, type Exclusions } from '../lexicon/exclusions';
import type { Nouns } from '../lexicon/nouns';
import { wordClass } from '../lexicon/words';
import { relationAt } from './find-relations';
import { lastPhraseUpTo, type NounPhrase, phraseFrom } from './noun-phrase';
import { sortOfNoun } from './noun-sort';
import type { ActionSpan, ClosedSpan, KindOfText } from './reading';
import type { ReadingContext } from './reading-context';
import type { Token } from './tagger';
import { isJoined, refusalOf, unrated } from './word-refusals';

/** What one does with one's whole body: one at a time. For living things; a bowl that sits on a table also stands on it. */
export const posturesExclude = closedSet('postures');

/** Actions of vehicles, by sort: a bus does not fly. */
const travelExcludes: Readonly<Record<string, Exclusions>> = {
  'road vehicle': closedSet('road vehicle'),
  aircraft: closedSet('aircraft'),
  vessel: closedSet('vessel'),
};

/** Actions on living beings; they are not worn, cut or thrown. */
export const dealingExcludes = closedSet('dealings');

/** What one does with a thing: "riding a bicycle" is not carrying it, though who eats a sandwich holds it too. */
export const handlingExcludes = closedSet('handlings');

const passives = wordClass('passive');
const particles = wordClass('particle');
/** Verbs that say no more than that something is there or has something. */
const empty = wordClass('empty-verb');

/** Finds the verbs of a caption that say what somebody does or how something stands, with subject and object. */
export function findActions(
  caption: string,
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  taken: readonly number[],
  { lexicon, refuse }: ReadingContext,
): ActionSpan[] {
  const actions: ActionSpan[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token.tag !== 'VERB' || taken.includes(i)) continue;
    const { verb, verbForm } = token.form;
    if (verb === undefined || verbForm === undefined || empty.has(verb)) continue;
    // "a man-eating plant": nobody acts.
    if (isJoined({ caption, tokens, first: i, last: i })) continue;
    const rating = lexicon.rate(verb);
    if (!rating) {
      refuse(unrated);
      continue;
    }
    const auxiliary = auxiliaryOf(tokens, i);
    const particle = particleOf(tokens, phrases, i);
    const after = (particle ?? i) + 1;
    actions.push({
      slot: 'action',
      first: i,
      last: i,
      start: token.start,
      end: token.end,
      text: token.text,
      lemma: verb,
      form: verbForm,
      isPassive: verbForm === 'ed' && auxiliary !== undefined && passives.has(tokens[auxiliary]!.lower),
      subject: subjectOf(tokens, phrases, i, verbForm, actions),
      object: phraseFrom(phrases, after),
      particle: particle === undefined ? undefined : tokens[particle]!.lower,
      preposition: tokens[after]?.tag === 'ADP' ? tokens[after].lower : undefined,
      concreteness: rating.rating,
      concretenessSource: rating.source,
    });
  }
  return actions;
}

/** Words that a verb of movement asks for: nobody sits "through the snow". */
const ways = wordClass('way');
/** Participles that stand where "-ing" stands: "parked on the street". */
const states = wordClass('state');

/** Of a caption's actions those that exclude others: postures of the living, what vehicles do, what is done with a thing. */
export function closedActions(
  caption: string,
  tokens: readonly Token[],
  kind: KindOfText,
  phrases: readonly NounPhrase[],
  actions: readonly ActionSpan[],
  { nouns, refuse, refusals }: ReadingContext,
): ClosedSpan[] {
  const closed: ClosedSpan[] = [];
  for (const action of actions) {
    const { subject, object, first, last } = action;
    const form = closedForm(action);
    if (!subject || !form) continue;
    const exclude = exclusionsOf(subject, object, nouns);
    const lemma = action.lemma === 'seat' ? 'sit' : action.lemma;
    if (!exclude?.words.has(lemma)) continue;
    const refusal = refusalOf(refusals.action, {
      caption,
      kind,
      tokens,
      first,
      last,
      lemma,
      head: object?.lemma,
      action,
      actions,
    });
    if (refusal) {
      refuse(refusal);
      continue;
    }
    const next = tokens[last + 1]?.lower ?? '';
    const after = object ? (object.animate ? 'object living' : 'object') : ways.has(next) ? 'way' : 'place';
    const { start, end, text, concreteness, concretenessSource } = action;
    closed.push({
      first,
      last,
      start,
      end,
      text,
      lemma,
      concreteness,
      concretenessSource,
      slot: 'action',
      form: subject.animate ? `${form} ${after}` : `${form} ${after} ${vehicleOf(subject, nouns)}`,
      exclude,
      headLemma: object?.lemma ?? '',
      head: placeOf(action, tokens, phrases),
      actor: subject.lemma,
    });
  }
  return closed;
}

function closedForm({ text, isPassive, form }: ActionSpan): ActionSpan['form'] | undefined {
  if (form === 'ed') return states.has(text.toLowerCase()) ? 'ing' : undefined;
  return isPassive ? undefined : form;
}

/** The last token of what it is done to, or where: "rides a horse", "sits on a bench", "stands next to a car"; -1 for none. */
function placeOf(
  { object, last }: ActionSpan,
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
): number {
  if (object) return object.last;
  const relation = tokens[last + 1] && relationAt(tokens, last + 1);
  const place = relation && phraseFrom(phrases, last + 1 + relation.words.length);
  return (place ?? phraseFrom(phrases, last + 2))?.last ?? -1;
}

function exclusionsOf(
  subject: NounPhrase,
  object: NounPhrase | undefined,
  nouns: Nouns,
): Exclusions | undefined {
  if (!subject.animate) return object ? undefined : travelExcludes[vehicleOf(subject, nouns)];
  if (!object) return posturesExclude;
  return object.animate ? dealingExcludes : handlingExcludes;
}

/** How it moves: as a road vehicle, an aircraft or a vessel. */
function vehicleOf({ lemma }: NounPhrase, nouns: Nouns): string {
  const noun = nouns.get(lemma);
  return noun === undefined ? '' : sortOfNoun(noun);
}

/** "is sitting", "are quickly running": the auxiliary before a verb. */
function auxiliaryOf(tokens: readonly Token[], i: number): number | undefined {
  const at = tokens[i - 1]?.tag === 'ADV' ? i - 2 : i - 1;
  return tokens[at]?.tag === 'AUX' ? at : undefined;
}

/** "sits down", "flying off ." but not "walks down the street": no noun follows from it. */
function particleOf(tokens: readonly Token[], phrases: readonly NounPhrase[], i: number): number | undefined {
  const next = tokens[i + 1];
  if (!next || !particles.has(next.lower) || next.tag === 'NOUN') return undefined;
  const relation = relationAt(tokens, i + 1);
  const isWithOthers = relation !== undefined && relation.words.length > 1;
  return isWithOthers || phraseFrom(phrases, i + 2) ? undefined : i + 1;
}

const skipped = new Set(['AUX', 'ADV', 'PART', 'SCONJ']);
const relatives = new Set(['who', 'that', 'which']);
const joints = new Set(['and', 'while', ',', 'or']);

function subjectOf(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  i: number,
  form: ActionSpan['form'],
  before: readonly ActionSpan[],
): NounPhrase | undefined {
  let at = i - 1;
  let isAlongside = false;
  while (at >= 0 && skipped.has(tokens[at]!.tag) && !relatives.has(tokens[at]!.lower)) {
    isAlongside ||= tokens[at]!.lower === 'while';
    at -= 1;
  }
  const joint = tokens[at]?.lower ?? '';
  // "standing and talking", "sits while eating": what the verb before has.
  const previous = before.at(-1);
  if (previous && (isAlongside || joints.has(joint) || at === previous.last)) return previous.subject;
  // "who is", "that are": the phrase before the relative.
  const k = lastPhraseUpTo(phrases, relatives.has(joint) ? at - 1 : at);
  return k < 0 ? undefined : actor(tokens, phrases, k, form, before);
}

/** "a man in a hat rides", "a woman wearing a coat holds": what a preposition or a verb governs seldom acts. */
function actor(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  nearest: number,
  form: ActionSpan['form'],
  before: readonly ActionSpan[],
): NounPhrase {
  let phrase = phrases[nearest]!;
  for (let k = nearest; k > 0; k -= 1) {
    const link = tokens[phrase.first - 1];
    const outer = phrases[k - 1]!;
    const isFiniteForm = form === 's';
    if (link?.tag === 'VERB') {
      if (phrase.animate && !isFiniteForm) return phrase;
      return before.find(({ last }) => last === phrase.first - 1)?.subject ?? phrase;
    }
    // "a woman in a shirt and hat sits"
    if (isWornBeside(phrases, tokens, k)) {
      phrase = outer;
      continue;
    }
    if (link?.tag !== 'ADP' || outer.isCollective) return phrase;
    // "next to a bike parked on the street": a participle of state is the nearest thing's.
    if (!isFiniteForm && link.lower !== 'of' && (form === 'ed' || phrase.animate || !outer.animate))
      return phrase;
    phrase = outer;
  }
  return phrase;
}

/** Whether a phrase goes on with what somebody is in or has about them: "in a shirt and hat", "with a beard and glasses". */
function isWornBeside(phrases: readonly NounPhrase[], tokens: readonly Token[], k: number): boolean {
  for (let i = k; i > 0; i -= 1) {
    const { first, animate } = phrases[i]!;
    const link = tokens[first - 1]!;
    if (animate) return false;
    if (i < k && (link.lower === 'in' || link.lower === 'with')) return phrases[i - 1]!.animate;
    if (link.lower !== 'and' && link.lower !== ',') return false;
  }
  return false;
}
