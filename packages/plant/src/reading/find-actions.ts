import type { Lexicon } from '@slipform/concreteness';
import type { RefusalReason } from '../refusals';
import type { NounPhrase } from './noun-phrase';
import type { ActionSpan } from './reading';
import type { Token } from './tagger';
import type { WordForm } from './word-forms';

export interface ActionContext {
  readonly formOf: (lower: string) => WordForm;
  readonly lexicon: Lexicon;
  readonly refuse: (reason: RefusalReason) => void;
}

const forms = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'gets', 'get', 'getting']);
const particles = new Set('up down out off over away around back on in along by'.split(' '));
/** Verbs that say no more than that something is there or has something. */
const empty = new Set('be have do can get let make seem appear look-like contain include'.split(' '));

/** Finds the verbs of a caption that say what somebody does or how something stands, with subject and object. */
export function findActions(
  caption: string,
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  taken: ReadonlySet<number>,
  { formOf, lexicon, refuse }: ActionContext,
): ActionSpan[] {
  const actions: ActionSpan[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.tag !== 'VERB' || taken.has(i)) continue;
    const { verb, verbForm } = formOf(token.lower);
    if (verb === undefined || verbForm === undefined || empty.has(verb)) continue;
    if (/[-\p{L}]/u.test(caption[token.start - 1] ?? '') || caption[token.end] === '-') continue;
    const rating = lexicon.rate(verb);
    if (!rating) {
      refuse('unrated');
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
      isPassive: verbForm === 'ed' && auxiliary !== undefined && forms.has(tokens[auxiliary]!.lower),
      subject: subjectOf(tokens, phrases, i, verbForm, actions),
      object: phrases.find(({ first }) => first === after),
      particle: particle === undefined ? undefined : tokens[particle]!.lower,
      preposition: tokens[after]?.tag === 'ADP' ? tokens[after].lower : undefined,
      concreteness: rating.rating,
      concretenessSource: rating.source,
    });
  }
  return actions;
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
  return phrases.some(({ first }) => first === i + 2) ? undefined : i + 1;
}

function subjectOf(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  i: number,
  form: ActionSpan['form'],
  before: readonly ActionSpan[],
): NounPhrase | undefined {
  let at = i - 1;
  while (at >= 0 && /^(?:AUX|ADV|PART|SCONJ)$/.test(tokens[at]!.tag)) at -= 1;
  const joint = tokens[at];
  // "who is", "that are": the phrase before the relative.
  if (joint && /^(?:who|that|which)$/.test(joint.lower)) at -= 1;
  // "standing and talking", "sits while eating": what the verb before has.
  const previous = before.at(-1);
  const isJoined = joint !== undefined && /^(?:and|while|,|or)$/.test(joint.lower);
  if ((isJoined || at === previous?.last) && previous && previous.first < i) return previous.subject;
  let index = phrases.findLastIndex(({ last }) => last <= at);
  const nearest = phrases[index];
  if (!nearest) return undefined;
  // "a man in a hat rides": what stands in a phrase of place is seldom the one who acts.
  while (index > 0) {
    const phrase = phrases[index]!;
    const link = tokens[phrase.first - 1];
    const outer = phrases[index - 1]!;
    const isObject = link?.tag === 'VERB';
    if (!(link?.tag === 'ADP' || isObject) || outer.isCollective) break;
    if (form !== 's' && !isObject && link.lower !== 'of' && (phrase.animate || !outer.animate)) break;
    if (isObject && (form === 's' || phrase.animate)) break;
    if (isObject) {
      const governor = before.find(({ last }) => last === phrase.first - 1);
      return governor?.subject ?? nearest;
    }
    index -= 1;
  }
  return phrases[index];
}
