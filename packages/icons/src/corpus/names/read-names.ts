import { type DeclaredStyles, declaredPeel } from './declared-styles';
import { learnedPeel } from './learned-styles';
import { nameTokens } from './name-tokens';
import { variantPeel } from './variants';

/** A name as words, and what was taken off it. */
export interface NameParts {
  readonly words: readonly string[];
  readonly style: string;
  readonly variant: string;
}

/**
 * How the names of one set become words: split, then the declared styles off, then those that the names themselves show,
 * then what tells several drawings of one thing apart. At least one word stays.
 *
 * @param names all names of drawings of the set; the answers depend on them together
 * @returns reads a name, one of these or another (an alias)
 */
export function readNames(names: readonly string[], declared: DeclaredStyles): (name: string) => NameParts {
  const tokens = names.map(nameTokens);
  const byDeclared = declaredPeel(declared, new Set(tokens.map((words) => words.join('-'))));
  const plain = distinct(tokens.map((words) => byDeclared(words).words));
  const byLearned = learnedPeel(plain);
  const byVariant = variantPeel(distinct(plain.map((words) => byLearned(words).words)));
  return (name) => {
    const declaredOff = byDeclared(nameTokens(name));
    const learnedOff = byLearned(declaredOff.words);
    const { words, variant } = byVariant(learnedOff.words);
    return { words, variant, style: [...learnedOff.style, ...declaredOff.style].join(' ') };
  };
}

/** Each list of words once, in the order in which they come first. */
function distinct(lists: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(lists.map((words) => [words.join('-'), words])).values()];
}
