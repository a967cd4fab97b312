/**
 * The only changes made to people: sex and age, by everyday neutral words. Professions, peoples, faiths and
 * bodies stay as they are.
 */
const changes: Readonly<Record<string, readonly string[]>> = {
  man: ['woman', 'girl'],
  woman: ['man', 'boy'],
  boy: ['girl', 'woman'],
  girl: ['boy', 'man'],
  guy: ['woman', 'girl'],
  lady: ['man', 'boy'],
  gentleman: ['lady', 'girl'],
  baby: ['man', 'woman'],
  toddler: ['man', 'woman'],
  infant: ['man', 'woman'],
  child: ['man', 'woman'],
  kid: ['man', 'woman'],
  adult: ['child', 'baby'],
};

/** Words that WordNet files elsewhere. */
const others = new Set(['person', 'people', 'human', 'crowd', 'family', 'couple', 'team', 'audience']);

/** Whether a noun that is not filed under persons stands for some all the same. */
export function meansPeople(lemma: string): boolean {
  return others.has(lemma);
}

/** What a person word may become; `undefined` for a word outside the table. */
export function personChanges(lemma: string): readonly string[] | undefined {
  return Object.hasOwn(changes, lemma) ? changes[lemma] : undefined;
}
