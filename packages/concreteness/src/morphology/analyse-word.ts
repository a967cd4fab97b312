import { prefixes, shortestPrefixedBase, suffixes } from './affixes';
import type { Analysis } from './analysis';

/** Nouns that make closed compounds with almost any noun before them: those with the most in WordNet. */
const heads = `bag ball band bar bark basket bed belt berry bin bird board boat body bone book bowl box boy
  breaker brush bug builder bush cake cap car card cart case cat chair cloth coat court craft cup cutter day design
  dog door dress drop eye face field fire fish flower fly food foot front game gate girl glass grass ground guard gun
  hand hat head holder hole hook horn horse hound house keeper knife lace lady land leaf leg lid light line list load
  lock machine maid mail maker making man mark mask master mate meter mistress mouth nail neck net nose nut officer
  owner pack pad page paint pan paper path people person phone pie piece pin pipe place plane plate player pod pole
  post pot power print proof rack ring road robe rod roll room root rope sack saw screen seat seed seller server
  shaft sheet shell ship shirt shoe shop shot side sign site skin skirt smith smoke song stage stairs stand stick
  stone stool storm store stream string stroke suit switch table tail tank tower town toy track trap tray tree truck
  tube tune vest walk walker wall ward ware wash watch water wear weed weight wheel wing wire woman wood work worker
  worm writer yard`;

/** What something has (-ed): "stonehearted", "lefthanded". */
const participles = `bellied blooded bodied bottomed breasted coloured colored eared eyed faced fingered
  fisted footed haired handed headed hearted horned lashed legged lipped minded mouthed necked nosed shaped sided
  skinned skulled sleeved spirited tailed tempered toed tongued toothed waisted winged witted`;

/** In letters. Longer texts are not words, and their analysis would be slow. */
const longestWord = 40;
const shortestModifier = 3;
const plainWord = /^[a-z]+$/;
/** "cherishingly", "forsakenness" */
const takesInflected: readonly string[] = ['-ly', '-ness'];
const beginsWithVowel = /^[aeiouy]/;
const endsInDoubledConsonant = /([b-df-hj-np-tv-z])\1$/;

/**
 * The ways to take a closed word apart, likelier ones first: by a suffix, by a prefix, as a compound. The caller
 * checks whether a base is a word.
 */
export function* analyseWord(word: string): Generator<Analysis> {
  if (word.length > longestWord || !plainWord.test(word)) return;
  pieces ??= openPieces();
  yield* bySuffix(word, pieces);
  yield* byPrefix(word, pieces);
  yield* asCompound(word, pieces);
}

interface Ending {
  readonly name: string;
  readonly shortestBase: number;
  readonly ending: string;
  readonly baseEnding: string;
}

interface Pieces {
  /** By their last letter, so that a word is compared with few of them. */
  readonly endings: ReadonlyMap<string, readonly Ending[]>;
  readonly prefixes: readonly string[];
  readonly heads: ReadonlySet<string>;
  readonly participles: ReadonlySet<string>;
}

let pieces: Pieces | undefined;

/** Made at the first call, so that a bundle without a lexicon can leave it out. */
function openPieces(): Pieces {
  const endings = new Map<string, Ending[]>();
  for (const [name, shortestBase, pairs] of suffixes) {
    for (const pair of pairs.split(' ')) {
      const [ending, baseEnding] = pair.split('>') as [string, string];
      const letter = ending.at(-1)!;
      if (!endings.has(letter)) endings.set(letter, []);
      endings.get(letter)!.push({ name, shortestBase, ending, baseEnding });
    }
  }
  return {
    endings,
    prefixes: prefixes.split(/\s+/),
    heads: new Set(heads.split(/\s+/)),
    participles: new Set(participles.split(/\s+/)),
  };
}

function* bySuffix(word: string, { endings }: Pieces): Generator<Analysis> {
  for (const { name, shortestBase, ending, baseEnding } of endings.get(word.at(-1)!) ?? []) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length);
    const base = stem + baseEnding;
    if (base.length >= shortestBase) {
      yield { ...derivation(name, [base, name], base), inflected: takesInflected.includes(name) };
    }
    // "swimmable" is "swim" + -able.
    const doubled = baseEnding === '' && beginsWithVowel.test(ending) && endsInDoubledConsonant.test(stem);
    const single = stem.slice(0, -1);
    if (doubled && single.length >= 3) yield derivation(name, [single, name], single);
  }
}

function* byPrefix(word: string, { prefixes }: Pieces): Generator<Analysis> {
  for (const prefix of prefixes) {
    if (word.length < prefix.length + shortestPrefixedBase || !word.startsWith(prefix)) continue;
    const base = word.slice(prefix.length);
    yield { ...derivation(`${prefix}-`, [`${prefix}-`, base], base), inflected: true };
  }
}

function derivation(correction: string, parts: readonly string[], base: string): Analysis {
  return { correction, parts, bases: [base] };
}

/** "doghouse": only before heads that make compounds freely, because any two words may form a third by chance. */
function* asCompound(word: string, { heads, participles }: Pieces): Generator<Analysis> {
  for (let cut = shortestModifier; cut <= word.length - 3; cut += 1) {
    const head = word.slice(cut);
    const correction = heads.has(head) ? 'compound' : participles.has(head) ? 'compound-ed' : undefined;
    if (correction === undefined || word.slice(0, cut) === head) continue;
    const parts = [word.slice(0, cut), head];
    yield { correction, parts, bases: parts };
  }
}
