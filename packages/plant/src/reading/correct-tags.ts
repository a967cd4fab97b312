import { nounRules, participleRule, scaleRules } from './noun-rules';
import { relationHeads, type TagPlace, type TagRule } from './tag-rule';
import type { Token } from './tagger';
import { ingRules, verbOrNounRules, verbRules } from './verb-rules';
import type { WordForm } from './word-forms';

const contentTags = new Set(['NOUN', 'ADJ', 'PROPN', 'X']);

const closedRules: readonly TagRule[] = [
  {
    // "next to motorcycle rider": a noun after "to" that can't be the verb of an infinitive.
    id: 'to',
    tag: ({ token: { lower, tag }, previous }) => {
      if (lower !== 'to' || tag !== 'PART') return undefined;
      return /^(?:next|close|due|near|attached|tied)$/.test(previous?.lower ?? '') ? 'ADP' : tag;
    },
  },
  {
    id: 'has',
    tag: ({ token: { tag }, form: { closed }, next, tokens, i }) => {
      if (tag !== 'AUX' || closed !== 'VERB') return undefined;
      const after = next?.tag === 'ADV' || next?.lower === 'not' ? tokens[i + 2] : next;
      return after?.tag === 'VERB' || after?.tag === 'AUX' ? tag : 'VERB';
    },
  },
  {
    id: 'closed-class',
    tag: ({ token: { lower, tag }, form: { closed } }) =>
      lower === 'other' ? 'ADJ' : contentTags.has(tag) ? closed : undefined,
  },
];

const placeRule: TagRule = {
  // "left of", "top of": words of place.
  id: 'place-of',
  tag: ({ token: { lower }, next }) => (next?.lower === 'of' && relationHeads.has(lower) ? 'ADP' : undefined),
};

/** All rules, in the order in which they are asked. */
export const tagRules: readonly TagRule[] = [
  ...closedRules,
  placeRule,
  ...scaleRules,
  participleRule,
  ...ingRules,
  ...verbOrNounRules,
  ...verbRules,
  ...nounRules,
];

interface Rules {
  readonly closed: readonly TagRule[];
  readonly place: readonly TagRule[];
  readonly scale: readonly TagRule[];
  readonly participle: readonly TagRule[];
  readonly ing: readonly TagRule[];
  readonly verbOrNoun: readonly TagRule[];
  readonly others: readonly TagRule[];
}

const allRules = rulesWithout(new Set());

/** The rules but for some, by their ids. */
export function rulesWithout(off: ReadonlySet<string>): Rules {
  const kept = (rules: readonly TagRule[]) => rules.filter(({ id }) => !off.has(id));
  return {
    closed: kept(closedRules),
    place: kept([placeRule]),
    scale: kept(scaleRules),
    participle: kept([participleRule]),
    ing: kept(ingRules),
    verbOrNoun: kept(verbOrNounRules),
    others: kept([...verbRules, ...nounRules]),
  };
}

/**
 * Corrects the tagger where WordNet and the neighbours say otherwise. Its slips on captions: lower-case nouns as
 * proper nouns, adjectives as adverbs or nouns, nouns at the end of their phrase as verbs ("a bathroom mirror"),
 * "-ing" verbs as nouns, participles before a noun as verbs ("a parked car"), "has" as an auxiliary, and nearly
 * everything in a telegraphic "red dog left of blue cat".
 */
export function correctTags(
  tokens: readonly Token[],
  formOf: (lower: string) => WordForm,
  rules: Rules = allRules,
): void {
  const [token] = tokens;
  if (!token) return;
  // One object that moves along the caption.
  const place: TagPlace = {
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
    const corrected = form.closed !== undefined ? firstOf(rules.closed, place) : tagOfContent(place, rules);
    if (corrected !== undefined) token.tag = corrected;
  }
}

function tagOfContent(place: TagPlace, rules: Rules): Token['tag'] | undefined {
  const { token, form } = place;
  const ofPlace = firstOf(rules.place, place);
  if (ofPlace !== undefined) return ofPlace;
  if (token.tag === 'NUM') return undefined;
  if (form.scaled) return firstOf(rules.scale, place);
  const participle = firstOf(rules.participle, place);
  if (participle !== undefined) return participle;
  if (form.verb !== undefined && token.lower.endsWith('ing')) return firstOf(rules.ing, place);
  return firstOf(token.tag === 'VERB' && form.noun !== undefined ? rules.verbOrNoun : rules.others, place);
}

function firstOf(rules: readonly TagRule[], place: TagPlace): Token['tag'] | undefined {
  for (let i = 0; i < rules.length; i += 1) {
    const tag = rules[i]!.tag(place);
    if (tag !== undefined) return tag;
  }
  return undefined;
}
