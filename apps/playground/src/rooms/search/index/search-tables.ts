import { type Filters, takesSet, takesStyles } from './filters';
import { type IconTable, isNamed } from './icon-table';
import { dotProducts } from './vectors';

/** An icon that was found: the best of all drawings of its name in its set. */
export interface Hit {
  readonly set: string;
  /** Its place among the icons of the set. */
  readonly row: number;
  readonly name: string;
  readonly caption: string;
  readonly style: string;
  /** Captions of other names. */
  readonly aliases: readonly string[];
  /** Cosine with what was asked. */
  readonly similarity: number;
  /** Whether a match of names finds it too. */
  readonly isNamed: boolean;
}

export interface Found {
  /** By the drawings alone, the most similar first. */
  readonly byDrawing: readonly Hit[];
  /** By the names alone, those with the fewest other words first. */
  readonly byName: readonly Hit[];
  /** Names that match, of which `byName` holds the first. */
  readonly named: number;
  /** Icons that were compared, all drawings of each name among them. */
  readonly searched: number;
}

export interface Asked {
  /** [width], of unit length. */
  readonly vector: Float32Array;
  /** What a match of names looks for; empty where no words are asked. */
  readonly words: readonly string[];
  readonly filters: Filters;
  /** Hits of each kind at most. */
  readonly count: number;
  /** A name that is left out, since it is what was asked for: set and caption. */
  readonly except?: { readonly set: string; readonly caption: string };
}

/** Compares what was asked with every icon of some sets. */
export function searchTables(tables: readonly IconTable[], asked: Asked): Found {
  const { vector, words, filters, count, except } = asked;
  const byDrawing = keepBest<Hit>(count);
  const byName = keepBest<Hit>(count);
  let named = 0;
  let searched = 0;
  for (const table of tables) {
    const { about, names, groups, groupCount } = table;
    if (!takesSet(filters, about)) continue;
    const takes = takesStyles(filters, names.styles);
    const scores = dotProducts(table.vectors, vector);
    const best = new Int32Array(groupCount).fill(-1);
    for (let row = 0; row < scores.length; row++) {
      if (!takes[names.icons[row]![2]]) continue;
      searched++;
      const group = groups[row]!;
      if (best[group]! < 0 || scores[row]! > scores[best[group]!]!) best[group] = row;
    }
    for (const row of best) {
      if (row < 0) continue;
      const [name, caption, style, ...aliases] = names.icons[row]!;
      if (except?.set === about.set && except.caption === caption) continue;
      const similarity = scores[row]!;
      const hasName = isNamed(table.words[row]!, words);
      if (!hasName && !byDrawing.wants(similarity)) continue;
      const hit: Hit = {
        ...{ set: about.set, row, name, caption, aliases, similarity },
        style: names.styles[style]!,
        isNamed: hasName,
      };
      byDrawing.add(similarity, hit);
      if (hasName) {
        named++;
        // Fewer other words first; among equals the more similar drawing.
        byName.add(similarity - otherWords(caption, words) * 4, hit);
      }
    }
  }
  return { byDrawing: byDrawing.all(), byName: byName.all(), named, searched };
}

function otherWords(caption: string, words: readonly string[]): number {
  const own = caption.toLowerCase().split(' ');
  return own.filter((word) => !words.includes(word)).length;
}

/** The best of many, in order; of equals the one that came first stands first. */
interface Best<Thing> {
  /** Whether a score would be kept. */
  wants(score: number): boolean;
  add(score: number, thing: Thing): void;
  all(): readonly Thing[];
}

/** @param count how many are kept */
function keepBest<Thing>(count: number): Best<Thing> {
  const kept: { readonly score: number; readonly thing: Thing }[] = [];
  const wants = (score: number) =>
    kept.length < count || score > (kept.at(-1)?.score ?? Number.POSITIVE_INFINITY);
  return {
    wants,
    add(score, thing) {
      if (!wants(score)) return;
      let at = kept.length;
      while (at > 0 && kept[at - 1]!.score < score) at--;
      kept.splice(at, 0, { score, thing });
      if (kept.length > count) kept.pop();
    },
    all: () => kept.map(({ thing }) => thing),
  };
}
