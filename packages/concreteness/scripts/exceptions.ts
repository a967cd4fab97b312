import { createRequire } from 'node:module';
import { findRegularLemma, type InflectedPart } from '../src/detachment-rules';

const files: Readonly<Record<InflectedPart, string>> = {
  noun: 'wn-noun-exceptions.js',
  verb: 'wn-verb-exceptions.js',
  adjective: 'wn-adjective-exceptions.js',
};

/**
 * WordNet's exception list for one part of speech, a line `form lemma …` for each form, without what would never
 * be looked up (lemmas that are no entries, forms of several words) or what the rules find by themselves.
 */
export function exceptionLines(part: InflectedPart, isEntry: (lemma: string) => boolean): string {
  const require = createRequire(import.meta.url);
  const list = require(`wink-lexicon/src/${files[part]}`) as Record<string, string | readonly string[]>;
  const lines: string[] = [];
  for (const form of Object.keys(list).sort()) {
    const entry = list[form]!;
    const lemmas = (typeof entry === 'string' ? [entry] : entry).filter((lemma) => isEntry(lemma));
    if (lemmas.length === 0 || /[\s_]/.test(form)) continue;
    if (lemmas.length === 1 && findRegularLemma(form, part, isEntry) === lemmas[0]) continue;
    lines.push([form, ...lemmas].join(' '));
  }
  return lines.join('\n');
}
