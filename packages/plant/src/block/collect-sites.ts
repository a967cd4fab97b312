import type { Slot } from '../hard-negative';
import { hashPair, hashWord } from '../hashes/hash-words';
import { pluraliaTantum } from '../inflect/plural';
import type { MiningContext } from '../operations/operation';
import { aroundOf } from '../reading/around';
import { deedOf, isAfterNoun, objectGovernor } from '../reading/object-governor';
import type { ObjectSpan, Reading } from '../reading/reading';
import type { ClosedSpan } from '../spans/closed-span';
import { closedSlots, readClosed } from '../spans/read-closed';
import { familyOf } from '../words/families';
import { massNouns } from '../words/mass-nouns';
import { scalesOf } from '../words/scales';
import type { BlockReading } from './block-reading';
import { type SiteSpan, wordOf } from './site';

/** Finds all places of a caption whose words may be exchanged. */
export function collectSites(
  reading: Reading,
  block: BlockReading,
  slots: ReadonlySet<Slot>,
  context: MiningContext,
): void {
  const { tokens } = reading;
  const caption = block.size - 1;
  const add = (
    span: SiteSpan,
    bucket: number,
    governor: number,
    family = bucket,
    compound = false,
    actor = 0,
    deed = 0,
  ) => {
    const around = aroundOf(tokens, span.first, span.last);
    const afterNoun = span.slot === 'object' && isAfterNoun(span, tokens);
    const site = { caption, span, bucket, family, compound, afterNoun, governor, actor, deed };
    block.sites.add(site, around, wordOf(tokens, span));
  };
  if (slots.has('object')) {
    const addObject = (span: ObjectSpan, compound: boolean) => {
      const kind = span.noun.person ? 'person' : span.noun.kind;
      if (kind === undefined) return;
      const number = numberOf(span, reading.tokens[span.first - 1]?.lower);
      const governor = compound ? 0 : (objectGovernor(span, reading)?.form.hash ?? 0);
      if (isWithinParticiple(span, reading)) return;
      const doing = compound ? 0 : deedOf(span, reading);
      add(span, hashOf(kind, number), governor, hashOf(familyOf(kind), number), compound, 0, doing);
    };
    for (const span of reading.objects) addObject(span, false);
    for (const span of reading.compounds) addObject(span, true);
  }
  if (slots.has('attribute')) {
    for (const span of reading.attributes) {
      const scale = scalesOf(span.lemma)[0]?.scale;
      if (scale !== undefined)
        add(span, hashOf(scale, span.degree), span.head === undefined ? 0 : hashWord(span.head));
    }
  }
  for (const slot of closedSlots) {
    if (!slots.has(slot)) continue;
    for (const span of readClosed(slot, reading, context)) {
      const bucket = hashOf(slot, isOnlyBeforeOrBehind(span) ? `${span.form} sides` : span.form);
      const actor = span.actor === '' ? 0 : hashWord(span.actor);
      add(span, bucket, closedGovernor(span, reading), bucket, false, actor);
    }
  }
}

/** What can't carry or hold goes among its like, so that nobody looks for partners that it can't take. */
function isOnlyBeforeOrBehind({ slot, lemma, unfit }: ClosedSpan): boolean {
  const isSide = lemma === 'in front of' || lemma === 'behind';
  return slot === 'relation' && isSide && unfit.has('on') && unfit.has('in') && unfit.has('under');
}

/** Kinds of what is both stuff and a thing: "a baseball" is one, "baseball" a sport; so with "a chicken". */
const countable = new Set(['sport', 'meal', 'vegetable', 'snack', 'drink']);
const foods = new Set(['meal', 'snack']);

/** In which number a thing stands: words go to places of their own number only. */
function numberOf(
  { plural, lemma, noun, first, phraseStart }: ObjectSpan,
  before: string | undefined,
): string {
  if (pluraliaTantum.has(lemma)) return 'pairs';
  const isCounted = before === 'a' || before === 'an';
  // "a snow" is the tagger's slip.
  if (massNouns.has(lemma))
    return plural ? 'plural' : isCounted ? (countable.has(noun.kind ?? '') ? 'singular' : 'slip') : 'mass';
  // "to have cake"
  if (!plural && first === phraseStart && foods.has(noun.kind ?? '')) return 'mass';
  return plural ? 'plural' : 'singular';
}

const hashes = new Map<string, number>();

function hashOf(kind: string, form: string): number {
  return hashPair(kept(kind), kept(form));
}

function kept(name: string): number {
  let hash = hashes.get(name);
  if (hash === undefined) {
    hash = hashWord(name);
    hashes.set(name, hash);
  }
  return hash;
}

/** What a word of a closed set is bound to: the thing that is counted or done to, the place with its preposition. */
function closedGovernor({ slot, head, last, form }: ClosedSpan, { tokens }: Reading): number {
  if (head < 0) return 0;
  const isPlace = slot === 'action' && !form.includes(' object');
  const thing = tokens[head]!.form.hash;
  return isPlace ? hashPair(tokens[last + 1]!.form.hash, thing) : thing;
}

/** "snow" of "a snow covered slope" is no thing of its own. */
function isWithinParticiple({ last }: ObjectSpan, { tokens }: Reading): boolean {
  const [participle, thing] = [tokens[last + 1], tokens[last + 2]];
  return /..(?:ed|en|lit)$/.test(participle?.lower ?? '') && (thing?.tag === 'NOUN' || thing?.tag === 'ADJ');
}
