import type { Token } from './tagger';
import type { WordForm } from './word-forms';

type FormOf = (lower: string) => WordForm;

/** The input of a rule: a token, its form and its neighbours; the ones before it are already corrected. */
interface Place {
  readonly tokens: readonly Token[];
  readonly formOf: FormOf;
  i: number;
  token: Token;
  form: WordForm;
  previous: Token | undefined;
  next: Token | undefined;
}

const relationHeads = new Set('left right top front back side bottom middle inside outside'.split(' '));
const endsPhrase = new Set(['ADP', 'CCONJ', 'PUNCT', 'AUX', 'SCONJ', 'VERB', 'PART', 'ADV', 'PRON', 'DET']);
const opensPhrase = new Set(['DET', 'NUM']);
const beforeParticiple = new Set(['DET', 'NUM', 'ADJ', 'ADP', 'PART', 'PUNCT', 'CCONJ', 'VERB']);
/** Past forms like the base: "a ball hit by a man". */
const unchangedPast = new Set('hit cut set put shut spread split let run come'.split(' '));
const contentTags = new Set(['NOUN', 'ADJ', 'PROPN', 'X']);
/** Words in -ing that are things, unless a noun phrase follows as their object. */
const ingNouns = new Set(
  (
    'building setting painting railing ceiling clothing wedding crossing landing clearing topping icing frosting seating lighting ' +
    'plumbing drawing paneling siding awning gathering meeting outing sibling duckling string ring king wing swing evening ' +
    'morning pudding carving covering bedding dressing stuffing serving'
  ).split(' '),
);

/**
 * Corrects the tagger where WordNet and the neighbours say otherwise. Its slips on captions: lower-case nouns as
 * proper nouns, adjectives as adverbs or nouns, nouns at the end of their phrase as verbs ("a bathroom mirror"),
 * "-ing" verbs as nouns, participles before a noun as verbs ("a parked car"), "has" as an auxiliary, and nearly
 * everything in a telegraphic "red dog left of blue cat".
 */
export function correctTags(tokens: readonly Token[], formOf: FormOf): void {
  const [token] = tokens;
  if (!token) return;
  // One object that moves along the caption.
  const place: Place = {
    tokens,
    formOf,
    i: 0,
    token,
    form: token.form,
    previous: undefined,
    next: tokens[1],
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const { form, tag } = token;
    if (tag === 'PUNCT' || tag === 'SYM' || tag === 'CCONJ' || tag === form.closed) continue;
    place.i = i;
    place.token = token;
    place.form = form;
    place.previous = tokens[i - 1];
    place.next = tokens[i + 1];
    token.tag = form.closed !== undefined ? tagOfClosed(place, form.closed) : tagOfContent(place);
  }
}

function tagOfClosed({ token, previous, next, tokens, i }: Place, closed: Token['tag']): Token['tag'] {
  const { lower, tag } = token;
  if (lower === 'to' && tag === 'PART') {
    // "next to motorcycle rider": a noun after "to" that can't be the verb of an infinitive.
    return /^(?:next|close|due|near|attached|tied)$/.test(previous?.lower ?? '') ? 'ADP' : tag;
  }
  if (tag === 'AUX' && closed === 'VERB') {
    const after = next?.tag === 'ADV' || next?.lower === 'not' ? tokens[i + 2] : next;
    return after?.tag === 'VERB' || after?.tag === 'AUX' ? tag : 'VERB';
  }
  return contentTags.has(tag) && lower !== 'other' ? closed : lower === 'other' ? 'ADJ' : tag;
}

function tagOfContent(place: Place): Token['tag'] {
  const { token, form, next, tokens, i, formOf } = place;
  const { lower, tag } = token;
  // "left of", "right of", "top of", "in front of": words of place.
  if (next?.lower === 'of' && relationHeads.has(lower)) return 'ADP';
  if (tag === 'NUM') return tag;
  if (form.scaled) return tagOfScaled(place);
  if (isPastParticipleBeforeNoun(place)) return 'ADJ';
  if (form.verb !== undefined && lower.endsWith('ing')) return tagOfIng(place);
  if (tag === 'VERB' && form.noun !== undefined) return verbOrNoun(place);
  if (tag === 'NOUN' && isThirdPerson(place)) return 'VERB';
  if (form.verbForm === 'base' && (tag === 'NOUN' || tag === 'ADJ') && isPluralVerb(place)) return 'VERB';
  if (tag === 'NOUN' && form.verbForm === 'ed' && isParticipleAfterNoun(place)) return 'VERB';
  if (tag === 'PROPN') {
    if (form.noun !== undefined && !form.mostlyAdjective) return 'NOUN';
    return form.adjective !== undefined ? 'ADJ' : form.verb !== undefined ? 'VERB' : tag;
  }
  if (tag === 'ADJ' && form.noun !== undefined && !endsAsParticiple(lower)) {
    if (form.adjective === undefined || (form.mostlyNoun && !form.animate && next?.tag === 'NOUN'))
      return 'NOUN';
  }
  if (form.noun !== undefined && tag !== 'NOUN' && tag !== 'AUX' && tag !== 'ADP') {
    if (endsNounPhrase(place)) return 'NOUN';
  }
  // "traffic light with": an adjective can't end the phrase of the noun before it.
  if (tag === 'ADJ' && form.noun !== undefined && !form.mostlyAdjective) {
    const { previous } = place;
    const after = next === undefined || (endsPhrase.has(next.tag) && next.tag !== 'CCONJ');
    if (previous?.tag === 'NOUN' && after) {
      if (!previous.form.animate || formOf(`${previous.lower} ${form.noun}`).noun !== undefined)
        return 'NOUN';
    }
  }
  return i > 0 && tag === 'X' && form.noun !== undefined && tokens.length > 1 ? 'NOUN' : tag;
}

function tagOfScaled(place: Place): Token['tag'] {
  const { token, form, previous, next, tokens, i } = place;
  const { tag } = token;
  const beforeNoun =
    next !== undefined &&
    next.form.closed === undefined &&
    (next.form.noun !== undefined || next.form.scaled);
  const isRelation = next !== undefined && tokens[i + 2]?.lower === 'of' && relationHeads.has(next.lower);
  const beforeScaled =
    next !== undefined && tokens[i + 2]?.form.scaled === true && /^(?:and|or|,)$/.test(next.lower);
  if ((beforeNoun || beforeScaled || next?.tag === 'NUM') && !isRelation && tag !== 'VERB') return 'ADJ';
  // "the orange on the plate" is the fruit; "the car is orange" stays with the tagger.
  if (tag === 'ADV') return 'ADJ';
  if (tag === 'PROPN') return form.noun === undefined ? 'ADJ' : 'NOUN';
  const ends =
    next === undefined ||
    (endsPhrase.has(next.tag) && next.tag !== 'VERB' && !/^(?:,|-|and|or)$/.test(next.lower));
  const isOpened = previous !== undefined && opensPhrase.has(previous.tag);
  if (form.noun && isOpened && tag === 'ADJ' && !beforeNoun && ends) return 'NOUN';
  return tag;
}

function endsAsParticiple(lower: string): boolean {
  return lower.endsWith('ed') || lower.endsWith('ing') || lower.endsWith('en');
}

/** "a brightly painted truck", "from parked cars", "a snow covered hill": it says what the noun after it is like. */
function isPastParticipleBeforeNoun({ tokens, i, token, form, previous, next }: Place): boolean {
  if (form.verbForm !== 'ed' || !(token.tag === 'VERB' || (token.tag === 'NOUN' && form.noun === undefined)))
    return false;
  const follows =
    next !== undefined && (next.tag === 'NOUN' || (next.tag === 'ADJ' && tokens[i + 2]?.tag === 'NOUN'));
  if (!follows) return opensPhrase.has(previous?.tag ?? '') && next?.tag === 'ADJ';
  if (previous === undefined) return true;
  if (previous.tag === 'NOUN') return !previous.form.animate && !previous.form.plural;
  if (previous.tag === 'ADV') {
    const before = tokens[i - 2];
    return (
      before === undefined || opensPhrase.has(before.tag) || before.tag === 'ADP' || before.tag === 'ADJ'
    );
  }
  if (previous.tag === 'PRON') return previous.form.possessive;
  return beforeParticiple.has(previous.tag);
}

function tagOfIng({ tokens, i, token, previous, next, formOf }: Place): Token['tag'] {
  const { lower, tag } = token;
  const takesObject = next !== undefined && (opensPhrase.has(next.tag) || next.tag === 'PRON');
  const opened =
    previous !== undefined &&
    (opensPhrase.has(previous.tag) || previous.tag === 'ADJ' || previous.form.possessive);
  if (ingNouns.has(lower)) {
    if (opened && !(takesObject && next?.tag === 'DET')) return 'NOUN';
    if (previous?.tag === 'AUX' || (next !== undefined && takesObject)) return 'VERB';
    const standsAlone = next === undefined || (endsPhrase.has(next.tag) && next.tag !== 'ADP');
    const isCompound = previous?.tag === 'NOUN' && !previous.form.animate;
    return standsAlone || isCompound || previous?.tag === 'ADP' ? 'NOUN' : tag;
  }
  if (takesObject) return 'VERB';
  if (opened) {
    // "other flying kites", "a smiling man"; but "a parking meter" is one thing, and stays as it was tagged.
    const isLemma = next !== undefined && formOf(`${lower} ${next.form.noun}`).noun !== undefined;
    return next?.tag === 'NOUN' && !isLemma ? 'ADJ' : tag;
  }
  if (tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN') {
    if (previous?.tag === 'AUX') return tag === 'ADJ' && next === undefined ? tag : 'VERB';
    if (previous?.lower === 'and' && tokens[i - 2]?.tag !== 'ADJ') return 'VERB';
    if (previous?.tag === 'NOUN' && next) {
      // "two men guiding cows"
      const { animate, plural } = previous.form;
      if (next.tag !== 'NOUN' || (animate && (plural || tag === 'ADJ'))) return 'VERB';
    }
  }
  return tag;
}

/** A noun that the tagger takes for a verb, by what stands before it. */
function verbOrNoun({ tokens, i, token, form, previous, next }: Place): Token['tag'] {
  const { lower } = token;
  if (form.verbForm === 'ed' && form.noun !== lower) return 'VERB';
  if (previous === undefined) return form.mostlyVerb ? 'VERB' : token.tag;
  const isOpened =
    opensPhrase.has(previous.tag) || (previous.lower === 'only' && tokens[i - 2]?.tag === 'DET');
  if (isOpened || (previous.tag === 'ADJ' && tokens[i - 2]?.tag !== 'AUX'))
    return form.verbForm === 'ed' && form.mostlyVerb ? 'VERB' : 'NOUN';
  if (previous.form.possessive && previous.lower !== 'her') return 'NOUN';
  if (form.verbForm === 'ed') return 'VERB';
  // "holds leaves", "with stripes"
  if (previous.tag === 'ADP' && !isParticle(tokens, i - 1)) return 'NOUN';
  if (previous.tag === 'VERB' && form.plural && form.verbForm === 's') return 'NOUN';
  const ends = next === undefined || next.tag === 'PUNCT' || next.tag === 'CCONJ';
  if (previous.lower === ',' || previous.tag === 'CCONJ') {
    const before = tokens[i - 2];
    // "pots and pans a clock": the verb would not agree.
    const isPlural = form.plural && form.verbForm === 's' && before?.form.plural === true;
    const inList = before?.tag === 'NOUN' && ((ends && !form.mostlyVerb) || isPlural);
    return inList ? 'NOUN' : 'VERB';
  }
  const before = previous.form;
  if (previous.tag !== 'NOUN' && !(previous.tag === 'PROPN' && before.noun !== undefined)) return 'VERB';
  if (form.verbForm === 'base') {
    // "a bathroom mirror", "a TV stand": the verb would not agree; "people surf", "a boy and a girl stand" do.
    const agrees = before.plural || before.animate || hasAnd(tokens, i);
    return agrees || unchangedPast.has(lower) ? 'VERB' : 'NOUN';
  }
  // "street signs", "office chairs"
  if (before.plural || before.animate || form.mostlyVerb) return 'VERB';
  const determiner = determinerOf(tokens, i);
  const takesObject = next?.tag === 'DET' || next?.tag === 'PRON';
  if (determiner === 'none' && !takesObject) return 'NOUN';
  return ends && determiner !== 'singular' ? 'NOUN' : 'VERB';
}

/** "dog chases a cat": a third person after its subject and before its object. */
function isThirdPerson({ tokens, i, token, form, previous, next }: Place): boolean {
  if (form.verbForm !== 's' || previous?.tag !== 'NOUN') return false;
  if (token.lower === form.noun && !form.mostlyVerb) return false;
  const determiner = determinerOf(tokens, i);
  if (form.plural && determiner === 'singular' && !previous.form.plural) return true;
  const takesObject = next !== undefined && (next.tag === 'DET' || next.tag === 'ADJ' || next.tag === 'PRON');
  const isSubject = previous.form.animate || (next !== undefined && determiner !== 'none');
  return takesObject || (form.mostlyVerb && next?.tag !== 'NOUN' && isSubject);
}

/** "two dogs chase a cat", "people smile as": a plural that can act, and its verb. */
function isPluralVerb({ form, previous, next }: Place): boolean {
  if (previous?.tag !== 'NOUN' || form.noun === undefined) return false;
  const { plural, animate } = previous.form;
  if (!plural || !animate) return false;
  const takesObject = next?.tag === 'DET' || next?.tag === 'PRON';
  return takesObject || (form.mostlyVerb && next !== undefined && next.tag !== 'NOUN');
}

/** "a dog chased by a cat": WordNet knows a noun "chased" too. */
function isParticipleAfterNoun({ token, form, previous, next }: Place): boolean {
  if (form.noun === undefined) return true;
  return token.lower.endsWith('ed') && form.mostlyVerb && previous?.tag === 'NOUN' && next?.tag === 'ADP';
}

/** "standing up", "smiles on": the word of place belongs to the verb before it, and no noun follows from it. */
function isParticle(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.tag === 'VERB' && /^(?:up|down|out|off|over|away)$/.test(tokens[i]!.lower);
}

/** Whether the noun phrase that ends here is the second of two: "a boy and a girl stand". */
function hasAnd(tokens: readonly Token[], end: number): boolean {
  let i = end - 1;
  while (i >= 0 && /^(?:NOUN|ADJ|DET|NUM)$/.test(tokens[i]!.tag)) i -= 1;
  return tokens[i]?.lower === 'and' && tokens[i - 1]?.tag === 'NOUN';
}

/** Whether a word with a noun's form stands where its phrase must end: "the plant in", "two orange ." */
function endsNounPhrase({ tokens, i, token, form, previous, next }: Place): boolean {
  const opened =
    previous !== undefined &&
    (opensPhrase.has(previous.tag) || (previous.tag === 'ADJ' && !token.lower.endsWith('ing')));
  if (!opened) return false;
  const atEnd =
    next === undefined ||
    endsPhrase.has(next.tag) ||
    (tokens[i + 2]?.lower === 'of' && relationHeads.has(next.lower));
  const isAdjective = form.adjective !== undefined && token.tag === 'ADJ';
  return (
    atEnd &&
    !(
      isAdjective &&
      (form.mostlyAdjective || next?.tag === 'CCONJ' || next?.lower === ',' || next?.lower === '-')
    )
  );
}

/** The determiner before the nouns and adjectives that end here: "a", "the", or none that fixes their number. */
function determinerOf(tokens: readonly Token[], end: number): 'singular' | 'open' | 'none' {
  let i = end - 1;
  while (i >= 0 && continuesPhrase(tokens, i)) i -= 1;
  if (i < 0) return 'none';
  const { lower, form } = tokens[i]!;
  if (/^(?:an?|one|another|each|every)$/.test(lower)) return 'singular';
  return lower === 'the' || lower === 'this' || lower === 'that' || form.possessive ? 'open' : 'none';
}

function continuesPhrase(tokens: readonly Token[], i: number): boolean {
  const { tag, lower } = tokens[i]!;
  return (
    tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN' || (lower === 'and' && tokens[i - 1]?.tag === 'ADJ')
  );
}
