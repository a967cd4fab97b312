import type { Lexicon, Rating } from '@slipform/concreteness';
import type { WordGraph } from '../wordnet/decode-graph';
import type { Relations } from '../wordnet/related';
import { type Kind, kinds, unpicturedNouns } from './kinds';
import { meansPeople, personChanges } from './people';
import { standIns } from './stand-ins';

/** A noun as a word of captions. */
export interface Noun {
  readonly lemma: string;
  /** It has several words ("hot dog"): no token says it. */
  readonly isLong: boolean;
  /** The sense that can be seen in a picture. */
  readonly synset: number;
  /** Its possible replacements; `undefined` if it has no kind. */
  readonly kind: string | undefined;
  readonly person: boolean;
  /** WordNet's lexicographer file of the sense: 5 animal, 6 artifact, 13 food, 15 location, 18 person, … */
  readonly lexfile: number;
  readonly rating: Rating | undefined;
  /** WordNet's tag count of the sense. */
  readonly tags: number;
}

const PERSON = 18;
/** Lexicographer files of things that can be seen: animal, artifact, body, food, object, phenomenon, plant, substance. */
const visible = new Set([5, 6, 8, 13, 17, 19, 20, 27]);
const visibleRating = 4;

export interface Nouns {
  /** A noun that names something in the picture; `undefined` for any other word. */
  get(lemma: string): Noun | undefined;
  isNoun(lemma: string): boolean;
}

export function createNouns(
  graph: WordGraph,
  relations: Relations,
  lexicon: Lexicon,
  vocabulary: ReadonlySet<string> | undefined,
): Nouns {
  const { senses, lexfile } = graph.noun;
  const anchors = new Map<number, Kind>();
  const kindOfWord = new Map<string, Kind>();
  for (const kind of kinds) {
    for (const word of kind.words) if (!kindOfWord.has(word)) kindOfWord.set(word, kind);
    for (const name of kind.under) {
      const [lemma = '', rank] = name.split('#');
      const sense = senses.get(lemma)?.[Number(rank) - 1];
      if (!sense) throw new Error(`kinds: WordNet has no ${name}`);
      anchors.set(sense.synset, kind);
    }
  }
  const known = new Map<string, Noun | null>();

  function nearestKind(synset: number): Kind | undefined {
    let best: Kind | undefined;
    let nearest = Number.POSITIVE_INFINITY;
    for (const [ancestor, steps] of relations.ancestorsOf(synset)) {
      const kind = anchors.get(ancestor);
      if (kind && steps < nearest) {
        best = kind;
        nearest = steps;
      }
    }
    return best;
  }

  function read(lemma: string): Noun | null {
    const list = senses.get(lemma) ?? senses.get(standIns.get(lemma) ?? '');
    const first = list?.[0];
    if (!list || !first) return null;
    const rating = lexicon.rate(lemma);
    const isLong = lemma.includes(' ');
    const wanted = vocabulary?.has(lemma) === true;
    const listed = kindOfWord.get(lemma);
    const seen = list.filter(({ synset }) => visible.has(lexfile[synset]!));
    const isThing = listed !== undefined || (wanted && seen.length > 0 && !personChanges(lemma));
    if ((lexfile[first.synset] === PERSON && !isThing) || meansPeople(lemma)) {
      return {
        lemma,
        isLong,
        synset: first.synset,
        kind: undefined,
        person: true,
        lexfile: lexfile[first.synset]!,
        rating,
        tags: first.tags,
      };
    }
    const head = lemma.slice(lemma.lastIndexOf(' ') + 1);
    if (unpicturedNouns.has(head) && !listed && !wanted) return null;
    if (listed) {
      const sense = seen.find(({ synset }) => nearestKind(synset) === listed) ?? seen[0] ?? first;
      return {
        lemma,
        isLong,
        synset: sense.synset,
        kind: listed.name,
        person: false,
        lexfile: lexfile[sense.synset]!,
        rating,
        tags: sense.tags,
      };
    }
    const sense = seen[0] ?? (wanted ? first : undefined);
    if (!sense) return null;
    if (isName(lemma, sense.synset, graph)) return null;
    // An abstract first sense is the word's meaning, unless people call the word concrete.
    const isFirst = sense === first;
    if (!isFirst && !wanted && (rating?.rating ?? 0) < visibleRating) return null;
    return {
      lemma,
      isLong,
      synset: sense.synset,
      kind: nearestKind(sense.synset)?.name,
      person: false,
      lexfile: lexfile[sense.synset]!,
      rating,
      tags: sense.tags,
    };
  }

  return {
    isNoun: (lemma) => senses.has(lemma) || standIns.has(lemma),
    get(lemma) {
      let noun = known.get(lemma);
      if (noun === undefined) {
        noun = read(lemma);
        known.set(lemma, noun);
      }
      return noun ?? undefined;
    },
  };
}

/** Whether WordNet spells a word with capitals in one of its senses: "china" no, "China" yes. */
export function isName(lemma: string, synset: number, { noun }: WordGraph): boolean {
  return noun.wordsOf(synset).some((word) => word !== lemma && word.toLowerCase() === lemma);
}
