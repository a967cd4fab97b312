import type { Slot } from '../hard-negative';
import { hashPair, hashWord } from '../hashes/hash-words';
import { pluraliaTantum } from '../inflect/plural';
import type { MiningContext } from '../operations/operation';
import { deedOf, footingIn, governorHash, isAfterNoun } from '../reading/object-governor';
import type { AttributeSpan, ObjectSpan, Reading } from '../reading/reading';
import type { Token } from '../reading/tagger';
import type { ClosedSpan } from '../spans/closed-span';
import { closedSlots, readClosed } from '../spans/read-closed';
import { familyOf } from '../words/families';
import { scaleNamesOf } from '../words/scales';
import type { BlockReading } from './block-reading';

/** Finds all places of a caption whose words may be exchanged. */
export function collectSites(
  reading: Reading,
  block: BlockReading,
  slots: ReadonlySet<Slot>,
  context: MiningContext,
): void {
  if (slots.has('object')) {
    for (const span of reading.objects) addObject(span, false, reading, block, context);
    for (const span of reading.compounds) addObject(span, true, reading, block, context);
  }
  if (slots.has('attribute')) for (const span of reading.attributes) addAttribute(span, reading, block);
  for (const slot of closedSlots) {
    if (!slots.has(slot)) continue;
    for (const span of readClosed(slot, reading, context)) addClosed(span, reading, block);
  }
}

function addObject(
  span: ObjectSpan,
  compound: boolean,
  reading: Reading,
  { sites, size }: BlockReading,
  context: MiningContext,
): void {
  const { tokens } = reading;
  const kind = span.noun.person ? 'person' : span.noun.kind;
  if (kind === undefined || isWithinParticiple(span, reading) || isOneOfTwo(span, tokens, context)) return;
  const { bucket, family } = bucketOf(kind, numberOf(span, tokens[span.first - 1]?.lower));
  sites.add(tokens, span, {
    caption: size - 1,
    bucket,
    family,
    compound,
    afterNoun: isAfterNoun(span, tokens),
    governor: compound ? 0 : governorHash(span, reading),
    actor: 0,
    deed: compound ? 0 : deedOf(span, reading),
    footing: compound ? 0 : footingIn(span, reading, context.nouns),
  });
}

function addAttribute(span: AttributeSpan, { tokens }: Reading, { sites, size }: BlockReading): void {
  const scale = scaleNamesOf(span.lemma)[0];
  if (scale === undefined) return;
  const { bucket } = bucketOf(scale, span.degree);
  sites.add(tokens, span, {
    caption: size - 1,
    bucket,
    family: bucket,
    compound: false,
    afterNoun: false,
    governor: span.head === undefined ? 0 : hashWord(span.head),
    actor: 0,
    deed: 0,
    footing: 0,
  });
}

function addClosed(span: ClosedSpan, reading: Reading, { sites, size }: BlockReading): void {
  const { bucket } = bucketOf(span.slot, isOnlyBeforeOrBehind(span) ? `${span.form} sides` : span.form);
  sites.add(reading.tokens, span, {
    caption: size - 1,
    bucket,
    family: bucket,
    compound: false,
    afterNoun: false,
    governor: closedGovernor(span, reading),
    actor: span.actor === '' ? 0 : hashWord(span.actor),
    deed: 0,
    footing: 0,
  });
}

/** Things that cannot carry or hold are a class of their own, so that no impossible partners are tried. */
function isOnlyBeforeOrBehind({ slot, lemma, unfit }: ClosedSpan): boolean {
  const isSide = lemma === 'in front of' || lemma === 'behind';
  return slot === 'relation' && isSide && unfit.has('on') && unfit.has('in') && unfit.has('under');
}

/** Kinds of what is both stuff and a thing: "a baseball" is one, "baseball" a sport; so with "a chicken". */
const countable = new Set(['sport', 'meal', 'vegetable', 'snack', 'drink']);
const foods = new Set(['meal', 'snack']);

/** In which number a thing stands: words go to places of their own number only. */
function numberOf(
  { plural, lemma, noun, isMass, first, phraseStart }: ObjectSpan,
  before: string | undefined,
): string {
  if (pluraliaTantum.has(lemma)) return 'pairs';
  const isCounted = before === 'a' || before === 'an';
  // "a snow" is the tagger's slip.
  if (isMass)
    return plural ? 'plural' : isCounted ? (countable.has(noun.kind ?? '') ? 'singular' : 'slip') : 'mass';
  // "to have cake"
  if (!plural && first === phraseStart && foods.has(noun.kind ?? '')) return 'mass';
  return plural ? 'plural' : 'singular';
}

interface Bucket {
  readonly bucket: number;
  /** The bucket of all kinds of one family. */
  readonly family: number;
}

const buckets = new Map<string, Map<string, Bucket>>();

/** Words are exchanged within one bucket: one kind in one form. There are some hundreds, and each is hashed once. */
function bucketOf(kind: string, form: string): Bucket {
  let byForm = buckets.get(kind);
  if (!byForm) {
    byForm = new Map();
    buckets.set(kind, byForm);
  }
  let bucket = byForm.get(form);
  if (!bucket) {
    const hash = hashWord(form);
    bucket = { bucket: hashPair(hashWord(kind), hash), family: hashPair(hashWord(familyOf(kind)), hash) };
    byForm.set(form, bucket);
  }
  return bucket;
}

/** The word that governs a word of a closed set: the counted thing, the object, or the place with its preposition. */
function closedGovernor({ slot, head, last, form }: ClosedSpan, { tokens }: Reading): number {
  if (head < 0) return 0;
  const isPlace = slot === 'action' && !form.includes(' object');
  const thing = tokens[head]!.form.hash;
  return isPlace ? hashPair(tokens[last + 1]!.form.hash, thing) : thing;
}

/** "a refrigerator freezer": another word beside its like would be two things. */
function isOneOfTwo(
  { first, last, noun }: ObjectSpan,
  tokens: readonly Token[],
  { nouns }: MiningContext,
): boolean {
  if (noun.person) return false;
  const isLike = (token: Token | undefined) =>
    token?.tag === 'NOUN' && token.form.noun !== undefined && nouns.get(token.form.noun)?.kind === noun.kind;
  return isLike(tokens[first - 1]) || isLike(tokens[last + 1]);
}

/** "snow" of "a snow covered slope" is no thing of its own. */
function isWithinParticiple({ last }: ObjectSpan, { tokens }: Reading): boolean {
  const thing = tokens[last + 2];
  if (thing?.tag !== 'NOUN' && thing?.tag !== 'ADJ') return false;
  return /..(?:ed|en|lit)$/.test(tokens[last + 1]!.lower);
}
