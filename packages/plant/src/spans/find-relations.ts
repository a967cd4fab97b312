import type { Reading } from '../reading/reading';
import { placeHeads, placesExclude } from '../words/places';
import { type ClosedSpan, type SpanContext, thingAt } from './closed-span';
import { expressionAt, expressionsByFirst } from './expressions';

const expressions = expressionsByFirst(placesExclude.words);
const words = (list: string) => new Set(list.split(' '));

/** Verbs that leave it to the preposition to say where; after "covered in" and "riding on" it says something else. */
const placing = words(
  'sit stand lie lay walk run perch rest sleep place park play pose wait graze jump set sat stack pile display kneel crouch squat seat nap locate hide swim float fly eat hang',
);
const motion = words(
  'walk run ride ski drive go slide skate travel climb skateboard snowboard fly race move',
);
const slopes = words(
  'hill slope mountain mountainside hillside ramp stairs staircase steps stair ladder escalator',
);
/** Kinds that one can be on: "on a street" has no other side, "on the grass" neither. */
const carriers = new Set([
  'furniture',
  'road vehicle',
  'vessel',
  'board',
  'appliance',
  'bedding',
  'animal',
  'electronics',
  'dish',
  'reading',
  'bag',
  'fixture',
]);
const containers = new Set([
  'road vehicle',
  'bag',
  'dish',
  'drinking vessel',
  'furniture',
  'fixture',
  'appliance',
  'vessel',
  'cookware',
  'building',
]);

/** Finds relations in space between things: "on top of a table", "behind the bus". */
export function findRelations(reading: Reading, context: SpanContext): ClosedSpan[] {
  const { tokens, caption } = reading;
  const spans: ClosedSpan[] = [];
  for (let i = 1; i < tokens.length; i += 1) {
    const found = expressionAt(tokens, i, expressions);
    if (!found) continue;
    const last = i + found.length - 1;
    const head = thingAt(reading, last + 1, context);
    if (
      !head ||
      !fits(found.text, head.lemma, head.noun.kind) ||
      !isPlaced(reading, i, found.text, context)
    ) {
      i = last;
      continue;
    }
    const rating = context.lexicon.rate(placeHeads[found.text] ?? found.text);
    if (rating) {
      const { start } = tokens[i]!;
      const { end } = tokens[last]!;
      spans.push({
        slot: 'relation',
        first: i,
        last,
        start,
        end,
        text: caption.slice(start, end),
        lemma: found.text,
        form: 'relation',
        exclude: placesExclude,
        head: head.index,
        headLemma: head.lemma,
        concreteness: rating.rating,
        concretenessSource: rating.source,
      });
    }
    i = last;
  }
  return spans;
}

function fits(relation: string, head: string, kind: string | undefined): boolean {
  if (relation === 'up' || relation === 'down') return slopes.has(head);
  if (relation === 'on') return kind !== undefined && carriers.has(kind);
  if (relation === 'in') return kind !== undefined && containers.has(kind);
  return true;
}

/** Whether the word before leaves room for another place: a thing, "is", or a verb of staying. */
function isPlaced({ tokens }: Reading, i: number, relation: string, { formOf }: SpanContext): boolean {
  const { tag, lower } = tokens[i - 1]!;
  if (relation === 'up' || relation === 'down') return motion.has(formOf(lower).verb ?? lower);
  if (tag === 'VERB' || /(?:ing|ed)$/.test(lower)) return placing.has(formOf(lower).verb ?? lower);
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'AUX' || lower === 'is' || lower === 'are';
}
