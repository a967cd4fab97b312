/** What a user of the packed package does; prints the same by import and by require. */
export async function use(load) {
  const { createLexicon, parseNorms } = await load('@slipform/concreteness');
  const lexicon = createLexicon();
  const norms = createLexicon({ norms: parseNorms('word\trating\nzugzwang\t1.5\n') });
  return {
    dog: lexicon.rate('dogs')?.lemma,
    concreteFirst: lexicon.rate('dog').rating > lexicon.rate('justice').rating,
    unknown: lexicon.rate('qqqqzz') ?? null,
    human: norms.rate('zugzwang'),
    caption: lexicon.rateCaption('A dog runs.').words.map(({ text }) => text),
  };
}
