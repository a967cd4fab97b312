import { remembered } from '../hashes/remembered';
import { pluraliaTantum } from '../lexicon/words';

const irregular: Readonly<Record<string, string>> = {
  man: 'men',
  woman: 'women',
  child: 'children',
  foot: 'feet',
  tooth: 'teeth',
  goose: 'geese',
  mouse: 'mice',
  ox: 'oxen',
  person: 'people',
  die: 'dice',
  cactus: 'cacti',
  tomato: 'tomatoes',
  potato: 'potatoes',
  mango: 'mangoes',
  hero: 'heroes',
  echo: 'echoes',
  torpedo: 'torpedoes',
  volcano: 'volcanoes',
  buffalo: 'buffalo',
};
const unchanged =
  /^(?:sheep|deer|fish|moose|bison|elk|salmon|trout|shrimp|squid|swine|cod|tuna|.*craft|.*fish|scissors|series|species|cattle)$/;
const toVes =
  /^(?:knife|wife|life|leaf|loaf|shelf|wolf|calf|half|scarf|thief|elf|hoof|.*(?:shelf|leaf|wife|knife))$/;

/** Plural of a noun; of a phrase, the plural of its last word ("traffic light" → "traffic lights"). */
export function plural(lemma: string): string {
  const space = Math.max(lemma.lastIndexOf(' '), lemma.lastIndexOf('-'));
  if (space >= 0) return lemma.slice(0, space + 1) + plural(lemma.slice(space + 1));
  if (Object.hasOwn(irregular, lemma)) return irregular[lemma]!;
  if (unchanged.test(lemma) || pluraliaTantum.has(lemma)) return lemma;
  if (toVes.test(lemma)) return lemma.replace(/fe?$/, 'ves');
  // "woman", "fireman", "snowman", but not "human" or "caiman".
  if (/(?:wo|fire|snow|police|fisher|sports|mail|sales)man$/.test(lemma)) return lemma.replace(/man$/, 'men');
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return `${lemma}es`;
  return `${lemma}s`;
}

// Spelt with a vowel, spoken with a consonant ("a unicorn", "a European", "a one-way street"), and the reverse.
const consonantSound =
  /^(?:eu|ewe|one(?:$|[^a-z])|once|oui|u(?:ni(?!n|m)|tensil|tili|kulele|s[aeiu]|rin|ranium|biq))/;
const silentH = /^(?:hour|honest|honou?r|heir)/;
const vowelLetterNames = /^[aefhilmnorsx]$/i;

/** The indefinite article that a word takes: "an" before a vowel sound. */
export const articleFor: (word: string) => 'a' | 'an' = remembered(bySound, 20_000);

function bySound(word: string): 'a' | 'an' {
  const first = word.split(/[\s-]/, 1)[0] ?? '';
  if (/^[A-Z]{2,}$/.test(first) && !/[AEIOU]/.test(first))
    return vowelLetterNames.test(first[0]!) ? 'an' : 'a';
  const lower = word.toLowerCase();
  if (/^(?:8|11(?!\d)|18(?!\d))/.test(lower) || silentH.test(lower)) return 'an';
  return /^[aeiou]/.test(lower) && !consonantSound.test(lower) ? 'an' : 'a';
}

export type Degree = 'positive' | 'comparative' | 'superlative';

/** "small" → "smaller", "happy" → "happier", "red" → "redder"; `undefined` where English needs "more". */
export function inDegree(lemma: string, degree: Degree): string | undefined {
  if (degree === 'positive') return lemma;
  const ending = degree === 'comparative' ? 'er' : 'est';
  if (/[^aeiou]y$/.test(lemma)) return lemma.length <= 6 ? `${lemma.slice(0, -1)}i${ending}` : undefined;
  const syllables = lemma.replace(/e$/, '').match(/[aeiouy]+/g)?.length ?? 0;
  if (syllables > 1 && lemma !== 'little' && lemma !== 'narrow') return undefined;
  if (lemma === 'little') return undefined;
  if (lemma.endsWith('e')) return lemma + ending.slice(1);
  if (/^[^aeiou]*[aeiou][bdgmnt]$/.test(lemma)) return lemma + lemma.at(-1) + ending;
  return lemma + ending;
}
