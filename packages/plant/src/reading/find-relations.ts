import type { Lexicon } from '@slipform/concreteness';
import type { RefusalReason } from '../refusals';
import type { NounPhrase } from './noun-phrase';
import type { ActionSpan, RelationSpan } from './reading';
import type { Token } from './tagger';

interface RelationContext {
  readonly lexicon: Lexicon;
  readonly refuse: (reason: RefusalReason) => void;
}

const single = new Set(
  (
    'on in at under above below behind beside near by over across along through around into onto inside outside between against ' +
    'atop beneath underneath toward towards past off up down within upon among amongst alongside'
  ).split(' '),
);
const several = [
  'in front of, on top of, next to, close to, left of, right of, inside of, outside of, out of, away from, far from, in between, in back of',
  'to the left of, to the right of, on the left of, on the right of, in the front of, in the back of, on the back of, on the front of',
  'on the side of, at the side of, by the side of, on the other side of, on either side of, on both sides of, along the side of',
  'in the middle of, in the center of, in the corner of, at the top of, on the top of, at the bottom of, on the bottom of',
  'on the edge of, at the edge of, at the end of, at the foot of, at the base of, top of, front of',
]
  .join(', ')
  .split(', ')
  .map((phrase) => phrase.split(' '))
  .sort((a, b) => b.length - a.length);

const byFirst = new Map<string, string[][]>();
for (const words of several) byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), words]);

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
    const last = lastOf(tokens, i);
    if (last < 0) continue;
    const first = i;
    i = last;
    const right = phrases.find((phrase) => phrase.first === last + 1);
    if (!right || times.has(right.lemma) || (first === last && manners.has(right.lemma))) continue;
    const isParticle = tokens[first - 1]?.tag === 'VERB' ? first - 1 : first - 2;
    const action = actions.find((each) => each.last === isParticle);
    const lower = tokens[first]!.lower;
    if (first === last && action && isMeans(lower, action)) continue;
    const lemma = tokens
      .slice(first, last + 1)
      .map((token) => token.lower)
      .join(' ');
    const rating = lexicon.rate(lemma) ?? lexicon.rate(mainWord(tokens, first, last));
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
      text: caption.slice(start, end),
      lemma,
      left: action ? action.subject : phrases.findLast((phrase) => phrase.last < first),
      right,
      verb: action,
      concreteness: rating.rating,
      concretenessSource: rating.source,
    });
  }
  return relations;
}

/** Index of the last token of the relation that starts here, the longest there is; -1 for none. */
function lastOf(tokens: readonly Token[], i: number): number {
  const { lower, tag } = tokens[i]!;
  for (const words of byFirst.get(lower) ?? []) {
    if (words.every((word, k) => tokens[i + k]?.lower === word)) return i + words.length - 1;
  }
  const isPlace = tag === 'ADP' || tag === 'ADV' || tag === 'PART';
  return isPlace && single.has(lower) ? i : -1;
}

/** "ridden by a man", "looking at a dog": the preposition names the one who acts, or the aim. */
function isMeans(lower: string, { lemma, form }: ActionSpan): boolean {
  if (lower === 'at') return aims.has(lemma);
  return lower === 'by' && form === 'ed' && !placed.has(lemma);
}

/** The word that carries the place: "front" of "in front of". */
function mainWord(tokens: readonly Token[], first: number, last: number): string {
  const weak = /^(?:in|on|at|by|to|the|of|from|either|both)$/;
  for (let i = last; i >= first; i -= 1) if (!weak.test(tokens[i]!.lower)) return tokens[i]!.lower;
  return tokens[first]!.lower;
}
