import type { RefusalReason } from '../refusals';
import type { WordGraph } from '../wordnet/decode-graph';
import type { Relations } from '../wordnet/related';
import { kinds, neverInserted, unpicturedNouns } from './kinds';
import { mayLookAlike } from './look-alikes';
import { massNouns } from './mass-nouns';
import { isName, type Noun, type Nouns } from './nouns';
import { ofSexSaidElsewhere, personChanges } from './people';
import { scalesOf } from './scales';

/** A word that could stand in for another, with what speaks against it whatever the caption says. */
export interface Candidate {
  readonly noun: Noun;
  readonly weight: number;
  readonly distance: number;
  readonly refusal: RefusalReason | undefined;
}

/** How many words at most for one keyword: the nearest and best-known ones. */
const poolSize = 16;
/** Words heard less often than this in film subtitles (log2 of the count in 51 million) are not inserted. */
const leastFamiliarity = 8;
/** The weight of a place on an everyday list, beside familiarity (log2), distance (edges) and gap (points). */
const everydayBonus = 5;
/** Of a word that is drawn where no other passes. */
const lastWeight = 0.01;
/** What comes where nothing else can: nothing but a trolley goes on a train's tracks, and it is no train. */
const lastChoices: ReadonlyMap<string, string> = new Map(
  ['train', 'passenger train', 'commuter train', 'freight train'].map((train) => [train, 'trolley']),
);
/** Beyond this many is-a steps all words of a kind are equally far. */
const farthest = 8;

export function createReplacementPool(
  graph: WordGraph,
  relations: Relations,
  nouns: Nouns,
  vocabulary: ReadonlySet<string> | undefined,
  largestGap: number,
): (noun: Noun) => readonly Candidate[] {
  const pools = new Map<string, readonly Candidate[]>();
  let byKind: Map<string, Noun[]> | undefined;
  let listed: Noun[] = [];

  /** All nouns that may be inserted, by kind; made at the first call. */
  function membersOf(kind: string | undefined): readonly Noun[] {
    if (!byKind) {
      byKind = new Map();
      const everyday = new Set(kinds.flatMap(({ words }) => words));
      const lemmas = vocabulary ?? graph.familiarity.keys();
      for (const lemma of new Set([...everyday, ...lemmas])) {
        if (vocabulary ? !vocabulary.has(lemma) : neverInserted.has(lemma)) continue;
        if (!vocabulary && !everyday.has(lemma) && (graph.familiarity.get(lemma) ?? 0) < leastFamiliarity)
          continue;
        if (unpicturedNouns.has(lemma) && !everyday.has(lemma) && !vocabulary) continue;
        if (vocabulary && isAttributeWord(lemma, everyday)) continue;
        if (!vocabulary && !everyday.has(lemma) && isPluralForm(lemma)) continue;
        const noun = nouns.get(lemma);
        if (!noun || noun.person || !noun.rating) continue;
        // Without a place in an everyday list, the visible sense must be what people mean by the word.
        if (!vocabulary && !everyday.has(lemma) && !isFirstSense(noun)) continue;
        if (noun.kind !== undefined) {
          const members = byKind.get(noun.kind);
          if (members) members.push(noun);
          else byKind.set(noun.kind, [noun]);
        }
        if (vocabulary) listed.push(noun);
      }
      listed = listed.filter(({ lemma }) => !unpicturedNouns.has(lemma) || vocabulary?.has(lemma));
    }
    return (kind === undefined ? undefined : byKind.get(kind)) ?? [];
  }

  /** A vocabulary names attributes as well ("red", "wooden", "orange"), and WordNet knows many of them as nouns. */
  function isAttributeWord(lemma: string, everyday: ReadonlySet<string>): boolean {
    return scalesOf(lemma).some(({ scale }) => scale === 'colour' || !everyday.has(lemma));
  }

  /** WordNet lists "chips", "fries" and "stays" as lemmas: they are plurals, and have no other. */
  function isPluralForm(lemma: string): boolean {
    const { senses } = graph.noun;
    if (!/[^su]s$/.test(lemma)) return false;
    return senses.has(lemma.slice(0, -1)) || senses.has(lemma.replace(/ies$/, 'y').replace(/es$/, ''));
  }

  function isFirstSense({ lemma, synset }: Noun): boolean {
    return graph.noun.senses.get(lemma)?.[0]?.synset === synset && !isName(lemma, synset, graph);
  }

  function people(noun: Noun): Candidate[] {
    const candidates: Candidate[] = [];
    const add = (lemma: string, weight: number) => {
      const other = vocabulary?.has(lemma) === false ? undefined : nouns.get(lemma);
      if (!other) return;
      const distance = relations.distance(noun.synset, other.synset);
      candidates.push({ noun: other, weight, distance, refusal: undefined });
    };
    for (const lemma of personChanges(noun.lemma) ?? []) add(lemma, 1);
    for (const lemma of ofSexSaidElsewhere(noun.lemma)) add(lemma, lastWeight);
    return candidates;
  }

  function rank(noun: Noun): readonly Candidate[] {
    if (noun.person) return people(noun);
    let others = membersOf(noun.kind);
    // A small vocabulary: anything that it names may stand in.
    if (vocabulary && others.length <= poolSize) others = listed;
    const everyday = kinds.find(({ name }) => name === noun.kind)?.words;
    const ranked: Candidate[] = [];
    for (const other of others) {
      if (other.lemma === noun.lemma) continue;
      if (!vocabulary && massNouns.has(other.lemma) !== massNouns.has(noun.lemma)) continue;
      const distance = Math.min(relations.distance(noun.synset, other.synset), 40);
      const familiarity = Math.min(graph.familiarity.get(other.lemma) ?? leastFamiliarity, 12);
      const gap = Math.abs((other.rating?.rating ?? 0) - (noun.rating?.rating ?? 0));
      const isEveryday = vocabulary || everyday?.includes(other.lemma) ? everydayBonus : 0;
      const score = 0.35 * familiarity - 0.4 * Math.min(distance, farthest) - gap + isEveryday;
      ranked.push({ noun: other, weight: Math.exp(score / 2), distance, refusal: verdict(noun, other, gap) });
    }
    ranked.sort((a, b) => b.weight - a.weight || (a.noun.lemma < b.noun.lemma ? -1 : 1));
    if (vocabulary) return ranked;
    const lastAdmissible = ranked.filter(({ refusal }) => refusal === undefined)[poolSize - 1];
    const kept = lastAdmissible ? ranked.slice(0, ranked.indexOf(lastAdmissible) + 1) : ranked;
    const last = ranked.find((candidate) => candidate.noun.lemma === lastChoices.get(noun.lemma));
    return last ? [...kept, { ...last, weight: lastWeight, refusal: undefined }] : kept;
  }

  function verdict(noun: Noun, other: Noun, gap: number): RefusalReason | undefined {
    if (graph.refused.has(other.lemma)) return 'refused-word';
    const relation =
      relations.relation(noun.lemma, other.lemma) ??
      (mayLookAlike(noun.lemma, other.lemma) || relations.mayRelate(noun.lemma, other.lemma)
        ? 'synonym'
        : undefined);
    if (relation) return relation;
    return gap > largestGap ? 'concreteness-gap' : undefined;
  }

  return (noun) => {
    let pool = pools.get(noun.lemma);
    if (!pool) {
      pool = rank(noun);
      pools.set(noun.lemma, pool);
    }
    return pool;
  };
}
