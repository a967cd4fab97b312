import { checkIcons } from './check-icons';
import type { Icon } from './icon';

/**
 * Icons whose caption is new though each of its words is known: it has two words or more, all of them occur in captions
 * of training (names and aliases), and they never occur there together as one caption, in whatever order.
 *
 * @param train what was trained on
 * @param icons where to look
 * @returns in the order of `icons`
 * @throws {InputError} for what is no list of icons
 *
 * @example
 * const train = corpus.icons.filter((each) => splitOf(each) === 'train');
 * const fresh = unseenCombinations(train, corpus.icons); // new names of known words
 */
export function unseenCombinations(train: readonly Icon[], icons: readonly Icon[]): Icon[] {
  checkIcons('unseenCombinations', 'train', train);
  checkIcons('unseenCombinations', 'icons', icons);
  const words = new Set<string>();
  const combinations = new Set<string>();
  for (const { caption, aliases } of train) {
    for (const text of [caption, ...aliases]) {
      const parts = text.split(' ');
      for (const word of parts) words.add(word);
      combinations.add(parts.sort().join(' '));
    }
  }
  return icons.filter(
    (icon) =>
      icon.words.length > 1 &&
      icon.words.every((word) => words.has(word)) &&
      !combinations.has([...icon.words].sort().join(' ')),
  );
}
