import type { Peeled } from './declared-styles';
import { STYLE_WORDS } from './style-words';

/** An end is a style of the set where at least this share of the names with it stand beside another form. */
const pairedShare = 0.5;

/** A size or a lone letter must end at least this share of the set's names as well. */
const commonShare = 0.03;

/** Smaller numbers count drawings or things: see `variantOf`. */
const smallestSize = 8;

/** Names with more styles than this behind each other do not occur. */
const mostStyles = 3;

/**
 * Learns from the names of one set which of their last words say style or size, and takes them off. A word of
 * `STYLE_WORDS`, a size (a number of at least 8) or a lone letter ("o" for outline) is one where most names that end with
 * it stand beside another form of the name; sizes and letters must be common in the set too. It goes from those names
 * alone that do stand beside another form, so that `traffic-light` keeps its light where `traffic` is no name.
 *
 * @param names the words of each name
 */
export function learnedPeel(names: readonly (readonly string[])[]): (words: readonly string[]) => Peeled {
  const forms = formsOf(names);
  const ends = [...forms.ends].filter(([end, all]) => {
    const paired = forms.paired.get(end) ?? 0;
    if (paired < pairedShare * all) return false;
    return STYLE_WORDS.includes(end) || all >= commonShare * forms.known.size;
  });
  const styles = new Set(ends.map(([end]) => end));
  return (words) => {
    const style: string[] = [];
    let left = words;
    while (style.length < mostStyles && left.length > 1) {
      const end = left.at(-1)!;
      if (!styles.has(end) || !forms.standsBeside(left)) break;
      style.unshift(end);
      left = left.slice(0, -1);
    }
    return { words: left, style };
  };
}

/** Whether a last word could say style or size. */
function mayBeStyle(word: string): boolean {
  if (STYLE_WORDS.includes(word) || /^[a-z]$/.test(word)) return true;
  return /^\d+(px)?$/.test(word) && !word.startsWith('0') && Number.parseInt(word, 10) >= smallestSize;
}

interface Forms {
  readonly known: ReadonlySet<string>;
  /** How many names end with a word that may be a style. */
  readonly ends: ReadonlyMap<string, number>;
  /** How many of them stand beside another form. */
  readonly paired: ReadonlyMap<string, number>;
  readonly standsBeside: (words: readonly string[]) => boolean;
}

function formsOf(names: readonly (readonly string[])[]): Forms {
  const known = new Set(names.map((words) => words.join('-')));
  // The styles behind each base; letters are no company for each other: vitamin-a stands beside vitamin-b.
  const company = new Map<string, Set<string>>();
  for (const words of names) {
    const end = words.at(-1)!;
    if (words.length < 2 || !mayBeStyle(end) || end.length === 1) continue;
    const base = words.slice(0, -1).join('-');
    company.set(base, (company.get(base) ?? new Set()).add(end));
  }
  const standsBeside = (words: readonly string[]) => {
    const base = words.slice(0, -1).join('-');
    const others = company.get(base);
    return known.has(base) || (others !== undefined && others.size > (others.has(words.at(-1)!) ? 1 : 0));
  };
  const ends = new Map<string, number>();
  const paired = new Map<string, number>();
  for (const words of names) {
    const end = words.at(-1)!;
    if (words.length < 2 || !mayBeStyle(end)) continue;
    ends.set(end, (ends.get(end) ?? 0) + 1);
    if (standsBeside(words)) paired.set(end, (paired.get(end) ?? 0) + 1);
  }
  return { known, ends, paired, standsBeside };
}
