import { type DeclaredStyles, declaredPeel } from './declared-styles';
import { learnedPeel } from './learned-styles';
import { nameTokens } from './name-tokens';
import { variantPeel } from './variants';

/** What is common without the sizes shows once they are off: styles are learned so often. */
const roundsOfLearning = 2;

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
  const peels = [declaredPeel(declared, new Set(tokens.map((words) => words.join('-'))))];
  let left = distinct(tokens.map((words) => peels[0]!(words).words));
  for (let round = 0; round < roundsOfLearning; round++) {
    const peel = learnedPeel(left);
    peels.push(peel);
    left = distinct(left.map((words) => peel(words).words));
  }
  const variantOff = variantPeel(left);
  return (name) => {
    let rest: readonly string[] = nameTokens(name);
    const style: string[] = [];
    for (const peel of peels) {
      const peeled = peel(rest);
      rest = peeled.words;
      style.unshift(...peeled.style);
    }
    const { words, variant } = variantOff(rest);
    return { words, variant, style: style.join(' ') };
  };
}

/** Each list of words once, in the order in which they come first. */
function distinct(lists: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(lists.map((words) => [words.join('-'), words])).values()];
}
