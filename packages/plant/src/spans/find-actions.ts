import type { Reading } from '../reading/reading';
import { handlingExcludes, posturesExclude, travelExcludes } from '../words/deeds';
import type { Exclusions } from '../words/exclusions';
import { type ClosedSpan, nounPhraseHead, type SpanContext } from './closed-span';

const vehicles = new Set(['road vehicle', 'vessel', 'aircraft']);
/** Words that a verb of movement asks for: nobody sits "through the snow". */
const ways = new Set(
  'down up through across along to toward towards into onto over past away off out by back from after around'.split(
    ' ',
  ),
);
/** Participles that stand where "-ing" stands: "parked on the street". */
const participles = new Set(['parked', 'stopped', 'perched', 'seated']);
const opensObject = new Set(['DET', 'NUM', 'ADJ', 'NOUN', 'PROPN']);
const withThing = new Set(['in', 'with', 'wearing', 'on', 'of', 'and', 'at']);

/** Finds actions that exclude others: postures of the living, what vehicles do, what is done with a thing. */
export function findActions(reading: Reading, context: SpanContext): ClosedSpan[] {
  const { tokens, caption } = reading;
  const { formOf, lexicon } = context;
  const spans: ClosedSpan[] = [];
  for (let i = 1; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const { lower } = token;
    const verb = lower === 'seated' ? 'sit' : formOf(lower).verb;
    if (verb === undefined) continue;
    const form = formOfVerb(reading, i, verb);
    if (form === undefined) continue;
    const next = tokens[i + 1];
    const isTransitive =
      next !== undefined && (opensObject.has(next.tag) || /^(?:his|her|its|their)$/.test(next.lower));
    const head = isTransitive ? nounPhraseHead(reading, i + 1) : -1;
    if (isTransitive !== head >= 0) continue;
    const subject = subjectOf(reading, i, context);
    if (subject === undefined) continue;
    const exclude = exclusionsOf(verb, isTransitive, subject);
    if (!exclude) continue;
    if (
      !isTransitive &&
      (next?.lower === 'up' || next?.lower === 'down') &&
      /^(?:sit|stand|lie|lay)$/.test(verb)
    )
      continue;
    const rating = lexicon.rate(verb);
    if (!rating) continue;
    const way = isTransitive ? 'object' : ways.has(next?.lower ?? '') ? 'way' : 'place';
    spans.push({
      slot: 'action',
      first: i,
      last: i,
      start: token.start,
      end: token.end,
      text: token.text,
      lemma: verb,
      form: `${form} ${way}`,
      exclude,
      head,
      headLemma: head < 0 ? '' : (formOf(tokens[head]!.lower).noun ?? tokens[head]!.lower),
      concreteness: rating.rating,
      concretenessSource: rating.source,
    });
  }
  return spans;
}

function formOfVerb({ tokens }: Reading, i: number, verb: string): string | undefined {
  const { lower, tag } = tokens[i]!;
  if (participles.has(lower)) return 'ing';
  if (lower === verb) {
    return tag === 'VERB' && tokens[i - 1]!.tag === 'NOUN' && tokens[i - 1]!.lower.endsWith('s')
      ? 'base'
      : undefined;
  }
  if (lower.endsWith('ing')) return 'ing';
  return tag === 'VERB' && lower.endsWith('s') ? 's' : undefined;
}

function exclusionsOf(verb: string, isTransitive: boolean, subject: string): Exclusions | undefined {
  if (isTransitive)
    return subject === 'living' && handlingExcludes.words.has(verb) ? handlingExcludes : undefined;
  if (subject === 'living') return posturesExclude.words.has(verb) ? posturesExclude : undefined;
  return travelExcludes.words.has(verb) ? travelExcludes : undefined;
}

/** Who acts: the noun before, or, where that is only worn or carried, the one before it. */
function subjectOf(
  { tokens }: Reading,
  verb: number,
  { nouns, formOf }: SpanContext,
): 'living' | 'vehicle' | undefined {
  for (let i = verb - 1, steps = 0; i >= 0 && steps < 3; i -= 1) {
    const { tag, lower } = tokens[i]!;
    if (lower === 'who' || lower === 'he' || lower === 'she') return 'living';
    if (tag !== 'NOUN' && tag !== 'PROPN') continue;
    steps += 1;
    const noun = nouns.get(formOf(lower).noun ?? lower);
    if (noun?.person || noun?.kind === 'animal') return 'living';
    if (noun?.kind !== undefined && vehicles.has(noun.kind)) return 'vehicle';
    // "a man in a hat sitting": the hat's owner sits; "a bench with a bag sitting" ends here.
    let before = i - 1;
    while (before >= 0 && /^(?:DET|ADJ|NUM|NOUN)$/.test(tokens[before]!.tag)) before -= 1;
    if (!withThing.has(tokens[before]?.lower ?? '')) return undefined;
    i = before;
  }
  return undefined;
}
