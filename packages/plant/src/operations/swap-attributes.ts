import { matchCase } from '../inflect/match-case';
import type { AttributeSpan, Reading } from '../reading/reading';
import type { Scale } from '../words/scale';
import { sameGroup, scalesOf } from '../words/scales';
import { isSymmetricLink } from './is-symmetric';
import type { FindOptions, MiningContext, Option } from './operation';
import { SwapOption, swapsAmong } from './swap-option';

/** Scales whose words suit any thing, so that they may be exchanged with each other. */
const general = new Set<Scale>(['colour', 'size']);

/** Exchanges the attributes of two things: "a red dog and a blue cat" → "a blue dog and a red cat". */
export const swapAttributes: FindOptions = (reading, _siblings, context) =>
  swapsAmong(reading.attributes, (a, b) => swapOf(a, b, reading, context));

function swapOf(
  a: AttributeSpan,
  b: AttributeSpan,
  reading: Reading,
  context: MiningContext,
): Option | undefined {
  const { refuse } = context;
  if (a.headToken < 0 || b.headToken < 0 || a.headToken === b.headToken || a.lemma === b.lemma)
    return undefined;
  if (!compatible(a, b)) return undefined;
  if (a.degree !== b.degree) {
    refuse('kind-mismatch');
    return undefined;
  }
  if (sameGroup(a.lemma, b.lemma)) {
    refuse('synonym');
    return undefined;
  }
  const between = reading.tokens.slice(a.headToken + 1, phraseStartOf(reading, b));
  if (a.head === b.head && isSymmetricLink(between)) {
    refuse('symmetric');
    return undefined;
  }
  const thing = (attribute: AttributeSpan) => reading.tokens[attribute.headToken]!.lower;
  const other = (attribute: AttributeSpan, model: AttributeSpan) =>
    matchCase(attribute.text.toLowerCase(), model.text);
  return new SwapOption({
    a,
    b,
    textA: other(b, a),
    textB: other(a, b),
    instruction: `make the ${thing(a)} ${b.text.toLowerCase()} and the ${thing(b)} ${a.text.toLowerCase()}`,
    distance: null,
  });
}

/** On one scale, or both on scales that suit any thing; age and mood only among persons, or among things. */
function compatible(a: AttributeSpan, b: AttributeSpan): boolean {
  const living = (span: AttributeSpan) => span.headNoun?.person === true || span.headNoun?.kind === 'animal';
  const scalesA = scalesOf(a.lemma).map(({ scale }) => scale);
  const scalesB = scalesOf(b.lemma).map(({ scale }) => scale);
  const shared = scalesA.filter((scale) => scalesB.includes(scale));
  if (shared.some((scale) => general.has(scale))) return !isColouredPerson(a, b);
  if (shared.length > 0) return living(a) === living(b);
  return (
    scalesA.some((s) => general.has(s)) && scalesB.some((s) => general.has(s)) && !isColouredPerson(a, b)
  );
}

function isColouredPerson(...spans: readonly AttributeSpan[]): boolean {
  const hasColour = spans.some(({ lemma }) => scalesOf(lemma).some(({ scale }) => scale === 'colour'));
  return hasColour && spans.some(({ headNoun }) => headNoun?.person === true);
}

function phraseStartOf(reading: Reading, { first, headToken }: AttributeSpan): number {
  const object = reading.objects.find((span) => span.first <= headToken && headToken <= span.last);
  return object?.phraseStart ?? first;
}
