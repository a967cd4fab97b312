/** So many inflected forms, those furthest from what their lemma would say of them, fit into the table's budget. */
const mostForms = 10_000;
const endings = ['ing', 'ed', 'er', 'est', 's', ''];

/**
 * The inflected forms that are worth an entry: those whose estimate is furthest from that of their lemma after the
 * mean difference for their ending is taken off, since the lookup can allow for that by itself.
 */
export function formsApart(
  inflected: ReadonlyMap<string, string>,
  estimateOf: (word: string) => number,
): string[] {
  const differences = new Map<string, number>();
  const byEnding = new Map<string, number[]>();
  const endingOf = (form: string) => endings.find((ending) => form.endsWith(ending))!;
  for (const [form, lemma] of inflected) {
    const difference = estimateOf(form) - estimateOf(lemma);
    differences.set(form, difference);
    const ofEnding = byEnding.get(endingOf(form)) ?? [];
    byEnding.set(endingOf(form), ofEnding);
    ofEnding.push(difference);
  }
  const means = new Map(
    [...byEnding].map(([ending, values]) => [
      ending,
      values.reduce((sum, value) => sum + value, 0) / values.length,
    ]),
  );
  const distanceOf = (form: string) => Math.abs(differences.get(form)! - means.get(endingOf(form))!);
  return [...inflected.keys()]
    .sort((a, b) => distanceOf(b) - distanceOf(a) || (a < b ? -1 : 1))
    .slice(0, mostForms);
}
