import type { NounPhrase } from '../reading/noun-phrase';
import type { ActionSpan, Reading } from '../reading/reading';
import { dealingExcludes, handlingExcludes, posturesExclude, travelExcludes } from '../words/deeds';
import type { Exclusions } from '../words/exclusions';
import type { Nouns } from '../words/nouns';
import { unfitDeeds, unfitHandling, unfitTravel } from '../words/postures';
import { type ClosedSpan, type ClosedWord, closedSpanAt } from './closed-span';

/** Words that a verb of movement asks for: nobody sits "through the snow". */
const ways = new Set(
  'down up through across along to toward towards into onto over past away off out by back from after around'.split(
    ' ',
  ),
);
const worn = new Set([
  'headwear',
  'footwear',
  'eyewear',
  'legwear',
  'garment',
  'neckwear',
  'jewellery',
  'bag',
]);
/** Participles that stand where "-ing" stands: "parked on the street". */
const states = new Set(['parked', 'stopped', 'perched', 'seated']);

/** Actions that exclude others: postures of the living, what vehicles do, what is done with a thing. */
export function closedActions({ actions, relations, tokens, phrases }: Reading, nouns: Nouns): ClosedSpan[] {
  const spans: ClosedSpan[] = [];
  for (const action of actions) {
    const form = states.has(action.text.toLowerCase()) ? 'ing' : action.isPassive ? undefined : action.form;
    if (form === undefined || form === 'ed' || action.particle !== undefined) continue;
    if (isOneOfSeveral(action, actions)) continue;
    const lemma = action.lemma === 'seat' ? 'sit' : action.lemma;
    const exclude = exclusionsOf(action, lemma, nouns);
    if (!exclude) continue;
    const next = tokens[action.last + 1]?.lower ?? '';
    const after = action.object
      ? action.object.animate
        ? 'object living'
        : 'object'
      : ways.has(next)
        ? 'way'
        : 'place';
    const place = placeOf(action) ?? -1;
    const word: ClosedWord = {
      slot: 'action',
      lemma,
      form: action.subject?.animate
        ? `${form} ${after}`
        : `${form} ${after} ${kindOf(action.subject!, nouns)}`,
      exclude,
      headLemma: action.object?.lemma ?? '',
      head: place,
      actor: action.subject?.lemma ?? '',
      unfit: unfitBeside(action, lemma, tokens[place]?.form.noun ?? ''),
    };
    spans.push(closedSpanAt(action, word));
  }
  return spans;

  /** What can't be done there, or with all else that is done. */
  function unfitBeside(action: ActionSpan, verb: string, place: string): ReadonlySet<string> {
    const others = tokens.filter((_, i) => i !== action.last).map(({ lower }) => lower);
    const { object } = action;
    if (object) {
      const isWorn = worn.has(kindOf(object, nouns));
      return unfitHandling(verb, object.lemma, isWorn, tokens[object.last + 1]?.lower ?? '', others);
    }
    const next = tokens[action.last + 1]?.lower ?? '';
    const actor = actorOf(action);
    if (!action.subject?.animate) return unfitTravel(actor, next, others);
    const isPerson = nouns.get(actor)?.kind !== 'animal';
    return unfitDeeds({ verb, actor, isPerson, next, place, others });
  }

  /** Of "a family of elephants" the elephants. */
  function actorOf({ subject }: ActionSpan): string {
    const members = subject?.isCollective
      ? phrases.find(({ first }) => first === subject.last + 2)
      : undefined;
    return (members ?? subject)?.lemma ?? '';
  }

  /** What it is done to, or where: "rides a horse", "sits on a bench", "stands next to a car". */
  function placeOf(action: ActionSpan): number | undefined {
    if (action.object) return action.object.last;
    const relation = relations.find(({ first }) => first === action.last + 1);
    return (relation?.right ?? phrases.find(({ first }) => first === action.last + 2))?.last;
  }
}

/** "People sitting, walking and playing": some of them will do anything else as well. */
function isOneOfSeveral({ first, subject }: ActionSpan, actions: readonly ActionSpan[]): boolean {
  if (subject?.lemma !== 'people') return false;
  return actions.some((other) => other.first !== first && other.subject?.last === subject.last);
}

function exclusionsOf({ subject, object }: ActionSpan, verb: string, nouns: Nouns): Exclusions | undefined {
  if (!subject) return undefined;
  const sets = subject.animate
    ? object
      ? object.animate
        ? dealingExcludes
        : handlingExcludes
      : posturesExclude
    : object
      ? undefined
      : travelExcludes[kindOf(subject, nouns)];
  return sets?.words.has(verb) ? sets : undefined;
}

function kindOf({ lemma }: NounPhrase, nouns: Nouns): string {
  return nouns.get(lemma)?.kind ?? '';
}
