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
