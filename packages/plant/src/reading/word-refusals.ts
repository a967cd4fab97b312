import type { Slot } from '../hard-negative';
import type { Noun, Nouns } from '../lexicon/nouns';
import { personChanges } from '../lexicon/people';
import { isColour, type Scale, scaleNamesOf } from '../lexicon/scales';
import { rowsOf } from '../lexicon/tables';
import { isMass, massNouns, wordClass } from '../lexicon/words';
import type { Refused, Rule } from '../rule';
import { mentionsOf } from './mentions';
import type { NounPhrase } from './noun-phrase';
import type { NounSort } from './noun-sort';
import type { ActionSpan, AttributeSpan, KindOfText } from './reading';
import { isUnit, meansOtherwise } from './scale-heads';
import type { Token } from './tagger';

/** A word of a caption that the reader found, before it is taken for one that may change. */
export interface Place {
  readonly caption: string;
  readonly kind: KindOfText;
  readonly tokens: readonly Token[];
  /** Index of its first token and of its last. */
  readonly first: number;
  readonly last: number;
  readonly lemma: string;
  /** Lemma of the noun that an attribute says something of, that a count counts, that a relation leads to. */
  readonly head?: string | undefined;
}

export interface ObjectPlace extends Place {
  readonly noun: Noun;
  readonly plural: boolean;
  /** `undefined` where the caption leaves open whether it is one thing or several. */
  readonly number: boolean | undefined;
}

export interface AttributePlace extends Place {
  readonly scales: readonly Scale[];
  /** 5 where it has no rating. */
  readonly concreteness: number;
  /** Index of the head's token; -1 for a predicate ("the car is red"). */
  readonly headToken: number;
  readonly nouns: Nouns;
}

/** An attribute among all that were found. */
export interface FoundAttributePlace extends Place {
  readonly attributes: readonly AttributeSpan[];
}

export interface ActionPlace extends Place {
  readonly action: ActionSpan;
  readonly actions: readonly ActionSpan[];
}

export interface RelationPlace extends Place {
  readonly verb: ActionSpan | undefined;
  readonly right: NounPhrase;
  /** The sort of the thing before it; `undefined` if that is no noun. */
  readonly leftSort: NounSort | undefined;
}

export interface CountPlace extends Place {
  readonly counted: NounPhrase;
}

/** A word that the reader leaves alone, though its tag and its rating would let it change. */
interface Row<P extends Place = Place> extends Rule {
  /** "pass": of a user's own vocabulary, whose words mean what they say, it refuses nothing. */
  readonly ownWords?: 'pass';
  /** The word may still change where a corpus shows the new compound. */
  readonly isCompound?: boolean;
  /** A caption with a word that is refused, and one beside it with a word that may change. */
  readonly example: { readonly refuses: CaptionWord; readonly passes: CaptionWord };
  readonly when: (place: P) => boolean;
}

/** A row with the slot of its words. */
export interface Refusal<P extends Place = Place> extends Row<P> {
  readonly slot: Slot;
}

/** A caption with its word between asterisks. */
type CaptionWord = string;

/** A word that has no rating of concreteness. */
export const unrated: Refused = { id: 'unrated', reason: 'unrated' };

const phrase = { kind: 'form', reason: 'fixed-phrase' } as const;
const truth = { kind: 'truth', reason: 'fixed-phrase' } as const;
const safety = { kind: 'safety', reason: 'person' } as const;

/** WordNet's lexicographer file of animals. */
const ANIMAL = 5;
const streets = wordClass('street');
const looseModifiers = wordClass('loose-modifier');

const objectRefusals: readonly Row<ObjectPlace>[] = [
  {
    ...phrase,
    id: 'object/joined',
    what: 'A part of a longer word.',
    example: { refuses: 'A *dog*-sized box.', passes: 'A *dog* in a box.' },
    when: isJoined,
  },
  {
    ...phrase,
    id: 'compound/first',
    isCompound: true,
    what: 'The word that says of what sort the next thing is: "a banana box", "a snow covered hill".',
    example: { refuses: 'A *banana* box.', passes: 'A *banana* in a box.' },
    when: ({ caption, tokens, last, lemma, plural }) => {
      const next = tokens[last + 1];
      if (next === undefined || caption[tokens[last]!.end] !== ' ') return false;
      // A street does nothing: in "street signs" or "street light" a verb or an adjective is the tagger's slip.
      return (
        next.tag === 'NOUN' ||
        isBeforeParticiple(tokens, last) ||
        (!plural && streets.has(lemma) && isSlip(next))
      );
    },
  },
  {
    ...phrase,
    id: 'compound/last',
    isCompound: true,
    what: 'The last word of a compound, unless the first one only says where or for what: "city street".',
    example: { refuses: 'A banana *box*.', passes: 'A city *street*.' },
    when: ({ caption, kind, tokens, first }) => {
      const before = tokens[first - 1];
      if (before === undefined || caption[before.end] !== ' ' || looseModifiers.has(before.lower))
        return false;
      // A name says of what sort it is as well ("Honda motorcycle"), but in a title it is the brand.
      if (before.tag === 'PROPN') return kind.names !== 'title';
      return before.tag === 'NOUN' && !before.form.scaled;
    },
  },
  {
    ...phrase,
    id: 'phrase/camera',
    isCompound: true,
    what: 'Who smiles at the camera looks at us: it is not in the picture.',
    example: { refuses: 'A man smiles at the *camera*.', passes: 'A man holds a *camera*.' },
    when: ({ tokens, first, lemma }) => {
      const before = tokens[first - 1]?.lower === 'the' ? first - 2 : first - 1;
      return (
        lemma === 'camera' && /^(?:at|for|to|toward|towards|into|on|off)$/.test(tokens[before]?.lower ?? '')
      );
    },
  },
  ...phrasesOf('object'),
  {
    ...phrase,
    id: 'name/part',
    isCompound: true,
    what: 'A part of a name that its own word does not tell: "a jack o\' lantern", "West 32nd Street".',
    example: { refuses: "A jack o' *lantern*.", passes: 'A *lantern* on a table.' },
    when: ({ caption, tokens, first }) => {
      const { start, text, lower } = tokens[first]!;
      if (/\bo['’] ?$/i.test(caption.slice(Math.max(0, start - 4), start))) return true;
      // After an ordinal number a capital is a name's.
      return text !== lower && /^\d+(?:st|nd|rd|th)$/.test(tokens[first - 1]?.lower ?? '');
    },
  },
  {
    ...phrase,
    id: 'object/owner',
    isCompound: true,
    what: 'A thing that owns: "the building\'s roof". Persons and animals may change.',
    example: { refuses: "A *building*'s roof.", passes: "A *dog*'s toy." },
    when: ({ tokens, last, noun }) =>
      tokens[last + 1]?.lower === "'s" && !noun.person && noun.lexfile !== ANIMAL,
  },
  {
    ...phrase,
    id: 'compound/listed',
    isCompound: true,
    ownWords: 'pass',
    what: 'It shares the next noun with a participle: "chocolate and glazed donuts".',
    example: { refuses: 'Some *chocolate* and glazed donuts.', passes: 'Some *chocolate* and donuts.' },
    when: ({ tokens, last, lemma }) => {
      const second = tokens[last + 2];
      if (tokens[last + 1]?.lower !== 'and' || second === undefined || !massNouns.has(lemma)) return false;
      return second.tag !== 'NOUN' && second.lower.endsWith('ed') && tokens[last + 3]?.tag === 'NOUN';
    },
  },
  {
    ...phrase,
    id: 'object/of-body',
    what: 'A part of a body: what holds or wears a thing is no other thing. A "chest of drawers" is furniture.',
    example: { refuses: 'A cup in a *hand*.', passes: 'A cup on a *chest of drawers*.' },
    when: ({ noun }) => noun.isOfBody,
  },
  {
    ...phrase,
    id: 'object/open-number',
    what: 'One or several: "the sheep".',
    example: { refuses: 'The *sheep* in a field.', passes: 'A *sheep* in a field.' },
    when: ({ number }) => number === undefined,
  },
  {
    ...safety,
    id: 'person/unlisted',
    what: 'A person whose word is not in the table of persons.',
    example: { refuses: 'A *priest* by a car.', passes: 'A *man* by a car.' },
    when: ({ noun }) => noun.person && !personChanges(noun.lemma),
  },
  {
    ...truth,
    id: 'object/another',
    what: 'The one before it was one as well: "next to another train".',
    example: { refuses: 'A bus next to another *train*.', passes: 'A bus next to a *train*.' },
    when: ({ tokens, first }) => {
      let i = first - 1;
      while (i >= 0 && (tokens[i]!.tag === 'ADJ' || tokens[i]!.tag === 'NUM') && tokens[i]!.lower !== 'other')
        i -= 1;
      const before = tokens[i]?.lower;
      return before === 'another' || before === 'other';
    },
  },
];

/** An adjective on none of our scales must be rated so concrete, on the scale 1–5. */
const leastOffScale = 3;

const attributeRefusals: readonly Row<AttributePlace>[] = [
  {
    ...truth,
    id: 'colour/of-no-colour',
    ownWords: 'pass',
    what: 'In a black and white picture nothing has a colour.',
    example: {
      refuses: 'A black and white photo of a *red* car.',
      passes: 'A photo of a *red* car.',
    },
    when: ({ tokens, scales }) => scales.includes('colour') && isWithoutColour(tokens),
  },
  ...phrasesOf('attribute'),
  {
    ...truth,
    id: 'attribute/two-of-a-scale',
    ownWords: 'pass',
    what: 'The word beside it says the same of its scale: "little tiny cakes".',
    example: { refuses: 'A *little* tiny cake.', passes: 'A *little* red cake.' },
    when: ({ tokens, first, scales }) =>
      sharesScale(scales, tokens[first - 1]) || sharesScale(scales, tokens[first + 1]),
  },
  {
    ...phrase,
    id: 'attribute/made-of',
    ownWords: 'pass',
    what: 'It belongs to the participle behind it: "wood paneled kitchen".',
    example: { refuses: 'A *wooden* paneled kitchen.', passes: 'A *wooden* kitchen.' },
    when: ({ tokens, first, headToken, scales }) => {
      const next = tokens[first + 1]?.lower ?? '';
      return headToken > first + 1 && scales.includes('material') && next.endsWith('ed') && !isColour(next);
    },
  },
  {
    ...phrase,
    id: 'attribute/unit',
    ownWords: 'pass',
    what: 'It is one word with the noun behind it, which is no kind of that noun: "a full moon", "a fried egg".',
    example: { refuses: 'A *full* moon by a wall.', passes: 'A *full* glass by a wall.' },
    when: ({ tokens, first, head, headToken, scales }) =>
      head !== undefined &&
      headToken === first + 1 &&
      // An open door is open, whatever the policy, and a black tie black.
      !scales.includes('openness') &&
      !scales.includes('colour') &&
      isUnit(tokens[first]!.lower, head),
  },
  {
    ...phrase,
    id: 'attribute/other-sense',
    ownWords: 'pass',
    what: 'Beside this noun it means something else: a "flat design" has no slope and a "full movie" no amount. The nouns are those of lexicon/scale-heads.tsv.',
    example: { refuses: 'A *flat* design by a wall.', passes: 'A *flat* roof by a wall.' },
    when: ({ lemma, head }) => head !== undefined && meansOtherwise(lemma, head),
  },
  {
    ...truth,
    id: 'attribute/superlative',
    ownWords: 'pass',
    what: 'What it is compared with is in no picture: "the largest bird".',
    example: { refuses: 'The *largest* bird in a field.', passes: 'A *large* bird in a field.' },
    when: ({ tokens, first }) => tokens[first]!.form.degree === 'superlative',
  },
  {
    ...truth,
    id: 'attribute/abstract',
    ownWords: 'pass',
    what: `It lies on no scale of what is seen, and its concreteness is below 3: "an expensive car".`,
    example: { refuses: 'An *expensive* car in a street.', passes: 'A *raw* fish on a plate.' },
    when: ({ scales, concreteness }) => scales.length === 0 && concreteness < leastOffScale,
  },
  {
    ...phrase,
    id: 'attribute/how-much',
    what: '"Little traffic" is not much of it.',
    example: { refuses: 'Very *little* traffic in a street.', passes: 'A *little* house in a street.' },
    when: ({ lemma, head, tokens, first }) =>
      lemma === 'little' &&
      head !== undefined &&
      isMass(head) &&
      !/^(?:a|the|this|that|his|her|its)$/.test(tokens[first - 1]?.lower ?? ''),
  },
  {
    ...phrase,
    id: 'attribute/joined',
    what: 'A part of a longer word: "half-open", but "light-green" and "low-angle" are two.',
    example: { refuses: 'A half-*open* door.', passes: 'A light-*green* door.' },
    when: isJoinedAttribute,
  },
  {
    ...truth,
    id: 'attribute/side-said-again',
    ownWords: 'pass',
    what: 'The caption says a side twice: "a dog on the left and a cat on the right". To change one would contradict the other.',
    example: {
      refuses: 'A dog on the *left* and a cat on the right.',
      passes: 'A dog on the *left* and a cat behind it.',
    },
    when: ({ tokens, first, scales }) =>
      scales.includes('side') &&
      tokens.some(({ lower }, i) => i !== first && (lower === 'left' || lower === 'right')),
  },
  {
    ...phrase,
    id: 'colour/black-and-white',
    what: '"Black or white", "black, white": a pattern, or a picture without colours.',
    example: { refuses: 'A *black* or white cow.', passes: 'A *black* and brown cow.' },
    when: ({ tokens, first }) => isBlackAndWhite(tokens, first),
  },
  {
    ...safety,
    id: 'colour/of-person',
    what: 'The colour of a person never changes.',
    example: { refuses: 'A *black* man by a car.', passes: 'A man by a *black* car.' },
    when: ({ tokens, first, scales, head, headToken, nouns }) =>
      scales.includes('colour') &&
      (headToken < 0 ? subjectIsPerson(tokens, first, nouns) : nouns.get(head!)?.person === true),
  },
];

const foundAttributeRefusals: readonly Row<FoundAttributePlace>[] = [
  {
    ...truth,
    id: 'attribute/said-of-both',
    what: '"A red car … the red car": both words would have to change.',
    example: { refuses: 'A *red* car behind a red car.', passes: 'A *red* car behind a red bus.' },
    when: ({ first, lemma, head, attributes }) =>
      head !== undefined &&
      attributes.some((other) => other.first !== first && other.lemma === lemma && other.head === head),
  },
];

const midair = new Set(['air', 'midair']);

const actionRefusals: readonly Row<ActionPlace>[] = [
  {
    ...phrase,
    id: 'action/particle',
    what: 'A verb and its particle are one word: "stands up".',
    example: { refuses: 'A dog is *standing* up.', passes: 'A dog is *standing* on a bed.' },
    when: ({ action }) => action.particle !== undefined,
  },
  {
    ...truth,
    id: 'action/one-of-several',
    what: 'Of people who sit, walk and play some do anything else as well.',
    example: {
      refuses: 'People are *sitting* and walking on a beach.',
      passes: 'People are *sitting* on a beach.',
    },
    when: ({ action: { first, subject }, actions }) =>
      subject?.lemma === 'people' &&
      actions.some((other) => other.first !== first && other.subject?.last === subject.last),
  },
  {
    ...truth,
    id: 'action/said-again',
    what: 'The caption says it once more.',
    example: {
      refuses: 'A dog *sits* on a bed where a cat sits.',
      passes: 'A dog *sits* on a bed near a cat.',
    },
    when: ({ action, tokens }) => mentionsOf(action, { tokens }).length > 0,
  },
  {
    ...phrase,
    id: 'action/aloft',
    what: 'What flies, or jumps into the air, is where nothing else is done; of 11 verdicts on such changes 10 objected.',
    example: {
      refuses: 'A bird is *flying* over a lake.',
      passes: 'A bird is *walking* by a lake.',
    },
    when: ({ action, tokens }) =>
      action.lemma === 'fly' || (action.lemma === 'jump' && tokens.some(({ lower }) => midair.has(lower))),
  },
];

const entries = wordClass('entry');
const motion = wordClass('motion');
const placing = wordClass('placing');
const alongWays = wordClass('along');
const besides = wordClass('beside');
const aims = wordClass('aim');
const wayVerbs = wordClass('way-verb');
const placed = wordClass('placed');

const relationRefusals: readonly Row<RelationPlace>[] = [
  ...phrasesOf('relation'),
  {
    ...phrase,
    id: 'relation/aim',
    what: 'It names who acts or what is looked at: "ridden by a man", "looking at a dog", "lifts up a lid".',
    example: { refuses: 'A horse ridden *by* a man.', passes: 'A horse *by* a man.' },
    when: ({ lemma, verb, first, last }) => {
      if (first !== last || !verb) return false;
      if (lemma === 'at') return aims.has(verb.lemma);
      // "lifts up a toilet" names no place, "walks up a hill" does.
      if (lemma === 'up') return !wayVerbs.has(verb.lemma);
      return lemma === 'by' && verb.form === 'ed' && !placed.has(verb.lemma);
    },
  },
  {
    ...truth,
    id: 'relation/looked-at',
    what: 'One looks at what is in front of one.',
    example: {
      refuses: 'A man looks at a ball *in front of* him.',
      passes: 'A man with a ball *in front of* him.',
    },
    when: ({ right, tokens, first }) =>
      right.isPronoun &&
      tokens.some(
        ({ lower }, i) => i < first && /^(?:look|star|watch|view|fac|gaz)(?:s|es|ing|ed|e)?$/.test(lower),
      ),
  },
  {
    ...truth,
    id: 'relation/of-a-ground',
    what: 'What is said of a ground was said of who is there: "a man on a street by a bus".',
    example: { refuses: 'A man in water *on* a box.', passes: 'A man in water *behind* a box.' },
    when: ({ leftSort, lemma }) =>
      (leftSort === 'ground' || leftSort === 'water' || leftSort === 'room' || leftSort === 'celestial') &&
      !besides.has(lemma),
  },
  {
    ...phrase,
    id: 'relation/verb',
    what: 'The verb before it leaves no room for another place: "covered in", "riding on".',
    example: { refuses: 'A dog covered *in* a box.', passes: 'A dog sitting *in* a box.' },
    when: (place) => !isPlaced(place),
  },
];

const saidAgain = wordClass('said-again');

const countRefusals: readonly Row<CountPlace>[] = [
  {
    ...phrase,
    id: 'count/agreement',
    what: 'No plural is counted: "a three speed bicycle".',
    example: { refuses: '*Three* speed bicycle by a wall.', passes: '*Two* dogs in a box.' },
    when: ({ counted }) => !counted.plural,
  },
  ...phrasesOf('count'),
  {
    ...truth,
    id: 'count/said-again',
    what: 'The number is said again: "two dogs, one … the other", "both". "Next to each other" says none.',
    example: {
      refuses: '*Two* dogs, one in a box.',
      passes: '*Two* dogs next to each other.',
    },
    when: ({ tokens, last }) => isSaidAgain(tokens, last),
  },
  {
    ...truth,
    id: 'count/listed',
    what: 'What is counted is listed behind it: "three animals: a dog, a cat and a horse".',
    example: {
      refuses: '*Three* animals: a dog, a cat and a horse.',
      passes: '*Two* dogs, in a box.',
    },
    when: ({ tokens, counted }) =>
      /^[:,(–-]$/.test(tokens[counted.last + 1]?.lower ?? '') &&
      /^(?:an?|one)$/.test(tokens[counted.last + 2]?.lower ?? ''),
  },
  {
    ...phrase,
    id: 'count/verb',
    what: 'The verb would not agree: "a bunch of bananas hangs".',
    example: {
      refuses: '*A bunch of* bananas hangs on a wall.',
      passes: '*A bunch of* bananas on a wall.',
    },
    when: ({ tokens, lemma, counted }) => {
      const verb = tokens[counted.last + 1];
      const isSingular = (verb?.tag === 'VERB' || verb?.tag === 'AUX') && /[^s]s$/.test(verb.lower);
      return isSingular && lemma.startsWith('a ');
    },
  },
];

const of = <P extends Place>(slot: Slot, rows: readonly Row<P>[]): readonly Refusal<P>[] =>
  rows.map((row) => ({ ...row, slot }));

/** All refusals of the reader, of each slot in the order in which they are asked: the first one that refuses is counted. */
export const refusals = {
  object: of('object', objectRefusals),
  attribute: of('attribute', attributeRefusals),
  foundAttribute: of('attribute', foundAttributeRefusals),
  action: of('action', actionRefusals),
  relation: of('relation', relationRefusals),
  count: of('count', countRefusals),
};

export type Refusals = typeof refusals;

/** The refusals that are on. @param off ids of those that are not */
export function refusalsWithout(off: ReadonlySet<string>, hasOwnWords: boolean): Refusals {
  const on = <R extends Pick<Refusal, 'id' | 'ownWords'>>(rows: readonly R[]) =>
    rows.filter(({ id, ownWords }) => !off.has(id) && !(hasOwnWords && ownWords === 'pass'));
  const { object, attribute, foundAttribute, action, relation, count } = refusals;
  return {
    object: on(object),
    attribute: on(attribute),
    foundAttribute: on(foundAttribute),
    action: on(action),
    relation: on(relation),
    count: on(count),
  };
}

/** The first refusal of a place. */
export function refusalOf<P extends Place>(rows: readonly Refusal<P>[], place: P): Refusal<P> | undefined {
  for (let i = 0; i < rows.length; i += 1) if (rows[i]!.when(place)) return rows[i];
  return undefined;
}

/** The rows of lexicon/phrases.tsv for a slot: fixed phrases, each recognised by the words around its word. */
function phrasesOf(slot: Slot): Row[] {
  return rowsOf('phrases')
    .filter(([of]) => of === slot)
    .map((cells): Row => {
      const [, id = '', word, before, next, then, head, among, kind = '', own, what = ''] = cells;
      const [refuses = '', passes = ''] = cells.slice(11);
      const [isWord, isHead] = [lemmaTest(word), lemmaTest(head)];
      const [isBefore, isNext, isThen, isAmong] = [before, next, then, among].map(tokenTest);
      return {
        ...phrase,
        id,
        what,
        example: { refuses, passes },
        ...(own === 'pass' ? { ownWords: own } : {}),
        ...(slot === 'object' ? { isCompound: true } : {}),
        when: ({ tokens, first, last, lemma, head, kind: { id } }) =>
          (kind === '' || kind === id) &&
          (!isWord || isWord(lemma)) &&
          (!isHead || (head !== undefined && isHead(head))) &&
          (!isNext || isNext(tokens[last + 1])) &&
          (!isThen || isThen(tokens[last + 2])) &&
          (!isBefore || isBefore(tokens[slot === 'object' ? governor(tokens, first) : first - 1])) &&
          (!isAmong || tokens.some(isAmong)),
      };
    });
}

/** Words, "@" and a scale; "_" stands for a space within one. */
function lemmaTest(cell = ''): ((lemma: string) => boolean) | undefined {
  if (cell === '') return undefined;
  if (cell.startsWith('@')) return (lemma) => scaleNamesOf(lemma).includes(cell.slice(1));
  const words = new Set(cell.split(' ').map((word) => word.replaceAll('_', ' ')));
  return (lemma) => words.has(lemma);
}

/** The same of a token; also "-ing", an ending of a word of two letters more, and "NOUN", a part of speech. */
function tokenTest(cell = ''): ((token: Token | undefined) => boolean) | undefined {
  if (/^[A-Z]+$/.test(cell)) return (token) => token?.tag === cell;
  if (cell.startsWith('-')) {
    const ending = cell.slice(1);
    return (token) => token?.lower.endsWith(ending) === true && token.lower.length > ending.length + 2;
  }
  const isWord = lemmaTest(cell);
  return isWord && ((token) => token !== undefined && isWord(token.lower));
}

/** The token before a noun's determiner and adjectives. */
function governor(tokens: readonly Token[], first: number): number {
  let i = first - 1;
  while (i >= 0 && (tokens[i]!.tag === 'DET' || tokens[i]!.tag === 'ADJ')) i -= 1;
  return i;
}

/** Part of a longer word: "red-haired", "t-shirt", "@dog", "dog.jpg". */
export function isJoined({
  caption,
  tokens,
  first,
  last,
}: Pick<Place, 'caption' | 'tokens' | 'first' | 'last'>) {
  const before = caption[tokens[first]!.start - 1];
  const { end } = tokens[last]!;
  const after = caption[end];
  if ((before === undefined || before === ' ') && (after === undefined || after === ' ')) return false;
  return (
    (before !== undefined && /[-\p{L}\p{N}@#/_&]/u.test(before)) ||
    (after !== undefined && /[-\p{L}\p{N}@/_&]/u.test(after)) ||
    (after === '.' && /[\p{L}\p{N}]/u.test(caption[end + 1] ?? ''))
  );
}

const shades = new Set(['light', 'dark', 'bright', 'pale', 'deep']);

function isJoinedAttribute({ caption, tokens, first, last }: Place): boolean {
  if (!isJoined({ caption, tokens, first, last })) return false;
  const [before, next] = [tokens[first - 2], tokens[last + 2]];
  if (before && tokens[first - 1]?.lower === '-' && shades.has(before.lower))
    return isJoined({ caption, tokens, first: first - 2, last });
  const isAngle = next?.lower === 'angle' && tokens[last + 1]?.lower === '-';
  return !isAngle || isJoined({ caption, tokens, first, last: last + 2 });
}

/** "a snow covered hill": the snow is what the hill is like. */
function isBeforeParticiple(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1]!;
  return (
    (next.tag === 'ADJ' || next.tag === 'VERB') &&
    next.lower.endsWith('ed') &&
    tokens[last + 2]?.tag === 'NOUN'
  );
}

function isSlip({ tag, lower, form }: Token): boolean {
  return (tag === 'VERB' || tag === 'ADJ') && form.noun !== undefined && !/(?:ed|ing)$/.test(lower);
}

function sharesScale(scales: readonly Scale[], token: Token | undefined): boolean {
  if (token === undefined || !token.form.scaled) return false;
  const others = scaleNamesOf(token.form.adjective ?? token.lower);
  return scales.some((scale) => scale !== 'colour' && others.includes(scale));
}

function subjectIsPerson(tokens: readonly Token[], i: number, nouns: Nouns): boolean {
  for (let j = i - 1; j >= 0; j -= 1) {
    if (tokens[j]!.tag !== 'NOUN') continue;
    const lemma = tokens[j]!.form.noun;
    return lemma !== undefined && nouns.get(lemma)?.person === true;
  }
  return false;
}

const blackOrWhite = new Set(['black', 'white']);
const joints = new Set(['and', 'or', ',', '&', '-', '/']);
const pictures = wordClass('picture');

function isBlackAndWhite(tokens: readonly Token[], i: number): boolean {
  const joins = (step: 1 | -1) =>
    joints.has(tokens[i + step]?.lower ?? '') && blackOrWhite.has(tokens[i + 2 * step]?.lower ?? '');
  return blackOrWhite.has(tokens[i]!.lower) && (joins(1) || joins(-1));
}

/** "a black and white photo of". */
function isWithoutColour(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ lower }, i) =>
      pictures.has(lower) &&
      tokens[i - 1]?.lower === 'white' &&
      tokens[i - 2]?.lower === 'and' &&
      tokens[i - 3]?.lower === 'black',
  );
}

/** Whether the verb before leaves it to the preposition to say where. */
function isPlaced({ lemma, verb, first, tokens, right }: RelationPlace): boolean {
  if (entries.has(lemma)) return verb !== undefined && (motion.has(verb.lemma) || verb.lemma === 'look');
  if (lemma === 'over' && verb && placing.has(verb.lemma) && !motion.has(verb.lemma)) return true;
  if (alongWays.has(lemma)) return verb !== undefined && motion.has(verb.lemma);
  // "flies by a house": past it.
  if (lemma === 'by' && verb && motion.has(verb.lemma)) return false;
  if (verb) return placing.has(verb.lemma);
  // "Behind the trees is a house."
  const after = tokens[right.last + 1];
  if (first === 0) return after?.tag === 'AUX' || placing.has(after?.form.verb ?? '');
  const { tag } = tokens[first - 1] ?? {};
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'AUX';
}

/** "next to each other" says no number. */
function isSaidAgain(tokens: readonly Token[], last: number): boolean {
  for (let i = last + 1; i < tokens.length; i += 1) {
    const { lower } = tokens[i]!;
    const next = tokens[i + 1]?.lower;
    if ((lower === 'each' || lower === 'one') && (next === 'other' || next === 'another')) i += 1;
    else if (saidAgain.has(lower)) return true;
  }
  return false;
}
