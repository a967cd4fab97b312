import { createRequire } from 'node:module';
import { findRegularLemma, type InflectedPart } from '../src/detachment-rules';

type ExceptionList = Readonly<Record<string, string | readonly string[]>>;

const require = createRequire(import.meta.url);
const lists: Readonly<Record<InflectedPart, ExceptionList>> = {
  noun: require('wink-lexicon/src/wn-noun-exceptions.js'),
  verb: require('wink-lexicon/src/wn-verb-exceptions.js'),
  adjective: require('wink-lexicon/src/wn-adjective-exceptions.js'),
};

const parts = Object.keys(lists) as readonly InflectedPart[];

/**
 * The lemma of an inflected form, as `findLemma` of the package finds it, but from the whole exception lists: the
 * package's own are those of the last table, and a fit must not depend on the fit before.
 */
export function lemmaOf(form: string, accept: (lemma: string) => boolean): string | undefined {
  for (const part of parts) {
    const entry = Object.hasOwn(lists[part], form) ? lists[part][form]! : [];
    const lemma =
      (typeof entry === 'string' ? [entry] : entry).find(accept) ?? findRegularLemma(form, part, accept);
    if (lemma !== undefined) return lemma;
  }
  return undefined;
}

/**
 * WordNet's exception list for one part of speech, a line `form lemma …` for each form. Left out: lemmas that are not
 * entries, forms of several words, and forms that the rules find and that are not entries themselves. ("younger" is an
 * entry: only the list says that it is a form of "young".)
 */
export function exceptionLines(part: InflectedPart, isEntry: (lemma: string) => boolean): string {
  const list = lists[part];
  const lines: string[] = [];
  for (const form of Object.keys(list).sort()) {
    const entry = list[form]!;
    const lemmas = (typeof entry === 'string' ? [entry] : entry).filter((lemma) => isEntry(lemma));
    if (lemmas.length === 0 || /[\s_]/.test(form)) continue;
    if (lemmas.length === 1 && !isEntry(form) && findRegularLemma(form, part, isEntry) === lemmas[0])
      continue;
    lines.push([form, ...lemmas].join(' '));
  }
  return lines.join('\n');
}
