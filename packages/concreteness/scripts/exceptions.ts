import { createRequire } from 'node:module';
import { type InflectedPart, regularCandidates } from '../src/detachment-rules';

const files: Readonly<Record<InflectedPart, string>> = {
  noun: 'wn-noun-exceptions.js',
  verb: 'wn-verb-exceptions.js',
  adjective: 'wn-adjective-exceptions.js',
};

/**
 * WordNet's exception list for one part of speech as `form lemma` lines, without what `morphy` finds anyway: a
 * list entry is left out if its lemma is no entry of the table or the first known lemma that the rules make.
 */
export function exceptionLines(part: InflectedPart, isKnown: (lemma: string) => boolean): string {
  const require = createRequire(import.meta.url);
  const list = require(`wink-lexicon/src/${files[part]}`) as Record<string, string | readonly string[]>;
  const lines: string[] = [];
  for (const form of Object.keys(list).sort()) {
    const entry = list[form]!;
    const lemmas = (typeof entry === 'string' ? [entry] : entry).filter((lemma) => isKnown(lemma));
    const regular = regularCandidates(form, part).filter((lemma) => isKnown(lemma));
    if (lemmas.join() === regular.join()) continue;
    for (const lemma of lemmas)
      if (!form.includes(' ') && !form.includes('_')) lines.push(`${form} ${lemma}`);
  }
  return lines.join('\n');
}
