import { createLexicon } from '@slipform/concreteness';
import type { Check, CheckLexicon, SwapContext } from '../checks/check';
import type { Checks } from '../checks/create-checks';
import type { Operation, Slot } from '../hard-negative';
import { countHeads, countsExclude } from '../lexicon/counts';
import { createNouns } from '../lexicon/nouns';
import { isMass } from '../lexicon/words';
import { posturesExclude } from '../reading/find-actions';
import { placesExclude } from '../reading/find-relations';
import { createSiblingReader } from '../reading/siblings';
import { loadWordForms } from '../reading/word-forms';
import type { Written } from '../safety/protect-minors';
import type { SiteContext } from '../sites/site-context';
import type { SiteWord } from '../sites/site-word';
import { loadGraph } from '../wordnet/load-graph';
import { createRelations } from '../wordnet/related';
import { createReader } from './create-reader';

/** A change of one word of a caption, written down by hand. */
export interface Change {
  readonly slot: Slot;
  readonly caption: string;
  readonly old: string;
  readonly other: string;
  readonly operation?: Operation;
  readonly siblings?: readonly string[];
  readonly likelyTrue?: (lemma: string) => boolean;
}

const graph = loadGraph();
const relations = createRelations(graph.noun);
const ratings = createLexicon();
const formOf = loadWordForms();
const read = createReader();
const nouns = createNouns(graph, ratings, undefined);

export const checkLexicon: CheckLexicon = {
  graph,
  relations,
  nouns,
  vocabulary: undefined,
  maxGap: 1.5,
  formOf,
};

/** The first check, of words or of the site, that refuses a change; of a swap, of the swap. */
export function refusalOf(checks: Checks, change: Change): Check | undefined {
  if (change.operation === 'swap') return checks.swap(swapOf(change));
  const site = siteOf(change);
  const other = wordOf(change.other, change.slot, site.word);
  return checks.words(site.word, other) ?? checks.site(site, other);
}

export function siteOf({ caption, old, slot, operation, siblings = [], likelyTrue }: Change): SiteContext {
  const reading = read(caption);
  if (!reading) throw new Error(`not read: ${caption}`);
  const { tokens, words, nouns: said } = reading;
  const start = wordAt(caption, old);
  const end = start + old.length;
  const first = tokens.findIndex((token) => token.end > start);
  const last = tokens.findLastIndex((token) => token.start < end);
  const span = [...reading.objects, ...reading.attributes].find(
    (one) => one.start === start && one.end === end,
  );
  const action = reading.closed.find((one) => one.start === start && one.end === end);
  const next = tokens.slice(last + 1).find(({ tag }) => tag === 'NOUN' || tag === 'PROPN');
  const head = next?.form.noun ?? next?.lower;
  return {
    word: {
      ...wordOf(old, slot),
      ...(slot === 'attribute' && head !== undefined ? { head, headNoun: nouns.get(head) } : {}),
      ...(slot === 'count' || slot === 'relation' ? { headLemma: head ?? '' } : {}),
      ...(slot === 'action' && action ? { actor: action.actor, form: action.form } : {}),
      ...(span?.slot === 'object' ? { modifiers: span.modifiers } : {}),
      first,
      last,
      start,
      end,
    },
    caption,
    words,
    nouns: said,
    siblings: createSiblingReader(formOf)([...siblings, caption], caption),
    operation: operation ?? 'exchange',
    lower: (token) => tokens[token]?.lower,
    isMet: () => false,
    likelyTrue: likelyTrue ?? (() => false),
  };
}

export function swapOf(change: Change): SwapContext {
  const { word: a, caption, words } = siteOf(change);
  const { word: b } = siteOf({ ...change, old: change.other });
  return { a, b, caption, words, tokens: read(caption)!.tokens };
}

/** A change as written, both words of a swap. */
export function writtenOf({ caption, old, other, slot, operation = 'exchange' }: Change): Written {
  const a = wordAt(caption, old);
  if (operation !== 'swap') {
    return {
      caption,
      negative: caption.slice(0, a) + other + caption.slice(a + old.length),
      operation,
      slot,
      keywords: [{ start: a, end: a + old.length }],
      replacements: [{ start: a, end: a + other.length }],
      texts: [other],
    };
  }
  const b = wordAt(caption, other);
  const end = b + other.length;
  return {
    caption,
    negative: caption.slice(0, a) + other + caption.slice(a + old.length, b) + old + caption.slice(end),
    operation: 'swap',
    slot,
    keywords: [
      { start: a, end: a + old.length },
      { start: b, end },
    ],
    replacements: [
      { start: a, end: a + other.length },
      { start: end - old.length, end },
    ],
    texts: [other, old],
  };
}

/** A word as it would stand in a table of sites. @throws Error for a word that no slot has */
export function wordOf(text: string, slot: Slot, like?: SiteWord): SiteWord {
  const lower = text.toLowerCase();
  const form = formOf(lower);
  const rated = (lemma: string, word = lemma) => {
    const rating = ratings.rate(word) ?? ratings.rate(word.split(' ').at(-1)!);
    return {
      slot,
      lemma,
      text: lower,
      concreteness: rating?.rating ?? 3,
      concretenessSource: rating?.source ?? ('estimate' as const),
    };
  };
  switch (slot) {
    case 'object': {
      const space = lower.lastIndexOf(' ') + 1;
      const last = space === 0 ? form : formOf(lower.slice(space));
      const { plural } = last;
      const lemma = plural && last.noun ? lower.slice(0, space) + last.noun : (form.noun ?? lower);
      const noun = nouns.get(lemma) ?? unpictured(lemma);
      return { ...rated(lemma), ...(noun ? { noun } : {}), plural, isMass: isMass(lemma) };
    }
    case 'attribute':
      return { ...rated(form.adjective ?? lower), degree: form.degree };
    case 'action':
      return { ...rated(form.verb ?? lower), form: placeForm(form.verbForm, like), exclude: posturesExclude };
    case 'relation':
      return { ...rated(lower), form: 'thing', exclude: placesExclude };
    case 'count':
      return {
        ...rated(lower, countHeads[lower] ?? lower),
        form: like?.form ?? 'count',
        exclude: countsExclude,
      };
  }
}

/** The form of a verb in the place of another one: its own, with what that one is done to or where. */
function placeForm(verbForm = '', like?: SiteWord): string {
  return [verbForm, ...(like?.form?.split(' ').slice(1) ?? [])].join(' ');
}

/** A noun that today's reader shuts out: its first sense. */
function unpictured(lemma: string): SiteWord['noun'] {
  const sense = graph.noun.senses.get(lemma)?.[0];
  return (
    sense && {
      lemma,
      isLong: lemma.includes(' '),
      synset: sense.synset,
      person: graph.noun.lexfile[sense.synset] === 18,
      lexfile: graph.noun.lexfile[sense.synset]!,
      rating: ratings.rate(lemma),
      tags: sense.tags,
      isMass: isMass(lemma),
      isOfBody: false,
    }
  );
}

function wordAt(caption: string, word: string): number {
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').exec(caption);
  if (!found) throw new Error(`"${word}" is not in "${caption}"`);
  return found.index;
}
