import { shown } from '@slipform/kit/text/printable';
import { adjectiveExceptions, nounExceptions, verbExceptions } from '../table/estimates.js';
import { findRegularLemma, type InflectedPart } from './detachment-rules';
import { refuse } from './input-error';

const exceptionTexts: Readonly<Record<InflectedPart, string>> = {
  noun: nounExceptions,
  verb: verbExceptions,
  adjective: adjectiveExceptions,
};
const parts: readonly InflectedPart[] = ['noun', 'verb', 'adjective'];

type Exceptions = ReadonlyMap<string, Readonly<Partial<Record<InflectedPart, readonly string[]>>>>;
let exceptions: Exceptions | undefined;

export interface Inflection {
  readonly lemma: string;
  readonly part: InflectedPart;
}

/**
 * The likeliest lemma of an inflected form among the lemmas that `accept` accepts, with its part of speech. Nouns come
 * first, then verbs, then adjectives, because most ambiguous forms in captions are nouns ("leaves", "flies").
 */
export function findInflection(
  form: string,
  accept: (lemma: string, part: InflectedPart) => boolean,
): Inflection | undefined {
  for (const part of parts) {
    const lemma = findLemmaOf(part, form, (candidate) => accept(candidate, part));
    if (lemma !== undefined) return { lemma, part };
  }
  return undefined;
}

/**
 * The lemma of an inflected form as a noun, verb or adjective, among the lemmas that `isLemma` accepts: WordNet's exception
 * lists first ("mice", "ran"), then its rules of detachment ("dogs", "carries"), also before a doubled consonant
 * ("vlogging"). A form is never its own lemma: ask `isLemma(form)` before.
 *
 * @param form in lower case
 * @returns the lemma, or `undefined` if `isLemma` accepts none
 * @throws {InputError} for another part of speech, a form that is not a string or an `isLemma` that is not a function
 * @example findLemmaOf('verb', 'riding', (lemma) => lemma === 'ride') // 'ride'
 *
 * Source: WordNet's morphy(7WN) and its exception lists.
 */
export function findLemmaOf(
  part: InflectedPart,
  form: string,
  isLemma: (lemma: string) => boolean,
): string | undefined {
  checkArguments('findLemmaOf', part, form, isLemma);
  return irregularLemma(part, form, isLemma) ?? findRegularLemma(form, part, isLemma);
}

/**
 * The lemma of an irregular form by WordNet's exception lists alone, among the lemmas that `isLemma` accepts. Some forms are
 * lemmas too: "found" is a form of "find" and a verb of its own.
 *
 * @param form in lower case
 * @returns the lemma, or `undefined` if the form is regular or `isLemma` accepts none
 * @throws {InputError} as `findLemmaOf`
 * @example findIrregularLemmaOf('noun', 'mice', (lemma) => lemma === 'mouse') // 'mouse'
 */
export function findIrregularLemmaOf(
  part: InflectedPart,
  form: string,
  isLemma: (lemma: string) => boolean,
): string | undefined {
  checkArguments('findIrregularLemmaOf', part, form, isLemma);
  return irregularLemma(part, form, isLemma);
}

function irregularLemma(part: InflectedPart, form: string, isLemma: (lemma: string) => boolean) {
  exceptions ??= readExceptions();
  return exceptions.get(form)?.[part]?.find(isLemma);
}

function checkArguments(name: string, part: unknown, form: unknown, isLemma: unknown): void {
  if (!(parts as readonly unknown[]).includes(part)) {
    refuse(name, 'part', `must be one of ${parts.join(', ')}`, shown(part), 'name one of them');
  }
  if (typeof form !== 'string') {
    refuse(name, 'form', 'must be a string', shown(form), 'pass a word in lower case');
  }
  if (typeof isLemma !== 'function') {
    refuse(
      name,
      'isLemma',
      'must be a function',
      shown(isLemma),
      'pass (lemma) => whether it is in your list',
    );
  }
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
