import type { WordNet } from './wordnet';

/** A shorter word that a word is made of, and what was added to it: "kind" and "-ness". */
export interface Base {
  readonly base: string;
  readonly affix: string;
}

/** Which words exist, as far as taking words apart is concerned. */
export interface KnownWords {
  readonly wordNet: WordNet;
  /** Rank by frequency, 0 the most frequent. */
  rankOf(word: string): number | undefined;
}

/** Rarer embedded words are too often names and typing errors to count as a base. */
const rarestBase = 60_000;
const rarestPart = 30_000;
const shortestStem = 3;

/** `ending>what stood in its place in the base`. */
const suffixes: readonly (readonly [string, string])[] = `
  iness>y ness> bly>ble ily>y ically>ic ly> less> fulness>ful ful> iability>iable ability>able ibility>ible able>
  able>e iable>y ible> ible>e ible>ion ish> like> ity> ity>e ism> ism>e ism>y ist> ist>e ist>y ist>ism ize> ise>ize
  ization>ize ation>ate ation>e ation> ion>e ion> er> er>e ier>y or>e or> y> y>e al> al>e ial> ic> ic>y ical>ic
  ive>ion ive> ive>e ous> ous>y ment> ship> hood> dom> wise> ward> wards>ward man> woman> men> ant>ate ance>ant
  ancy>ant ence>ent ency>ent age> ee> ess> let> ling> ette> ian> ian>y an>a ary> ory>e ory>ion esque> some> ed> ed>e
  ied>y ing> ing>e s> our>or re>er st> scape> craft> monger>`
  .trim()
  .split(/\s+/)
  .map((rule) => rule.split('>') as [string, string]);

const prefixes: readonly string[] = `
  un re non anti over under mis dis in im ir il pre semi inter out co counter de sub super multi mid bio neo pro post
  fore ultra micro mini macro electro self ex extra trans tele photo auto hyper pseudo quasi be en em up down tri bi
  uni mono poly off by with geo psycho neuro thermo hydro aero`
  .trim()
  .split(/\s+/);

/** The words that one affix less leaves, for a single word; several readings may stand side by side. */
export function findBases(word: string, known: KnownWords): Base[] {
  if (word.includes(' ')) return [];
  const isKnown = (base: string) =>
    known.wordNet.senses.has(base) ||
    (base.length > shortestStem && (known.rankOf(base) ?? Number.POSITIVE_INFINITY) < rarestBase);
  if (word.includes('-')) {
    const joined = [word.replaceAll('-', ''), word.replaceAll('-', ' ')].find(isKnown);
    return joined === undefined ? [] : [{ base: joined, affix: 'hyphen' }];
  }
  const bases: Base[] = [];
  for (const [ending, baseEnding] of suffixes) {
    const stemLength = word.length - ending.length;
    if (stemLength < shortestStem || !word.endsWith(ending)) continue;
    const base = word.slice(0, stemLength) + baseEnding;
    if (isKnown(base)) bases.push({ base, affix: `-${ending}` });
    // "hottish": the last letter was doubled.
    const single = base.slice(0, -1);
    if (baseEnding === '' && base.length > shortestStem && base.at(-1) === base.at(-2) && isKnown(single)) {
      bases.push({ base: single, affix: `-${ending}` });
    }
  }
  for (const prefix of prefixes) {
    const base = word.slice(prefix.length);
    if (base.length >= shortestStem && word.startsWith(prefix) && isKnown(base)) {
      bases.push({ base, affix: `${prefix}-` });
    }
  }
  return bases;
}

/** The words of a phrase or of a compound written as one ("trapdoor"), or nothing for a simple word. */
export function splitCompound(word: string, known: KnownWords): string[] | undefined {
  if (/[ -]/.test(word)) {
    const words = word.split(/[ -]/).filter((part) => part !== '');
    return words.length > 1 ? words : undefined;
  }
  let best: string[] | undefined;
  let bestRank = rarestPart;
  for (let at = shortestStem; at <= word.length - shortestStem; at += 1) {
    const pair = [word.slice(0, at), word.slice(at)];
    if (!pair.every((part) => known.wordNet.senses.has(part))) continue;
    const rank = Math.max(...pair.map((part) => known.rankOf(part) ?? Number.POSITIVE_INFINITY));
    if (rank < bestRank) {
      best = pair;
      bestRank = rank;
    }
  }
  return best;
}
