import type { Lexicon } from '@slipform/concreteness';
import type { RefusalReason } from '../refusals';
import { lastPhraseUpTo, type NounPhrase, phraseFrom } from './noun-phrase';
import type { ActionSpan, RelationSpan } from './reading';
import { relationAt } from './relation-words';
import type { Token } from './tagger';

interface RelationContext {
  readonly lexicon: Lexicon;
  readonly refuse: (reason: RefusalReason) => void;
}

/** "at night", "in the morning": when, not where. */
const times = new Set(
  'night day time morning evening afternoon dusk dawn sunset noon daytime nighttime summer winter'.split(' '),
);
/** "in a row", "in black and white", "on display", "on his own": how, not where. */
const manners = new Set(
  'row line group way motion action color colour black white display top own use case style fashion preparation'.split(
    ' ',
  ),
);
const aims = new Set('look stare gaze smile point glance throw swing aim wave laugh work bark'.split(' '));
const ways = new Set('walk run ride climb go ski drive fly come move travel head jump skate hike'.split(' '));
const placed = new Set(
  'park seat place situate locate position tie hang mount attach set stand sit lie lay display'.split(' '),
);

/** Finds the words that say where a thing is to another: one preposition ("under") or several words ("in front of"). */
export function findRelations(
  caption: string,
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  actions: readonly ActionSpan[],
  { lexicon, refuse }: RelationContext,
): RelationSpan[] {
  const relations: RelationSpan[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const relation = relationAt(tokens, i);
    if (!relation) continue;
    const { lemma } = relation;
    const first = i;
    const last = i + relation.words.length - 1;
    i = last;
    const right = phraseFrom(phrases, last + 1);
    if (!right || times.has(right.lemma) || (first === last && manners.has(right.lemma))) continue;
    const action = actionBefore(tokens, actions, first);
    if (first === last && action && isMeans(lemma, action)) continue;
    const rating = lexicon.rate(lemma) ?? lexicon.rate(relation.mainWord);
    if (!rating) {
      refuse('unrated');
      continue;
    }
    const start = tokens[first]!.start;
    const end = tokens[last]!.end;
    relations.push({
      slot: 'relation',
      first,
      last,
      start,
      end,
      text: first === last ? tokens[first]!.text : caption.slice(start, end),
      lemma,
      left: action ? action.subject : phrases[lastPhraseUpTo(phrases, first - 1)],
      right,
      verb: action,
      concreteness: rating.rating,
      concretenessSource: rating.source,
    });
  }
  return relations;
}

/** "sitting on", "standing up on": the verb before, with at most a particle between. */
function actionBefore(
  tokens: readonly Token[],
  actions: readonly ActionSpan[],
  first: number,
): ActionSpan | undefined {
  const verb = tokens[first - 1]?.tag === 'VERB' ? first - 1 : first - 2;
  if (tokens[verb]?.tag !== 'VERB') return undefined;
  const action = actions.find((each) => each.last === verb);
  return verb === first - 1 || action?.particle !== undefined ? action : undefined;
}

/** "ridden by a man", "looking at a dog": the preposition names the one who acts, or the aim. */
function isMeans(relation: string, { lemma, form }: ActionSpan): boolean {
  if (relation === 'at') return aims.has(lemma);
  // "lifts up a toilet" names no place, "walks up a hill" does.
  if (relation === 'up') return !ways.has(lemma);
  return relation === 'by' && form === 'ed' && !placed.has(lemma);
}
