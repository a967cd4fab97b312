/**
 * `npx tsx scripts/readme-pictures.ts ../../lab/corpus`: the two sheets of the README, from all sets that are installed in
 * that folder (`@iconify/json`, pinned there): one concept by twenty artists, and minimal pairs of artists held out for tests.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRandom } from '@slipform/kit/random/random';
import type { Icon, MinimalPair } from '../src/corpus/icon';
import { minimalPairs } from '../src/corpus/pairs/minimal-pairs';
import { splitOf } from '../src/corpus/sets/families';
import { contactSheet, type SheetGroup } from '../src/drawing/contact-sheet';
import { drawIcons } from '../src/drawing/draw-icons';
import { visualChanges } from '../src/drawing/visual-change';
import { openCorpus } from '../src/files/open-corpus';

const concept = 'umbrella';
const artists = 20;
const seed = Number(process.argv[3] ?? 1);
const wellKnown = 6;

const folder = new URL('../docs/', import.meta.url);
mkdirSync(folder, { recursive: true });
const corpus = await openCorpus({ root: process.argv[2] ?? '.', sets: 'all' });
const plainSets = new Set(corpus.sets.filter(({ isColoured }) => !isColoured).map(({ set }) => set));
const icons = corpus.icons.filter(({ set }) => plainSets.has(set));
const artistOf = ({ artist }: Icon) => artist;

/** The first drawing of the concept by each family, the plain form before a style. */
function byFamily(): Icon[] {
  const found = new Map<string, Icon>();
  for (const icon of icons) {
    if (icon.caption !== concept) continue;
    const known = found.get(icon.family);
    if (known === undefined || (known.style !== '' && icon.style === '')) found.set(icon.family, icon);
  }
  return [...found.values()];
}

/** Of all drawings of the concept those that differ most: each next one from the nearest of those before it. */
async function mostVaried(drawn: readonly Icon[]): Promise<Icon[]> {
  const drawings = await drawIcons(drawn);
  const chosen = [0];
  while (chosen.length < Math.min(artists, drawn.length)) {
    const free = [...drawn.keys()].filter((index) => !chosen.includes(index));
    const changes = visualChanges(
      drawings,
      free.flatMap((index) => chosen.map((other) => [index, other] as const)),
    );
    const least = free.map((_, at) =>
      Math.min(...changes.subarray(at * chosen.length, (at + 1) * chosen.length)),
    );
    chosen.push(free[least.indexOf(Math.max(...least))]!);
  }
  return chosen.map((index) => drawn[index]!);
}

const all = byFamily();
const varied = (await mostVaried(all)).sort((a, b) => artistOf(a).localeCompare(artistOf(b), 'en'));
const concepts: SheetGroup[] = varied.map((icon) => ({ icons: [{ icon, label: artistOf(icon) }] }));
writeFileSync(
  new URL('one-concept.svg', folder),
  contactSheet(concepts, { columns: 10, title: `“${concept}” by ${varied.length} artists` }),
);

/** How many families drew something of this name: a reader has seen what many draw. */
function familiesByCaption(): ReadonlyMap<string, number> {
  const families = new Map<string, Set<string>>();
  for (const { caption, family } of icons) {
    families.set(caption, (families.get(caption) ?? new Set()).add(family));
  }
  return new Map([...families].map(([caption, { size }]) => [caption, size]));
}

const families = familiesByCaption();
const known = icons.filter(
  (icon) => splitOf(icon) === 'test' && icon.words.length === 2 && families.get(icon.caption)! >= wellKnown,
);
const shuffled = createRandom(seed).shuffle(minimalPairs(known));
const pairs: MinimalPair[] = [];
const seen = { families: new Set<string>(), words: new Set<string>() };
for (const pair of shuffled) {
  const [{ family }] = pair.icons;
  const words = pair.icons.flatMap((icon) => icon.words);
  if (pairs.length === 12 || seen.families.has(family) || words.some((word) => seen.words.has(word)))
    continue;
  pairs.push(pair);
  seen.families.add(family);
  for (const word of words) seen.words.add(word);
}
const groups: SheetGroup[] = pairs.map(({ icons, words }) => ({
  icons: icons.map((icon, at) => ({ icon, label: icon.caption, strong: words[at]! })),
  title: artistOf(icons[0]),
}));
writeFileSync(
  new URL('minimal-pairs.svg', folder),
  contactSheet(groups, { columns: 4, title: 'Pairs of icons by one artist whose names differ in one word' }),
);
console.log(`${all.length} families drew “${concept}”; ${pairs.length} pairs.`);
