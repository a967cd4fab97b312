import type { Synset } from './wordnet';

/** The words of the definition, without the examples that follow it. */
export function glossWords(synset: Synset): string[] {
  return (
    synset.gloss
      .split('"')[0]!
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  );
}

/** Words that say how a definition is built, not what it is about. */
const frame: ReadonlySet<string> = new Set(
  `a an the of or and in to by with for that is as from on at be which used having who are it one its not etc usually
  especially something someone somebody being into any some other than made very`.split(/\s+/),
);

/** The definition's words without those of its frame, each once. */
export function contentWords(synset: Synset): Set<string> {
  return new Set(glossWords(synset).filter((word) => !frame.has(word)));
}
