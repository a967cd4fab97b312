import { remembered } from '../hashes/remembered';
import type { PartOfSpeechGraph } from './decode-graph';
import type { Sense } from './sense-table';

/** Why two nouns may be true of the same thing. */
export type Relation = 'synonym' | 'is-a' | 'part-of';

/**
 * The senses in use: the first, and those of more than a twentieth of what annotators met; of a lemma that they never met
 * the first two. ("Cat" may be a man, to nobody's mind.)
 */
function livingSenses(senses: readonly Sense[]): readonly Sense[] {
  let total = 0;
  for (const { tags } of senses) total += tags;
  return senses.filter(({ tags }, rank) => rank === 0 || tags > total / 20 || (total === 0 && rank < 2));
}

/** How many lemmas are kept with their relations; a hostile stream of new words empties the table. */
const keptLemmas = 4000;

/** Noun relations of WordNet, with the closures of lemmas kept, since captions name the same few thousand words. */
export function createRelations(nouns: PartOfSpeechGraph) {
  /** Synset → steps up to each of its ancestors, itself at 0. */
  const ancestorsOf = remembered((synset: number): ReadonlyMap<number, number> => {
    const steps = new Map<number, number>();
    let frontier = [synset];
    for (let distance = 0; frontier.length > 0; distance += 1) {
      const next: number[] = [];
      for (const node of frontier) {
        if (node < 0 || steps.has(node)) continue;
        steps.set(node, distance);
        next.push(nouns.parent[node] ?? -1, ...(nouns.otherParents.get(node) ?? []));
      }
      frontier = next;
    }
    return steps;
  });

  const synsetsOf = remembered((lemma: string): readonly number[] =>
    livingSenses(nouns.senses.get(lemma) ?? []).map(({ synset }) => synset),
  );

  const closureOf = remembered(
    (lemma: string): ReadonlySet<number> =>
      new Set(synsetsOf(lemma).flatMap((synset) => [...ancestorsOf(synset).keys()])),
  );

  /** Parts of the lemma's senses and of their three nearest ancestors: a car has what a motor vehicle has. */
  const partsOf = remembered((lemma: string): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const synset of synsetsOf(lemma)) {
      for (const [node, steps] of ancestorsOf(synset)) {
        if (steps > 3) continue;
        for (const part of nouns.parts.get(node) ?? []) found.add(part);
      }
    }
    return found;
  });

  /** The relations that could make one noun true where others are, by any living sense of either. */
  const relationsOf = remembered(
    (a: string) =>
      remembered((b: string): Relation | undefined => (a === b ? 'synonym' : lookUp(a, b)), keptLemmas),
    keptLemmas,
  );

  let asked: readonly [a: string, b: string, found: Relation | undefined] | undefined;

  /** The same of two nouns, in whichever order; checks ask for it one after the other. */
  function relation(a: string, b: string): Relation | undefined {
    if (asked && ((asked[0] === a && asked[1] === b) || (asked[0] === b && asked[1] === a))) return asked[2];
    const found = relationsOf(a)(b);
    asked = [a, b, found];
    return found;
  }

  function lookUp(a: string, b: string): Relation | undefined {
    const sensesA = synsetsOf(a);
    const sensesB = synsetsOf(b);
    if (sensesA.some((synset) => sensesB.includes(synset))) return 'synonym';
    const closureA = closureOf(a);
    if (sensesB.some((synset) => closureA.has(synset))) return 'is-a';
    const closureB = closureOf(b);
    if (sensesA.some((synset) => closureB.has(synset))) return 'is-a';
    const partsA = partsOf(a);
    const partsB = partsOf(b);
    if (sensesB.some((synset) => partsA.has(synset)) || sensesA.some((synset) => partsB.has(synset))) {
      return 'part-of';
    }
    return undefined;
  }

  /** All that lies above a lemma's senses, however rare, themselves among them, and their parts. */
  const reachOf = remembered((lemma: string) => {
    const all = (nouns.senses.get(lemma) ?? []).map(({ synset }) => synset);
    const above = new Set(all.flatMap((synset) => [...ancestorsOf(synset).keys()]));
    return { all, above, parts: new Set(all.flatMap((synset) => nouns.parts.get(synset) ?? [])) };
  }, keptLemmas);

  /** Whether two nouns are related by any of their senses, however rare: then neither is put for the other. */
  function mayRelate(a: string, b: string): boolean {
    if (relation(a, b) !== undefined) return true;
    const [ofA, ofB] = [reachOf(a), reachOf(b)];
    return (
      ofB.all.some((synset) => ofA.above.has(synset) || ofA.parts.has(synset)) ||
      ofA.all.some((synset) => ofB.above.has(synset) || ofB.parts.has(synset))
    );
  }

  const distancesFrom = remembered(
    (a: number) => remembered((b: number) => shortestPath(a, b), keptLemmas),
    keptLemmas,
  );

  /** Length of the shortest is-a path between two synsets, in edges. */
  function distance(a: number, b: number): number {
    return distancesFrom(a)(b);
  }

  function shortestPath(a: number, b: number): number {
    const up = ancestorsOf(a);
    let shortest = Number.POSITIVE_INFINITY;
    for (const [node, steps] of ancestorsOf(b)) {
      const other = up.get(node);
      if (other !== undefined && steps + other < shortest) shortest = steps + other;
    }
    return shortest;
  }

  return { ancestorsOf, relation, relationsOf, mayRelate, distance };
}

export type Relations = ReturnType<typeof createRelations>;
