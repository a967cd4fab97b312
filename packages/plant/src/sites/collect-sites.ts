import type { Slot } from '../hard-negative';
import { hashPair, hashWord } from '../hashes/hash-words';
import type { Contrasts } from '../lexicon/contrasts';
import { isSeen } from '../lexicon/nouns';
import { wordClass } from '../lexicon/words';
import type { AttributeSpan, ClosedSpan, ObjectSpan, Reading } from '../reading/reading';
import type { Token } from '../reading/tagger';
import type { BlockReading } from './block-reading';
import { classOf } from './site-class';
import { isOnObject } from './site-word';

/** Parts of speech of a noun phrase before its noun. */
const passed = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADV']);

/** There is one of anything. */
const ofAnything = wordClass('of-anything');

const owners = new Set(['his', 'her', 'its', 'their']);

function governorPlace({ first }: ObjectSpan, tokens: readonly Token[]): number {
  for (let i = first - 1; i >= 0; i -= 1) {
    const { tag, lower } = tokens[i]!;
    if (!passed.has(tag) && !owners.has(lower)) return i;
  }
  return -1;
}

/**
 * Hash of what governs a thing: the word before its noun phrase, and with "of" the noun before that too, since not all
 * things have a shore or contents as they have pictures; 0 for nothing.
 */
function governorHash(span: ObjectSpan, { tokens }: Reading): number {
  const place = governorPlace(span, tokens);
  if (place < 0) return 0;
  const { lower, form } = tokens[place]!;
  const before = tokens[place - 1];
  if (lower !== 'of' || before?.tag !== 'NOUN' || ofAnything.has(before.form.noun ?? '')) return form.hash;
  return hashPair(before.form.nounHash || before.form.hash, form.hash);
}

/** Whether a noun before it tells what sort of thing it is: "kitchen counter". */
function isAfterNoun({ first }: ObjectSpan, tokens: Reading['tokens']): boolean {
  const before = tokens[first - 1];
  return before?.tag === 'NOUN' && !before.form.scaled;
}

/** Hash of the verb that has this noun as its subject; 0 if none. */
function actionOf({ last }: ObjectSpan, { actions }: Reading): number {
  for (const { subject, lemma } of actions) if (subject?.last === last) return hashWord(lemma);
  return 0;
}

/** The roles of a table of contrasts by the words that stand for them. */
const roleOfWord = new Map(
  Object.entries({
    on: 'on onto atop',
    in: 'in inside into within',
    under: 'under underneath beneath below',
    near: 'near by beside alongside against',
    hold: 'carry',
    cut: 'slice',
  }).flatMap(([role, words]) => [role, ...words.split(' ')].map((word) => [word, role] as const)),
);
const beforeTo = new Set(['next', 'close']);

/** The role of a thing in its phrase: the preposition or the verb before it. */
function roleOf(span: ObjectSpan, { tokens }: Reading): string {
  const place = governorPlace(span, tokens);
  const token = tokens[place];
  if (!token) return '';
  const before = tokens[place - 1]?.lower ?? '';
  if (token.lower === 'to' && beforeTo.has(before)) return 'near';
  if (token.lower === 'of' && before === 'top') return 'on';
  const word = token.tag === 'VERB' ? (token.form.verb ?? token.lower) : token.lower;
  return roleOfWord.get(word) ?? word;
}

/**
 * Number of the list of contrasts that holds for a thing; 0 for none. Words say it that name the whole thing: no part of a
 * compound, no noun behind a noun, none of which something is, but a container.
 */
function listOf(span: ObjectSpan, reading: Reading, contrasts: Contrasts): number {
  const { tokens } = reading;
  if (isAfterNoun(span, tokens)) return 0;
  if (tokens[span.last + 1]?.lower === 'of' && !holders.has(span.lemma)) return 0;
  return contrasts.of(span.lemma, roleOf(span, reading))?.number ?? 0;
}

const holders = new Set(
  'bowl plate cup mug glass bottle jar bag box basket bucket tray vase pot pan can pitcher crate carton'.split(
    ' ',
  ),
);

/** Finds all sites of a caption: the words that may change. */
export function collectSites(
  reading: Reading,
  block: BlockReading,
  slots: ReadonlySet<Slot>,
  contrasts: Contrasts,
): void {
  if (slots.has('object')) {
    for (const span of reading.objects)
      addObject(span, listOf(span, reading, contrasts), false, reading, block);
    for (const span of reading.compounds) addObject(span, 0, true, reading, block);
  }
  if (slots.has('attribute')) for (const span of reading.attributes) addAttribute(span, reading, block);
  for (const span of reading.closed) if (slots.has(span.slot)) addClosed(span, reading, block);
}

function addObject(
  span: ObjectSpan,
  list: number,
  compound: boolean,
  reading: Reading,
  { sites, size }: BlockReading,
): void {
  // Nobody sees in the picture that it is another one.
  if (!isSeen(span.noun)) return;
  const { tokens } = reading;
  const before = tokens[span.first - 1]?.lower;
  const { bucket, sort } = classOf(span, before === 'a' || before === 'an');
  sites.add(tokens, span, {
    caption: size - 1,
    bucket,
    sort,
    compound,
    afterNoun: isAfterNoun(span, tokens),
    governor: compound ? 0 : governorHash(span, reading),
    actor: 0,
    action: compound ? 0 : actionOf(span, reading),
    list,
  });
}

function addAttribute(span: AttributeSpan, { tokens }: Reading, { sites, size }: BlockReading): void {
  const { bucket, sort } = classOf(span);
  sites.add(tokens, span, {
    caption: size - 1,
    bucket,
    sort,
    compound: false,
    afterNoun: false,
    governor: span.head === undefined ? 0 : hashWord(span.head),
    actor: 0,
    action: 0,
    list: 0,
  });
}

function addClosed(span: ClosedSpan, reading: Reading, { sites, size }: BlockReading): void {
  const { bucket, sort } = classOf(span);
  sites.add(reading.tokens, span, {
    caption: size - 1,
    bucket,
    sort,
    compound: false,
    afterNoun: false,
    governor: closedGovernor(span, reading),
    actor: span.actor === '' ? 0 : hashWord(span.actor),
    action: 0,
    list: 0,
  });
}

/** The word that governs a word of a closed set: the counted thing, the object, or the place with its preposition. */
function closedGovernor(span: ClosedSpan, { tokens }: Reading): number {
  const { slot, head, last } = span;
  if (head < 0) return 0;
  const isPlace = slot === 'action' && !isOnObject(span);
  const thing = tokens[head]!.form.hash;
  return isPlace ? hashPair(tokens[last + 1]!.form.hash, thing) : thing;
}
