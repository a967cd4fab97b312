/** The best of many, in order; of equals the one that came first stands first. */
export interface Best<Thing> {
  /** Whether a score would be kept. */
  wants(score: number): boolean;
  add(score: number, thing: Thing): void;
  all(): readonly Thing[];
}

/** @param count how many are kept */
export function keepBest<Thing>(count: number): Best<Thing> {
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
