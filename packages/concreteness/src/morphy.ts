import { adjectiveExceptions, nounExceptions, verbExceptions } from '../table/estimates.js';
import { findRegularLemma, type InflectedPart } from './detachment-rules';

const exceptionTexts: Readonly<Record<InflectedPart, string>> = {
  noun: nounExceptions,
  verb: verbExceptions,
  adjective: adjectiveExceptions,
};
const parts: readonly InflectedPart[] = ['noun', 'verb', 'adjective'];

type Exceptions = ReadonlyMap<string, Readonly<Partial<Record<InflectedPart, readonly string[]>>>>;
let exceptions: Exceptions | undefined;

/**
 * The likeliest lemma of an inflected form among those that `accept` takes. Nouns come before verbs before
 * adjectives, since most ambiguous forms in captions are nouns ("leaves", "flies"); within a part of speech the
 * exception list comes before the rules.
 *
 * Source: WordNet's morphy(7WN) and its exception lists.
 */
export function findLemma(form: string, accept: (lemma: string) => boolean): string | undefined {
  exceptions ??= readExceptions();
  const irregular = exceptions.get(form);
  for (const part of parts) {
    const lemma = irregular?.[part]?.find(accept) ?? findRegularLemma(form, part, accept);
    if (lemma !== undefined) return lemma;
  }
  return undefined;
}

function readExceptions(): Exceptions {
  const byForm = new Map<string, Partial<Record<InflectedPart, string[]>>>();
  for (const part of parts) {
    if (exceptionTexts[part] === '') continue;
    for (const line of exceptionTexts[part].split('\n')) {
      const [form, ...lemmas] = line.split(' ') as [string, ...string[]];
      const ofForm = byForm.get(form) ?? {};
      ofForm[part] = lemmas;
      byForm.set(form, ofForm);
    }
  }
  return byForm;
}
