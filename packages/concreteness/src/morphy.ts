import { adjectiveExceptions, nounExceptions, verbExceptions } from '../table/estimates.js';
import { type InflectedPart, regularCandidates } from './detachment-rules';

const exceptionTexts: Readonly<Record<InflectedPart, string>> = {
  noun: nounExceptions,
  verb: verbExceptions,
  adjective: adjectiveExceptions,
};

const parts: readonly InflectedPart[] = ['noun', 'verb', 'adjective'];
const exceptions = new Map<InflectedPart, ReadonlyMap<string, readonly string[]>>();

/**
 * The lemmas that an inflected form may have, likeliest first: nouns before verbs before adjectives, since most
 * ambiguous forms in captions are nouns ("leaves", "drawings"); the exception lists before the rules.
 *
 * Source: WordNet's morphy, with its exception lists. Only candidates that `isKnown` accepts are returned.
 */
export function lemmaCandidates(form: string, isKnown: (lemma: string) => boolean): string[] {
  const found: string[] = [];
  for (const part of parts) {
    for (const lemma of partCandidates(form, part)) {
      if (isKnown(lemma) && !found.includes(lemma)) found.push(lemma);
    }
  }
  return found;
}

function partCandidates(form: string, part: InflectedPart): readonly string[] {
  const irregular = exceptionsOf(part).get(form);
  if (irregular) return irregular;
  // "glass" and "boss" are no plurals; one letter is no stem.
  if (part === 'noun' && form.endsWith('ss')) return [];
  return regularCandidates(form, part);
}

function exceptionsOf(part: InflectedPart): ReadonlyMap<string, readonly string[]> {
  let known = exceptions.get(part);
  if (!known) {
    known = parseExceptions(exceptionTexts[part]);
    exceptions.set(part, known);
  }
  return known;
}

function parseExceptions(text: string): Map<string, string[]> {
  const byForm = new Map<string, string[]>();
  if (text === '') return byForm;
  for (const line of text.split('\n')) {
    const [form, lemma] = line.split(' ') as [string, string];
    const lemmas = byForm.get(form);
    if (lemmas) lemmas.push(lemma);
    else byForm.set(form, [lemma]);
  }
  return byForm;
}
