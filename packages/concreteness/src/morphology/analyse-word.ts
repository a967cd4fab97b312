import { prefixes, shortestPrefixedBase, suffixes } from './affixes';
import type { Analysis } from './analysis';
import { heads, participles } from './compound-heads';

/** Longer ones are no words, and taking them apart would take long. */
const longestWord = 40;
const shortestModifier = 3;
const plainWord = /^[a-z]+$/;
/** "cherishingly", "forsakenness" */
const takesInflected: ReadonlySet<string> = new Set(['-ly', '-ness']);
const beginsWithVowel = /^[aeiouy]/;
const endsInDoubledConsonant = /([b-df-hj-np-tv-z])\1$/;

/**
 * The ways to take a closed word apart, likelier ones first: by a suffix, by a prefix, as a compound. Whether a base is
 * a word is for the caller to see.
 */
export function* analyseWord(word: string): Generator<Analysis> {
  if (word.length > longestWord || !plainWord.test(word)) return;
  yield* bySuffix(word);
  yield* byPrefix(word);
  yield* asCompound(word);
}

function* bySuffix(word: string): Generator<Analysis> {
  for (const { name, shortestBase, endings } of suffixes) {
    for (const [ending, baseEnding] of endings) {
      if (!word.endsWith(ending)) continue;
      const stem = word.slice(0, word.length - ending.length);
      const base = stem + baseEnding;
      if (base.length >= shortestBase) {
        yield { ...derivation(name, [base, name], base), inflected: takesInflected.has(name) };
      }
      // "swimmable" is "swim" + -able.
      const doubled = baseEnding === '' && beginsWithVowel.test(ending) && endsInDoubledConsonant.test(stem);
      const single = stem.slice(0, -1);
      if (doubled && single.length >= 3) yield derivation(name, [single, name], single);
    }
  }
}

function* byPrefix(word: string): Generator<Analysis> {
  for (const name of prefixes) {
    const letters = name.length - 1;
    if (word.length < letters + shortestPrefixedBase || !word.startsWith(name.slice(0, -1))) continue;
    const base = word.slice(letters);
    yield { ...derivation(name, [name, base], base), inflected: true };
  }
}

function derivation(correction: string, parts: readonly string[], base: string): Analysis {
  return { correction, parts, bases: [base] };
}

/** "doghouse": only before heads that make compounds freely, since any two words make a third one by chance. */
function* asCompound(word: string): Generator<Analysis> {
  for (let cut = shortestModifier; cut <= word.length - 3; cut += 1) {
    const head = word.slice(cut);
    const correction = heads.has(head) ? 'compound' : participles.has(head) ? 'compound-ed' : undefined;
    if (correction === undefined || word.slice(0, cut) === head) continue;
    const parts = [word.slice(0, cut), head];
    yield { correction, parts, bases: parts };
  }
}
