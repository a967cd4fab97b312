import type { Icon } from '@slipform/icons';
import { wordsOf } from './held-out-tags';

/** A word is known if so many of training's names hold it, of so many families of artists. */
const LEAST_NAMES = 3;
const LEAST_FAMILIES = 2;

/** The words that names of training use often enough for a model to learn them. */
export function knownWords(training: readonly Icon[]): ReadonlySet<string> {
  const uses = new Map<string, { readonly names: Set<string>; readonly families: Set<string> }>();
  for (const { set, family, caption } of training) {
    for (const word of wordsOf(caption)) {
      const use = uses.get(word) ?? { names: new Set(), families: new Set() };
      use.names.add(`${set} ${caption}`);
      use.families.add(family);
      uses.set(word, use);
    }
  }
  return new Set(
    [...uses].flatMap(([word, { names, families }]) =>
      names.size >= LEAST_NAMES && families.size >= LEAST_FAMILIES ? [word] : [],
    ),
  );
}
