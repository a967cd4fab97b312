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

interface Reach {
  readonly all: readonly number[];
  readonly above: ReadonlySet<number>;
  readonly parts: ReadonlySet<number>;
}

/** Noun relations of WordNet, with the closures of lemmas kept, since captions name the same few thousand words. */
export function createRelations(nouns: PartOfSpeechGraph) {
  const ancestors = new Map<number, ReadonlyMap<number, number>>();
  const synsets = new Map<string, readonly number[]>();
  const closures = new Map<string, ReadonlySet<number>>();
  const rows = new Map<string, (b: string) => Relation | undefined>();
  const partClosures = new Map<string, ReadonlySet<number>>();
  const reaches = new Map<string, Reach>();
  const distances = new Map<number, Map<number, number>>();

  /** Synset → steps up to each of its ancestors, itself at 0. */
  function ancestorsOf(synset: number): ReadonlyMap<number, number> {
    const known = ancestors.get(synset);
    if (known) return known;
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
    ancestors.set(synset, steps);
    return steps;
  }

  function synsetsOf(lemma: string): readonly number[] {
    let list = synsets.get(lemma);
    if (!list) {
      list = livingSenses(nouns.senses.get(lemma) ?? []).map(({ synset }) => synset);
      synsets.set(lemma, list);
    }
    return list;
  }

  function closureOf(lemma: string): ReadonlySet<number> {
    let closure = closures.get(lemma);
    if (!closure) {
      closure = new Set(synsetsOf(lemma).flatMap((synset) => [...ancestorsOf(synset).keys()]));
      closures.set(lemma, closure);
    }
    return closure;
  }

  /** Parts of the lemma's senses and of their three nearest ancestors: a car has what a motor vehicle has. */
  function partsOf(lemma: string): ReadonlySet<number> {
    let closure = partClosures.get(lemma);
    if (!closure) {
      const found = new Set<number>();
      for (const synset of synsetsOf(lemma)) {
        for (const [node, steps] of ancestorsOf(synset)) {
          if (steps > 3) continue;
          for (const part of nouns.parts.get(node) ?? []) found.add(part);
        }
      }
      closure = found;
      partClosures.set(lemma, closure);
    }
    return closure;
  }

  /** The relation that could make one noun true where the other is, by any living sense of either. */
  function relation(a: string, b: string): Relation | undefined {
    return relationsOf(a)(b);
  }

  /** The same for one noun and many others. */
  function relationsOf(a: string): (b: string) => Relation | undefined {
    let row = rows.get(a);
    if (!row) {
      if (rows.size >= keptLemmas) rows.clear();
      row = createRow(a);
      rows.set(a, row);
    }
    return row;
  }

  function createRow(a: string): (b: string) => Relation | undefined {
    const row = new Map<string, Relation | null>();
    return (b) => {
      let found = row.get(b);
      if (found === undefined) {
        if (row.size >= keptLemmas) row.clear();
        found = a === b ? 'synonym' : (lookUp(a, b) ?? null);
        row.set(b, found);
      }
      return found ?? undefined;
    };
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
  function reachOf(lemma: string): Reach {
    let reach = reaches.get(lemma);
    if (!reach) {
      if (reaches.size >= keptLemmas) reaches.clear();
      const all = (nouns.senses.get(lemma) ?? []).map(({ synset }) => synset);
      const above = new Set(all.flatMap((synset) => [...ancestorsOf(synset).keys()]));
      reach = { all, above, parts: new Set(all.flatMap((synset) => nouns.parts.get(synset) ?? [])) };
      reaches.set(lemma, reach);
    }
    return reach;
  }

  /** Whether two nouns are related by any of their senses, however rare: then neither is put for the other. */
  function mayRelate(a: string, b: string): boolean {
    if (relation(a, b) !== undefined) return true;
    const [ofA, ofB] = [reachOf(a), reachOf(b)];
    return (
      ofB.all.some((synset) => ofA.above.has(synset) || ofA.parts.has(synset)) ||
      ofA.all.some((synset) => ofB.above.has(synset) || ofB.parts.has(synset))
    );
  }

  /** Length of the shortest is-a path between two synsets, in edges. */
  function distance(a: number, b: number): number {
    let row = distances.get(a);
    if (!row) {
      if (distances.size >= keptLemmas) distances.clear();
      row = new Map();
      distances.set(a, row);
    }
    let found = row.get(b);
    if (found === undefined) {
      if (row.size >= keptLemmas) row.clear();
      found = shortestPath(a, b);
      row.set(b, found);
    }
    return found;
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
